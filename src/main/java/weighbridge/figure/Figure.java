package weighbridge.figure;

import static weighbridge.figure.Trait.*;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A figure that one round gives of one target: all that reports, SLOs, rankings and comparisons know of it. Where its value
 * comes from is told in {@code weighbridge.analysis.FigureAnalysis}. Reports list figures in this order.
 */
public enum Figure {
    SECONDS_PER_CALL(
            called("secondsPerCall", "seconds/call", Unit.SECONDS, Topic.TIME),
            "From the start of the first call to the end of the last one, divided by the number of calls.",
            "no call was measured",
            Set.of(RANKED, JUDGED, IN_SUMMARY, OVER_ROUNDS, IN_INDEX, HEADLINE)),
    P50_MILLIS(
            latency("p50", 0.5),
            "Half of the calls that succeeded took no longer than this.",
            "no call succeeded",
            Set.of(JUDGED, SEARCHED, IN_SUMMARY, OVER_ROUNDS, IN_INDEX)),
    P75_MILLIS(
            latency("p75", 0.75),
            "75 of 100 calls that succeeded took no longer than this.",
            "no call succeeded",
            Set.of(SEARCHED)),
    P95_MILLIS(
            latency("p95", 0.95),
            "95 of 100 calls that succeeded took no longer than this.",
            "no call succeeded",
            Set.of(SEARCHED, IN_SUMMARY)),
    P99_MILLIS(
            latency("p99", 0.99),
            "99 of 100 calls that succeeded took no longer than this.",
            "p99 needs 299 calls that succeeded",
            Set.of(JUDGED, SEARCHED, IN_SUMMARY, OVER_ROUNDS, IN_INDEX)),
    MAX_MILLIS(
            latency("max", 1), "No call that succeeded took longer than this.", "no call succeeded", Set.of(SEARCHED)),
    SUCCESS_RATIO(
            called("success", "success", Unit.RATIO, Topic.SUCCESS),
            "The part of the calls that were answered as expected and in time.",
            "no call was measured",
            Set.of(MORE_IS_BETTER, DIFFERENCE, JUDGED, SEARCHED, IN_SUMMARY, IN_INDEX)),
    CPU_SECONDS_PER_1000_CALLS(
            called("cpuPer1000Calls", "CPU s/1000 calls", Unit.SECONDS, Topic.CPU),
            "CPU time of the server and its children for each 1,000 calls that were answered in time.",
            "CPU time could not be read, or not precisely enough",
            Set.of(RANKED, JUDGED, SEARCHED, IN_SUMMARY, OVER_ROUNDS, IN_INDEX)),
    IDLE_RSS_BYTES(
            memory("idleRss", "RSS idle"),
            "Resident memory of the server and its children, ready and before any load.",
            Figure.NOT_WEIGHED,
            Set.of(BEFORE_LOAD, RANKED, JUDGED, IN_SUMMARY, OVER_ROUNDS, IN_INDEX)),
    WARM_RSS_BYTES(
            memory("warmRss", "RSS warm"), "Resident memory before the measured calls.", Figure.NOT_WEIGHED, Set.of()),
    PEAK_RSS_BYTES(
            memory("peakRss", "RSS peak"),
            "The most resident memory during the measured calls, as the operating system's high-water mark has it.",
            Figure.NOT_WEIGHED,
            Set.of(RANKED, JUDGED, SEARCHED, IN_SUMMARY, OVER_ROUNDS, IN_INDEX, HEADLINE)),
    OVERALL_PEAK_RSS_BYTES(
            memory("overallPeakRss", "RSS peak overall"),
            "The most resident memory from the first call to the settled weighing, as the operating system's high-water mark has it.",
            Figure.NOT_WEIGHED,
            Set.of()),
    AFTER_RSS_BYTES(
            memory("afterRss", "RSS after"),
            "Resident memory after the load and a quiet time.",
            Figure.NOT_WEIGHED,
            Set.of()),
    SETTLED_RSS_BYTES(
            memory("settledRss", "RSS settled"),
            "Resident memory after the load, a quiet time and, of a JVM, a garbage collection.",
            Figure.NOT_WEIGHED,
            Set.of(JUDGED, IN_SUMMARY)),
    DELTA_RSS_BYTES(
            memory("deltaRss", "RSS after - idle"),
            "By how much resident memory has grown from before any load to the quiet time after it.",
            Figure.NOT_WEIGHED,
            Set.of(DIFFERENCE)),
    RETAINED_BYTES(
            memory("retainedHeap", "retained heap"),
            "By how much the live heap has grown over the measured calls.",
            "its live heap could not be read",
            Set.of(DIFFERENCE)),
    GROUP_PEAK_BYTES(
            called("groupPeak", "group peak", Unit.BYTES, Topic.GROUP),
            "The most memory that the server's control group was charged with since it was made, page cache included.",
            Figure.NO_GROUP,
            Set.of()),
    GROUP_ANON_BYTES(
            called("groupAnon", "group anon", Unit.BYTES, Topic.GROUP),
            "Memory that the processes of its control group had allocated at the end of the load.",
            Figure.NO_GROUP,
            Set.of()),
    GROUP_FILE_BYTES(
            called("groupFile", "group file", Unit.BYTES, Topic.GROUP),
            "Page cache and shared memory that its control group was charged with at the end of the load.",
            Figure.NO_GROUP,
            Set.of()),
    GROUP_SOCK_BYTES(
            called("groupSock", "group sock", Unit.BYTES, Topic.GROUP),
            "Buffers of network connections that its control group was charged with at the end of the load.",
            Figure.NO_GROUP,
            Set.of()),
    GROUP_KERNEL_BYTES(
            called("groupKernel", "group kernel", Unit.BYTES, Topic.GROUP),
            "Memory of the kernel that its control group was charged with at the end of the load.",
            Figure.NO_GROUP,
            Set.of()),
    STARTUP_MILLIS(
            called("startup", "start-up", Unit.MILLIS, Topic.START_UP),
            "From the start of the process to its first right answer, while no other server started.",
            "it ran already, or another server started meanwhile",
            Set.of(BEFORE_LOAD, RANKED, JUDGED, IN_SUMMARY, OVER_ROUNDS)),
    IDLE_FILES(
            count("idleFiles", "files idle"),
            "Descriptors that the server and its children have open, ready and before any load.",
            "the system does not report how many files the server has open",
            Set.of(BEFORE_LOAD)),
    PEAK_FILES(
            count("peakFiles", "files peak"),
            "The most descriptors open at once during the measured calls, sampled ten times a second.",
            "the system does not report how many files the server has open",
            Set.of()),
    IDLE_THREADS(
            count("idleThreads", "threads idle"),
            "Threads of the server and its children, ready and before any load.",
            "the system does not report how many threads the server has",
            Set.of(BEFORE_LOAD)),
    PEAK_THREADS(
            count("peakThreads", "threads peak"),
            "The most threads at once during the measured calls, sampled ten times a second.",
            "the system does not report how many threads the server has",
            Set.of());

    /** Gatling's log, from which the latencies of a burst come, is in whole ms. */
    public static final double LOG_MILLIS = 1;

    /** The histograms, from which the latencies of a load over time come, are in whole µs. */
    public static final double HISTOGRAM_MILLIS = 0.001;

    private static final String NO_GROUP = "it has no control group of its own, or that does not tell";

    private static final String NOT_WEIGHED = "it could not be weighed";
    /** How often a server is asked whether it is ready. */
    private static final double READINESS_MILLIS = 20;

    private final Name name;
    private final String meaning;
    private final String unknown;
    private final Set<Trait> traits;

    /** @param quantile of the calls that succeeded, 1 for the longest; 0 where it is none */
    private record Name(String key, String label, Unit unit, Topic topic, double quantile) {}

    Figure(Name name, String meaning, String unknown, Set<Trait> traits) {
        this.name = name;
        this.meaning = meaning;
        this.unknown = unknown;
        this.traits = traits;
    }

    private static Name called(String key, String label, Unit unit, Topic topic) {
        return new Name(key, label, unit, topic, 0);
    }

    private static Name latency(String key, double quantile) {
        return new Name(key, key, Unit.MILLIS, Topic.TIME, quantile);
    }

    private static Name memory(String key, String label) {
        return called(key, label, Unit.BYTES, Topic.MEMORY);
    }

    private static Name count(String key, String label) {
        return called(key, label, Unit.COUNT, Topic.HANDLES);
    }

    /** Its name in settings and files. */
    @JsonValue
    public String key() {
        return name.key;
    }

    /** Its name for people. */
    public String label() {
        return name.label;
    }

    /** What its values are counted in. */
    public Unit unit() {
        return name.unit;
    }

    /** What it is about. */
    public Topic topic() {
        return name.topic;
    }

    /** What it is, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** Why a target that was measured may not have it, in words for the user. */
    public String whyUnknown() {
        return unknown;
    }

    /** Which quantile of the latencies it is, 1 for the longest; 0 where it is none. */
    public double quantile() {
        return name.quantile;
    }

    /** Whether this is done with it. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Those with which this is done. */
    public static List<Figure> all(Trait trait) {
        return Arrays.stream(values()).filter(figure -> figure.is(trait)).toList();
    }

    /** The same by topic. */
    public static List<Figure> byTopic(Trait trait) {
        return all(trait).stream().sorted(Comparator.comparing(Figure::topic)).toList();
    }

    /** The figure of this name; empty where there is none. */
    public static Optional<Figure> of(String key) {
        return Arrays.stream(values())
                .filter(figure -> figure.key().equals(key))
                .findFirst();
    }

    /** Whether the greater of two values is the better one. */
    public boolean isMoreBetter() {
        return is(MORE_IS_BETTER);
    }

    /** Whether it tells how long calls took. */
    public boolean isLatency() {
        return name.quantile > 0;
    }

    /**
     * To how much it is told, in its unit: a smaller change is none. 0 where that is fine enough for any change.
     *
     * @param latencyMillis the same of latencies, which depends on the workload
     */
    public double resolution(double latencyMillis) {
        return isLatency() ? latencyMillis : this == STARTUP_MILLIS ? READINESS_MILLIS : 0;
    }

    /**
     * Whether a value of it can be held against others where so many of the measured calls succeeded: of a figure of calls
     * one that failed makes something else, for its end is not the server's.
     *
     * @param success part of the calls; null where none was measured
     */
    public boolean isComparable(Double success) {
        return !isPerCall() || success != null && success == 1;
    }

    /** Whether this value of it may not be held against others, for calls failed: their time is that of the timeout. */
    public boolean isOfFailures(Double value, Double success) {
        return is(Trait.RANKED) && value != null && !isComparable(success);
    }

    private boolean isPerCall() {
        return topic() == Topic.TIME || topic() == Topic.CPU;
    }

    /** Whether it is made from the calls in the log: where some of them are lost, it is another figure. */
    public boolean isOfCalls() {
        return isPerCall() || this == SUCCESS_RATIO;
    }
}
