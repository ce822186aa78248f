package weighbridge.record;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages one byte of a log after the other, reads it each time, and repairs it. */
final class FlippedBytes implements RecordVisitor {
    private static final int FLIPS = 5000;
    private static final Pattern PLACE = Pattern.compile(": byte (\\d+), record (\\d+) ");

    private long records;

    private FlippedBytes() {}

    /** Damages the log named first; any ending but a result or a named error is thrown. */
    public static void main(String[] arguments) throws Exception {
        Path log = Path.of(arguments[0]);
        FlippedBytes whole = new FlippedBytes();
        SimulationLogReader.read(log, whole);
        int[] endings = new int[3];
        Random random = new Random(42);
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            for (int i = 0; i < FLIPS; i++) {
                // half of them near the start, where the lengths, definitions and counts are
                long offset = random.nextLong(i % 2 == 0 ? file.length() : Math.min(1000, file.length()));
                file.seek(offset);
                int before = file.read();
                int after = i % 3 == 0 ? random.nextInt(256) : before ^ 1 << random.nextInt(8);
                file.seek(offset);
                file.write(after);
                endings[ending(log, file.length())]++;
                file.seek(offset);
                file.write(before);
            }
        }
        FlippedBytes repaired = new FlippedBytes();
        SimulationLogReader.read(log, repaired);
        check(repaired.records == whole.records, "the log is repaired");
        System.out.printf(
                "%d flips: %d complete, %d truncated, %d refused%n", FLIPS, endings[0], endings[1], endings[2]);
    }

    private static int ending(Path log, long size) throws Exception {
        FlippedBytes seen = new FlippedBytes();
        try {
            LogEnd ending = SimulationLogReader.read(log, seen);
            check(ending.records() >= seen.records, ending + " after " + seen.records);
            return ending.truncated() ? 1 : 0;
        } catch (SimulationLogException e) {
            check(e.getMessage().lines().count() == 1, e.getMessage());
            Matcher place = PLACE.matcher(e.getMessage());
            check(place.find() && Long.parseLong(place.group(1)) <= size, e.getMessage());
            check(Long.parseLong(place.group(2)) > seen.records, e.getMessage() + " after " + seen.records);
            return 2;
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private void count(boolean sound) {
        check(sound, "record " + records + " is out of bounds");
        records++;
    }

    @Override
    public void run(long startEpochMillis) {
        count(startEpochMillis >= 0);
    }

    @Override
    public void request(String name, int start, int end, boolean ok, String message) {
        count(name.length() <= 8187 && message.length() <= 8187 && start >= 0 && end >= start);
    }

    @Override
    public void error(String message) {
        count(message.length() <= 8187);
    }
}
