package weighbridge.process;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** Takes orders line by line, and answers each once it is carried out. */
final class Worker {
    private static final int SPIKE_MILLIS = 50;

    private static final List<byte[]> KEPT = new ArrayList<>();

    private Worker() {}

    /**
     * {@code burn <seconds>} uses so much CPU, {@code cpu} tells the seconds that this JVM has used, {@code hold <MB>}
     * takes so much memory outside of the heap, {@code keep <MB>} on the heap, {@code collect} its garbage, {@code spike <MB>} gives it back after 50 ms, {@code exit} ends;
     * anything else is only answered.
     */
    public static void main(String[] arguments) throws Exception {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        for (String order = orders.readLine(); order != null && !order.equals("exit"); order = orders.readLine()) {
            System.out.println(carryOut(order.split(" ")));
        }
    }

    private static String carryOut(String[] words) throws Exception {
        switch (words[0]) {
            case "burn" -> burn(Double.parseDouble(words[1]));
            case "hold" -> hold(Long.parseLong(words[1]) * 1_000_000);
            case "keep" -> {
                // In blocks smaller than a page, so that a collector touches every page.
                for (int block = 1_000 * Integer.parseInt(words[1]); block > 0; block--) {
                    KEPT.add(new byte[1_000]);
                }
            }
            case "collect" -> System.gc();
            case "spike" -> {
                long address = hold(Long.parseLong(words[1]) * 1_000_000);
                Thread.sleep(SPIKE_MILLIS);
                unsafe("freeMemory", long.class).invoke(theUnsafe(), address);
            }
            case "cpu" -> {
                return Double.toString(cpuSeconds());
            }
            default -> {}
        }
        return "done";
    }

    private static void burn(double seconds) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + (long) (seconds * 1e9);
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static long hold(long bytes) throws ReflectiveOperationException {
        long address = (long) unsafe("allocateMemory", long.class).invoke(theUnsafe(), bytes);
        unsafe("setMemory", long.class, long.class, byte.class).invoke(theUnsafe(), address, bytes, (byte) 1);
        return address;
    }

    // By reflection, for the compiler warns of the class; it alone gives memory back now and not some time later.
    private static java.lang.reflect.Method unsafe(String name, Class<?>... types) throws ReflectiveOperationException {
        return Class.forName("sun.misc.Unsafe").getMethod(name, types);
    }

    private static Object theUnsafe() throws ReflectiveOperationException {
        Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        field.setAccessible(true);
        return field.get(null);
    }
}
