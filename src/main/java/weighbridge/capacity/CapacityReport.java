package weighbridge.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import weighbridge.capacity.CapacityFinding.Caveat;
import weighbridge.capacity.CapacityFinding.Limit;
import weighbridge.text.Limits;
import weighbridge.workload.Purpose;

/**
 * The capacity card of a target.
 *
 * @param promises under which the capacity holds, as they are written down
 * @param callsPerSecond the highest offered rate that fresh processes held and none broke; of the search where none was asked
 *     ({@code confirmed} is 0); null where none was
 * @param low the lowest rate that was achieved while it was held; null likewise. What a plan reckons with
 * @param high the lowest offered rate at which a promise was broken; null where none was: then the capacity is at least
 *     {@code callsPerSecond}
 * @param bound what stands in the way of more; null where that is not known
 * @param binds the same with what was broken
 * @param confirmed in how many fresh processes the rate, or a higher one, was held for {@code confirmSeconds}
 * @param confirmSeconds for how long each time
 * @param points how it fares at 50, 80 and 100 % of the rate: medians over the confirming processes
 * @param memory of the process tree: medians over the confirming processes, the peak the highest of them
 * @param rssBytesPer1000CallsPerSecond resident memory at the rate ÷ (rate ÷ 1000); null where either is not known
 * @param coresPer1000CallsPerSecond cores used at the rate ÷ (rate ÷ 1000), the highest of the confirming processes; null
 *     likewise. The same number as CPU seconds per 1,000 calls
 * @param connections memory per open connection; null where it was not measured
 * @param usl the Universal Scalability Law of its closed loads; null where there were none
 * @param startupMillis median over all processes from the start to the first right answer; null of a server that ran already
 * @param searchSeconds how long finding and confirming took
 * @param remarks what a reader has to know
 * @param probes every one, in the order in which they were made
 * @param limits of the box that it was measured in; null where it had none
 * @param overload what became of it under more than its rate; none where that was not tried
 * @param boxes each that the target was measured in, the largest first, this one among them; none where there was but one
 */
public record CapacityReport(
        List<String> promises,
        Double callsPerSecond,
        Double low,
        Double high,
        Bound bound,
        Limit binds,
        int confirmed,
        double confirmSeconds,
        List<Point> points,
        Memory memory,
        Double rssBytesPer1000CallsPerSecond,
        Double coresPer1000CallsPerSecond,
        ConnectionMemory connections,
        UslReport usl,
        Long startupMillis,
        double searchSeconds,
        List<Caveat> remarks,
        List<ProbeReport> probes,
        @JsonInclude(JsonInclude.Include.NON_NULL) Limits limits,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Overload> overload,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CapacityBox> boxes) {

    /** In so many fresh processes a rate has to be held. */
    public static final int CONFIRMATIONS = 3;

    /** For so long, s, each time. */
    public static final double LEAST_CONFIRM_SECONDS = 30;

    /** Copies the lists. */
    public CapacityReport {
        promises = List.copyOf(promises);
        points = List.copyOf(points);
        remarks = List.copyOf(remarks);
        probes = List.copyOf(probes);
        overload = List.copyOf(overload);
        boxes = List.copyOf(boxes);
    }

    /** Of a target that was measured without limits. */
    public CapacityReport(
            List<String> promises,
            Double callsPerSecond,
            Double low,
            Double high,
            Bound bound,
            Limit binds,
            int confirmed,
            double confirmSeconds,
            List<Point> points,
            Memory memory,
            Double rssBytesPer1000CallsPerSecond,
            Double coresPer1000CallsPerSecond,
            ConnectionMemory connections,
            UslReport usl,
            Long startupMillis,
            double searchSeconds,
            List<Caveat> remarks,
            List<ProbeReport> probes) {
        this(
                promises,
                callsPerSecond,
                low,
                high,
                bound,
                binds,
                confirmed,
                confirmSeconds,
                points,
                memory,
                rssBytesPer1000CallsPerSecond,
                coresPer1000CallsPerSecond,
                connections,
                usl,
                startupMillis,
                searchSeconds,
                remarks,
                probes,
                null,
                List.of(),
                List.of());
    }

    /** The same, of this box. @param box null where there were no limits @param all as {@code boxes} */
    public CapacityReport in(Limits box, List<CapacityBox> all) {
        return with(remarks, box, all);
    }

    /** The same without remarks of this type. */
    public CapacityReport without(Class<? extends Caveat> type) {
        return with(remarks.stream().filter(remark -> !type.isInstance(remark)).toList(), limits, boxes);
    }

    private CapacityReport with(List<Caveat> caveats, Limits box, List<CapacityBox> all) {
        return new CapacityReport(
                promises,
                callsPerSecond,
                low,
                high,
                bound,
                binds,
                confirmed,
                confirmSeconds,
                points,
                memory,
                rssBytesPer1000CallsPerSecond,
                coresPer1000CallsPerSecond,
                connections,
                usl,
                startupMillis,
                searchSeconds,
                caveats,
                probes,
                box,
                overload,
                all);
    }

    /** Whether the target may hold more than its rate: the generator was the limit, or no rate was found that it does not hold. */
    public boolean atLeast() {
        return callsPerSecond != null && (bound == Bound.GENERATOR || high == null);
    }

    /** Whether as many fresh processes held its rate as have to. */
    public boolean wellConfirmed() {
        return callsPerSecond != null && confirmed >= CONFIRMATIONS;
    }

    /** Whether the fresh process of this round held its rate or more. */
    public boolean heldIn(int round) {
        return probes.stream()
                .filter(probe -> probe.round() == round && probe.purpose() == Purpose.CONFIRM)
                .anyMatch(probe -> probe.kept() && callsPerSecond != null && probe.offered() >= callsPerSecond);
    }

    /** What is known of how much the target holds. */
    public enum Outcome {
        /** The highest rate. */
        HELD,
        /** A rate, and it may hold more. */
        AT_LEAST,
        /** Nothing: the generator was the limit. */
        GENERATOR_LIMITED,
        /** Nothing: no rate was tried. */
        UNTRIED,
        /** That a rate was held once, and none in every fresh process. */
        UNCONFIRMED,
        /** That it holds none of the rates that were tried. */
        NONE_HELD
    }

    /** What is known of how much the target holds. That it holds nothing only where it was asked, and the generator was well. */
    public Outcome outcome() {
        if (callsPerSecond != null) {
            return atLeast() ? Outcome.AT_LEAST : Outcome.HELD;
        }
        if (bound == Bound.GENERATOR) {
            return Outcome.GENERATOR_LIMITED;
        }
        return tried().getCount() == 0
                ? Outcome.UNTRIED
                : heldOnce().isPresent() ? Outcome.UNCONFIRMED : Outcome.NONE_HELD;
    }

    /** The rates that were held against the SLOs. */
    public DoubleSummaryStatistics tried() {
        return probes.stream()
                .filter(probe -> probe.verdict() != StepVerdict.UNJUDGED && probe.offered() != null)
                .collect(Collectors.summarizingDouble(ProbeReport::offered));
    }

    /** The highest rate of a load step that met the SLOs. */
    public OptionalDouble heldOnce() {
        return probes.stream()
                .filter(ProbeReport::kept)
                .mapToDouble(ProbeReport::offered)
                .max();
    }

    /**
     * How a target fares at a part of its capacity: medians over the confirming processes.
     *
     * @param share of the rate: 0.5, 0.8 or 1
     * @param callsPerSecond offered
     * @param p50Millis median latency from the planned start
     * @param p95Millis 95th percentile likewise
     * @param p99Millis 99th percentile likewise; null under {@value Latency#MIN_COUNT_P99} calls
     * @param maxMillis the longest likewise, of all processes
     * @param rssBytes resident memory at its end; null where it could not be read
     * @param cores used; null likewise
     * @param broken in how many of the processes an SLO was broken at it, although the whole rate was held
     * @param inconclusive in how many one was broken with an overloaded generator
     */
    public record Point(
            double share,
            double callsPerSecond,
            double p50Millis,
            double p95Millis,
            Double p99Millis,
            double maxMillis,
            Long rssBytes,
            Double cores,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int broken,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int inconclusive) {
        /** At which no SLO was broken. */
        public Point(
                double share,
                double callsPerSecond,
                double p50Millis,
                double p95Millis,
                Double p99Millis,
                double maxMillis,
                Long rssBytes,
                Double cores) {
            this(share, callsPerSecond, p50Millis, p95Millis, p99Millis, maxMillis, rssBytes, cores, 0, 0);
        }
    }

    /**
     * Resident memory of the process tree, bytes; null where it could not be read.
     *
     * @param idleRssBytes before any load
     * @param atRateRssBytes at the end of the load at the rate
     * @param peakRssBytes the kernel's high-water mark during it, or a weighing after it where that is higher
     * @param peakPssBytes the same with each page counted once; null where RSS does not count many pages more than once
     * @param settledRssBytes after a garbage collection
     */
    public record Memory(
            Long idleRssBytes,
            Long atRateRssBytes,
            Long peakRssBytes,
            @JsonInclude(JsonInclude.Include.NON_NULL) Long peakPssBytes,
            Long settledRssBytes) {
        /** Of a target whose RSS counts each page once. */
        public Memory(Long idleRssBytes, Long atRateRssBytes, Long peakRssBytes, Long settledRssBytes) {
            this(idleRssBytes, atRateRssBytes, peakRssBytes, null, settledRssBytes);
        }
    }
}
