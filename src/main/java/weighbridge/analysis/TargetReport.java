package weighbridge.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import weighbridge.analysis.Report.Warmup;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.LoadReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Topic;
import weighbridge.record.Outcome;
import weighbridge.record.RequestRecord;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.Workload;

/**
 * What a run says of one target, or one of its rounds does. What could not be had is null, never 0. In JSON the keys of
 * {@code identity}, {@code burst} and {@code window} stand among its own.
 *
 * @param identity what was called, and what came of it
 * @param burst the measured calls; {@link BurstReport#NONE} where there were none
 * @param floor what the generator took by itself right before; null where it is not known
 * @param atFloor whether the burst took no longer than that, so that its figure is the generator's; null where the floor is
 *     not known or calls failed
 * @param cold the first burst that it ever got; null where there was none before the measured one
 * @param warmup the bursts between
 * @param explanation what failures are laid to; null where nothing is to be explained or nothing explains it
 * @param memory of its process tree
 * @param window what the system says of the time of the burst
 * @param startupMillis from the start of its process to the first right answer
 * @param round of which all else is: the one in the middle by seconds/call, counted from 1
 * @param figures by figure, over all rounds that this tells of
 * @param load what was asked of it and what came of it, of a steady load; null of a burst, whose JSON has no such key
 * @param capacity what it carries; null where that was not asked, likewise
 */
public record TargetReport(
        @JsonUnwrapped Identity identity,
        @JsonUnwrapped BurstReport burst,
        Floor floor,
        Boolean atFloor,
        BurstReport cold,
        Warmup warmup,
        Explanation explanation,
        MemoryReport memory,
        @JsonUnwrapped WindowReport window,
        Long startupMillis,
        int round,
        Map<Figure, FigureReport> figures,
        @JsonInclude(JsonInclude.Include.NON_NULL) LoadReport load,
        @JsonInclude(JsonInclude.Include.NON_NULL) CapacityReport capacity) {

    /**
     * What was called, and what came of it.
     *
     * @param name what it is called
     * @param version what it calls its version
     * @param outcome what came of it
     * @param reason why it was not measured; null where it was
     * @param misbehaviour what it did that a server should not; empty where it behaved
     * @param started whether Weighbridge started it; otherwise it ran already
     * @param pid of the process that was weighed with everything below it; null where none was
     * @param url what each user called first
     * @param requests all that each user called, in turn
     * @param callsPerUser calls of each user in a burst
     * @param keepAlive whether a user kept its connection
     * @param cores processors that it was kept on, by number; null where it had those of the generator too
     */
    public record Identity(
            String name,
            String version,
            Outcome.Kind outcome,
            String reason,
            List<Misbehaviour> misbehaviour,
            boolean started,
            Long pid,
            String url,
            List<RequestRecord> requests,
            int callsPerUser,
            boolean keepAlive,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Integer> cores) {

        /** The same with this misbehaviour. */
        Identity with(List<Misbehaviour> said) {
            return new Identity(
                    name, version, outcome, reason, said, started, pid, url, requests, callsPerUser, keepAlive, cores);
        }
    }

    /** What it is called. */
    public String name() {
        return identity.name;
    }

    /** What came of it. */
    public Outcome.Kind outcome() {
        return identity.outcome;
    }

    /** Why it was not measured; null where it was. */
    public String reason() {
        return identity.reason;
    }

    /** Name and version, as reports show a target. */
    public String title() {
        return identity.name + " " + identity.version;
    }

    /** A figure over all rounds. */
    public FigureReport figure(Figure figure) {
        return figures.getOrDefault(figure, FigureReport.NONE);
    }

    /**
     * Whether a figure that targets are ranked by has a value which must not be held against others, for calls failed in a
     * round: their time is that of the timeout, and their work may have been none.
     */
    public boolean isOfFailures(Figure figure) {
        return figure.isOfFailures(
                figure(figure).median(), figure(Figure.SUCCESS_RATIO).min());
    }

    /** A figure as SLOs and marks take it: memory by PSS where RSS counts many pages more than once. */
    public Double judged(Figure figure) {
        return value(figure, memory != null && memory.isRepeated());
    }

    /** A figure. @param byPss whether memory goes by PSS */
    Double value(Figure figure, boolean byPss) {
        if (!byPss || figure.topic() != Topic.MEMORY || figure == Figure.RETAINED_BYTES) {
            return figure(figure).median();
        }
        Long bytes = memory == null ? null : memory.byPss(figure);
        return bytes == null || figure(figure).median() == null ? null : Double.valueOf(bytes);
    }

    /** Whether it was measured to the end and behaved. */
    public boolean well() {
        return measured() && identity.misbehaviour.isEmpty();
    }

    /** Whether it ran but no process of it is known, or another one served its port. */
    public boolean notWeighed() {
        return identity.pid == null
                && identity.outcome != Outcome.Kind.FAILED_TO_START
                && (!identity.started || measured());
    }

    /** How many calls the measured load was to make; of a load over time how many were started. */
    long asked(Workload workload) {
        return workload instanceof BurstLoad bursts ? bursts.calls() : load == null ? 0 : load.calls();
    }

    /** Whether it was measured to the end. */
    public boolean measured() {
        return identity.outcome == Outcome.Kind.MEASURED;
    }

    /** The same, which is of this round, with what all rounds say together. @param card null where no capacity was looked for */
    TargetReport over(int number, Map<Figure, FigureReport> all, List<Misbehaviour> misbehaviour, CapacityReport card) {
        return new TargetReport(
                identity.with(misbehaviour),
                burst,
                floor,
                atFloor,
                cold,
                warmup,
                explanation,
                memory,
                window,
                startupMillis,
                number,
                all,
                load,
                card);
    }
}
