package weighbridge.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.analysis.BurstReport.LatencyMillis;
import weighbridge.analysis.Report.Warmup;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.LoadReport;
import weighbridge.record.RequestRecord;

/**
 * What a run says of one target. A figure that could not be had is null, never 0.
 *
 * @param name what it is called
 * @param version what it calls its version
 * @param outcome measured, failed-to-start, died-under-load or not-reached
 * @param reason why it was not measured; null where it was
 * @param misbehaviour what it did that a server should not, in words for the user; empty where it behaved
 * @param started whether Weighbridge started it; otherwise it ran already
 * @param pid of the process that was weighed with everything below it; null where none was
 * @param url what each user called first
 * @param requests all that each user called, in turn
 * @param callsPerUser calls of each user in a burst
 * @param keepAlive whether a user kept its connection
 * @param calls how many calls were logged
 * @param counter calls by HTTP status, -1 for those that ended without one in time
 * @param failures calls that were not answered as expected in time, by cause, the most frequent first
 * @param successRatio calls answered as expected in time ÷ calls
 * @param windowSeconds from the first start to the last end of the calls
 * @param secondsPerCall {@code windowSeconds} ÷ {@code calls}
 * @param peakInFlight most calls in flight at once
 * @param startSpreadMillis from the first start to the last
 * @param latencyMillis how long the calls took, those that succeeded and those that failed apart
 * @param floor what the generator took by itself right before; null where it is not known
 * @param atFloor whether it took no longer than that, so that its figure is the generator's; null where the floor is not
 *     known or calls failed
 * @param cold the first burst that it ever got; null where there was none before the measured one
 * @param warmup the bursts between
 * @param explanation what failures are laid to; null where nothing is to be explained or nothing explains it
 * @param memory of its process tree
 * @param cpuSecondsPer1000Calls user and system time of its process tree over the window per 1,000 calls that were
 *     answered in time; null where the system's clock is too coarse for it
 * @param cpu of its process tree over the window; null where it could not be read
 * @param generator how the generator fared in the window; null where there was none
 * @param othersShare part of the machine's processor time in the window that neither the target nor the generator took:
 *     other programs, and work of the kernel that it books on nobody; null where it is not known
 * @param sockets what the kernel says of the window's connections; null where there was none
 * @param startupMillis from the start of its process to the first right answer
 * @param round of which all else is: the one in the middle by seconds/call, counted from 1
 * @param figures those of all rounds, by the key of the {@link weighbridge.figure.Figure}
 * @param load what was asked of it and what came of it, of a steady load; null of a burst, whose JSON has no such key
 * @param capacity what it carries; null where that was not asked, likewise
 */
public record TargetReport(
        String name,
        String version,
        String outcome,
        String reason,
        List<String> misbehaviour,
        boolean started,
        Long pid,
        String url,
        List<RequestRecord> requests,
        int callsPerUser,
        boolean keepAlive,
        int calls,
        Map<Integer, Integer> counter,
        List<Failure> failures,
        Double successRatio,
        Double windowSeconds,
        Double secondsPerCall,
        Integer peakInFlight,
        Integer startSpreadMillis,
        LatencyMillis latencyMillis,
        Floor floor,
        Boolean atFloor,
        BurstReport cold,
        Warmup warmup,
        Explanation explanation,
        MemoryReport memory,
        Double cpuSecondsPer1000Calls,
        CpuReport cpu,
        GeneratorReport generator,
        Double othersShare,
        SocketReport sockets,
        Long startupMillis,
        int round,
        Map<String, FigureReport> figures,
        @JsonInclude(JsonInclude.Include.NON_NULL) LoadReport load,
        @JsonInclude(JsonInclude.Include.NON_NULL) CapacityReport capacity) {

    /** Name and version, as reports show a target. */
    public String title() {
        return name + " " + version;
    }

    /** Whether it was measured to the end and behaved. */
    public boolean well() {
        return measured() && misbehaviour.isEmpty();
    }

    /** Whether it ran but no process of it is known. */
    public boolean notWeighed() {
        return !started && pid == null && !outcome.equals("failed-to-start");
    }

    /** Whether it was measured to the end. */
    public boolean measured() {
        return outcome.equals("measured");
    }

    /** The same of it, which is of this round, with these figures and this misbehaviour of all rounds. */
    TargetReport over(int number, Map<String, FigureReport> ofAll, List<String> misbehaviourOfAll) {
        return copy(misbehaviourOfAll, number, ofAll, capacity);
    }

    /** The same of it, with its capacity. @param card null where none was looked for */
    TargetReport with(CapacityReport card) {
        return copy(misbehaviour, round, figures, card);
    }

    private TargetReport copy(List<String> said, int number, Map<String, FigureReport> over, CapacityReport card) {
        return new TargetReport(
                name,
                version,
                outcome,
                reason,
                said,
                started,
                pid,
                url,
                requests,
                callsPerUser,
                keepAlive,
                calls,
                counter,
                failures,
                successRatio,
                windowSeconds,
                secondsPerCall,
                peakInFlight,
                startSpreadMillis,
                latencyMillis,
                floor,
                atFloor,
                cold,
                warmup,
                explanation,
                memory,
                cpuSecondsPer1000Calls,
                cpu,
                generator,
                othersShare,
                sockets,
                startupMillis,
                number,
                over,
                load,
                card);
    }
}
