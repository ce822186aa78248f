package weighbridge.record;

import java.util.List;
import weighbridge.record.Latencies.Slice;
import weighbridge.workload.Purpose;

/** A probe of the target {@code a} that went as planned but for what is said of it. */
public final class MadeUpProbe {
    private final int number;
    private final Purpose purpose;
    private final Double callsPerSecond;
    private final Integer concurrency;
    private String target = "a";
    private double seconds = 10;
    private long startedAtMillis = MadeUpSlice.START;
    private Double startMillis;
    private Long millis;
    private EarlyEnd stopped;
    private Integer connections;
    private Window window;
    private List<Slice> slices = List.of();

    private MadeUpProbe(int number, Purpose purpose, Double callsPerSecond, Integer concurrency) {
        this.number = number;
        this.purpose = purpose;
        this.callsPerSecond = callsPerSecond;
        this.concurrency = concurrency;
    }

    public static MadeUpProbe open(int number, Purpose purpose, double callsPerSecond) {
        return new MadeUpProbe(number, purpose, callsPerSecond, null);
    }

    public static MadeUpProbe closed(int number, Purpose purpose, int concurrency) {
        return new MadeUpProbe(number, purpose, null, concurrency);
    }

    public MadeUpProbe target(String name) {
        target = name;
        return this;
    }

    public MadeUpProbe seconds(double planned) {
        seconds = planned;
        return this;
    }

    /** When it began, s after the first one. */
    public MadeUpProbe at(double secondsAfterStart) {
        startedAtMillis = MadeUpSlice.START + Math.round(secondsAfterStart * 1000);
        return this;
    }

    /** How long it took until the last call was started and until the last one ended, where that was not as planned. */
    public MadeUpProbe took(double toLastStartMillis, long toLastEndMillis) {
        startMillis = toLastStartMillis;
        millis = toLastEndMillis;
        return this;
    }

    public MadeUpProbe stopped(EarlyEnd why) {
        stopped = why;
        return this;
    }

    public MadeUpProbe connections(Integer open) {
        connections = open;
        return this;
    }

    public MadeUpProbe window(Window seen) {
        window = seen;
        return this;
    }

    public MadeUpProbe slices(MadeUpSlice... made) {
        slices = List.of(made).stream().map(MadeUpSlice::get).toList();
        return this;
    }

    public MadeUpProbe made(List<Slice> all) {
        slices = List.copyOf(all);
        return this;
    }

    public List<Slice> slices() {
        return slices;
    }

    public ProbeRecord record() {
        long succeeded = slices.stream()
                .mapToLong(slice -> slice.actual().getTotalCount())
                .sum();
        long started = succeeded
                + slices.stream()
                        .mapToLong(slice -> slice.failed().getTotalCount())
                        .sum();
        long planned = callsPerSecond == null ? started : Math.round(callsPerSecond * seconds);
        return new ProbeRecord(
                number,
                target,
                purpose,
                callsPerSecond,
                concurrency,
                true,
                500,
                startedAtMillis,
                Math.round(seconds * 1000),
                startMillis != null ? startMillis : seconds * 1000,
                millis != null ? millis : Math.round(seconds * 1000),
                planned,
                started,
                succeeded,
                slices.stream()
                        .mapToLong(slice -> slice.dryLag().getTotalCount())
                        .sum(),
                stopped,
                connections,
                window);
    }
}
