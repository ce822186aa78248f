package weighbridge.record;

import weighbridge.record.Reading.Counts;
import weighbridge.record.Window.Edge;
import weighbridge.record.Window.Evidence;

/** What was seen around a load of the target {@code a}, on two cores: by itself next to nothing. */
public final class MadeUpWindow {
    private static final long MIB = 1 << 20;

    private final double seconds;
    private double serverSeconds = 0.1;
    private double generatorSeconds = 0.1;
    private double othersSeconds;
    private double stolenSeconds;
    private Long rssMiB = 60L;
    private Long peakMiB = 64L;
    private long longestStallMillis = 3;
    private int stalls;
    private Reading atEnd;
    private Box boxBefore;
    private Box boxAfter;

    private MadeUpWindow(double seconds) {
        this.seconds = seconds;
    }

    public static MadeUpWindow of(double seconds) {
        return new MadeUpWindow(seconds);
    }

    /** Processor time, s. */
    public MadeUpWindow cpu(double server, double generator, double others) {
        serverSeconds = server;
        generatorSeconds = generator;
        othersSeconds = others;
        return this;
    }

    /** Of the memory at the end PSS says so much, and so much was counted more than once. */
    public MadeUpWindow pss(long mebibytes, long repeated) {
        atEnd = reading(rssMiB, 1).withMemory(rssMiB * MIB, mebibytes * MIB, MIB, repeated * MIB, 0L);
        return this;
    }

    /** The server had a control group of its own. */
    public MadeUpWindow box(Box before, Box after) {
        boxBefore = before;
        boxAfter = after;
        return this;
    }

    /** What the host took, s. */
    public MadeUpWindow stolen(double seconds) {
        stolenSeconds = seconds;
        return this;
    }

    /** MiB at the end and at the most. */
    public MadeUpWindow rss(long atEnd, Long peak) {
        rssMiB = atEnd;
        peakMiB = peak;
        return this;
    }

    /** Of a server that ran already: nobody knows its process. */
    public MadeUpWindow withoutServer() {
        rssMiB = null;
        peakMiB = null;
        return this;
    }

    /** The generator stood still once. */
    public MadeUpWindow stalled(long millis) {
        longestStallMillis = millis;
        stalls = 1;
        return this;
    }

    public Window get() {
        double busy = serverSeconds + generatorSeconds + othersSeconds + stolenSeconds;
        return new Window(
                "a",
                edge(0, 1, 5, 100, 40, boxBefore),
                edge(
                        Math.round(seconds * 1000),
                        1 + serverSeconds,
                        5 + generatorSeconds,
                        100 + busy,
                        40 + stolenSeconds,
                        boxAfter),
                atEnd,
                peakMiB == null ? null : peakMiB * MIB,
                0L,
                new GeneratorHealth(longestStallMillis, stalls, stalls * longestStallMillis, 0.01, 0, 0, 0),
                null);
    }

    private Edge edge(long afterMillis, double server, double main, double busy, double stolen, Box box) {
        return new Edge(
                MadeUpSlice.START + afterMillis,
                rssMiB == null ? null : reading(rssMiB, server),
                reading(200, main),
                busy,
                stolen,
                new Evidence(null, null, null, null, null, new CpuAllowance(2, null), box));
    }

    private static Reading reading(long rssMiB, double cpuSeconds) {
        return new Reading(rssMiB * MIB, 2048 * MIB, null, null, cpuSeconds, 1, 0, Counts.UNKNOWN);
    }
}
