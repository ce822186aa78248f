package weighbridge.process;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import weighbridge.record.GeneratorHealth;

/**
 * A JVM that watches itself: {@code open} begins a window, {@code close} answers with its figures, {@code keep} fills
 * the heap with a few hundred MB and {@code gc} collects.
 */
final class WatchedGenerator {
    private static final int ARRAYS = 2_000_000;

    private WatchedGenerator() {}

    public static void main(String[] arguments) throws Exception {
        List<byte[]> kept = new ArrayList<>();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        try (GeneratorWatch watch = GeneratorWatch.start()) {
            GeneratorWatch.Window window = watch.open();
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                switch (order) {
                    case "open" -> window = watch.open();
                    case "keep" -> {
                        for (int count = 0; count < ARRAYS; count++) {
                            kept.add(new byte[100]);
                        }
                    }
                    case "gc" -> System.gc();
                    default -> {}
                }
                System.out.println(order.equals("close") ? line(window.close()) : "done " + kept.size());
            }
        }
    }

    private static String line(GeneratorHealth health) {
        return health.longestStallMillis() + " " + health.stalls() + " " + health.stalledMillis() + " "
                + health.deniedShare() + " " + health.gcPauses() + " " + health.gcPauseMillis() + " "
                + health.longestGcPauseMillis();
    }

    /** What {@code close} answered. */
    static GeneratorHealth health(String line) {
        String[] figures = line.split(" ");
        return new GeneratorHealth(
                Long.parseLong(figures[0]),
                Integer.parseInt(figures[1]),
                Long.parseLong(figures[2]),
                Double.parseDouble(figures[3]),
                Integer.parseInt(figures[4]),
                Long.parseLong(figures[5]),
                Long.parseLong(figures[6]));
    }
}
