package weighbridge.render;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityFinding.Caveat;
import weighbridge.capacity.CapacityFinding.Limit;
import weighbridge.capacity.CapacityFinding.Quoted;
import weighbridge.capacity.CapacityReport;
import weighbridge.record.Host;

/** Capacity cards with a few values of one's own, and reports that have them. */
public final class MadeUpCapacity {
    private static final long MIB = 1 << 20;

    private Double callsPerSecond = 4100.0;
    private Double low = 4050.0;
    private Double high = 4300.0;
    private Bound bound = Bound.SLO;
    private Limit binds = new Quoted("p99 was 71 ms at 4,300 calls/s");
    private int confirmed = 3;
    private double confirmSeconds = 30;
    private Long peakRssBytes = 96 * MIB;
    private Double coresPer1000CallsPerSecond = 0.25;
    private List<Caveat> remarks = List.of();

    private MadeUpCapacity() {}

    /** 4,100 calls/s, 4,050 at the least, a core for 4,000 of them, 96 MiB. */
    public static MadeUpCapacity card() {
        return new MadeUpCapacity();
    }

    MadeUpCapacity rate(double offered, double lowest) {
        callsPerSecond = offered;
        low = lowest;
        return this;
    }

    MadeUpCapacity cores(Double per1000CallsPerSecond) {
        coresPer1000CallsPerSecond = per1000CallsPerSecond;
        return this;
    }

    MadeUpCapacity peak(Long mebibytes) {
        peakRssBytes = mebibytes == null ? null : mebibytes * MIB;
        return this;
    }

    MadeUpCapacity confirmed(int processes, double seconds) {
        confirmed = processes;
        confirmSeconds = seconds;
        return this;
    }

    /** No rate was too high for it. */
    MadeUpCapacity generator() {
        high = null;
        bound = Bound.GENERATOR;
        binds = new Quoted("the generator used 0.97 of a core");
        return this;
    }

    /** No promise was ever broken, and nothing is known to be in the way of more. */
    MadeUpCapacity unbounded() {
        high = null;
        bound = null;
        binds = null;
        return this;
    }

    public MadeUpCapacity notFound(String... why) {
        callsPerSecond = null;
        low = null;
        confirmed = 0;
        remarks = quoted(why);
        return this;
    }

    MadeUpCapacity remarks(String... words) {
        remarks = quoted(words);
        return this;
    }

    private static List<Caveat> quoted(String... words) {
        return Stream.of(words).<Caveat>map(Quoted::new).toList();
    }

    CapacityReport get() {
        return new CapacityReport(
                List.of("p99 < 50 ms", "errors < 0.1%"),
                callsPerSecond,
                low,
                high,
                bound,
                binds,
                confirmed,
                confirmSeconds,
                List.of(),
                new CapacityReport.Memory(40 * MIB, 90 * MIB, peakRssBytes, 60 * MIB),
                null,
                coresPer1000CallsPerSecond,
                null,
                null,
                800L,
                240,
                remarks,
                List.of());
    }

    /** A report of the targets a, b and so on with these cards; null for none. */
    public static Report report(MadeUpCapacity... cards) {
        MadeUp report = MadeUp.report();
        for (int index = 0; index < cards.length; index++) {
            report.target(Character.toString('a' + index), 1.0);
        }
        return with(report.get(), cards);
    }

    /** The report with these cards, one for each of its targets in their order; null for none. */
    static Report with(Report report, MadeUpCapacity... cards) {
        List<TargetReport> targets = report.targets();
        TargetReport[] others = new TargetReport[targets.size()];
        Arrays.setAll(
                others,
                index -> replaced(targets.get(index), "capacity", cards[index] == null ? null : cards[index].get()));
        return replaced(report, "targets", List.of(others));
    }

    /** The report of a run that its control group left only so much of the machine. */
    public static Report confined(Report report, double cores, long memoryBytes) {
        Host host = replaced(
                replaced(report.run().environment(), "allowedCores", cores), "allowedMemoryBytes", memoryBytes);
        return replaced(report, "run", replaced(report.run(), "environment", host));
    }

    /** The same record with another value of one component. */
    private static <T extends Record> T replaced(T record, String name, Object value) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int index = 0; index < components.length; index++) {
                types[index] = components[index].getType();
                values[index] = components[index].getName().equals(name)
                        ? value
                        : components[index].getAccessor().invoke(record);
            }
            @SuppressWarnings("unchecked")
            Class<T> type = (Class<T>) record.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
