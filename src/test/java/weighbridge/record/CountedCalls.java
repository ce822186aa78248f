package weighbridge.record;

import java.nio.file.Path;

/** Counts and adds up a log's calls. */
final class CountedCalls implements RecordVisitor {
    private long calls;
    private long failed;
    private long millis;

    CountedCalls() {}

    /** Prints the sums of the log named first, or why it was refused. */
    public static void main(String[] arguments) throws Exception {
        CountedCalls counted = new CountedCalls();
        try {
            System.out.println(SimulationLogReader.read(Path.of(arguments[0]), counted) + " " + counted);
        } catch (SimulationLogException e) {
            System.out.println(e.getMessage());
        }
    }

    @Override
    public void request(String name, int startMillis, int endMillis, boolean ok, String message) {
        calls++;
        failed += ok ? 0 : 1;
        millis += endMillis - startMillis;
    }

    @Override
    public String toString() {
        return "calls " + calls + ", KO " + failed + ", ms " + millis;
    }
}
