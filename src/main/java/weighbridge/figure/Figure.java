package weighbridge.figure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** A figure that one round gives of one target. */
public enum Figure {
    /** Window ÷ calls. */
    SECONDS_PER_CALL("secondsPerCall", "seconds/call", Unit.SECONDS),
    /** Of the calls that succeeded. */
    P50_MILLIS("p50", "p50", Unit.MILLIS),
    /** Of the calls that succeeded. */
    P75_MILLIS("p75", "p75", Unit.MILLIS),
    /** Of the calls that succeeded. */
    P95_MILLIS("p95", "p95", Unit.MILLIS),
    /** Of the calls that succeeded. */
    P99_MILLIS("p99", "p99", Unit.MILLIS),
    /** Of the calls that succeeded. */
    MAX_MILLIS("max", "max", Unit.MILLIS),
    /** Calls answered as expected in time ÷ calls: the only one of which more is better. */
    SUCCESS_RATIO("success", "success", Unit.RATIO),
    /** User and system time of the process tree per 1,000 answered calls. */
    CPU_SECONDS_PER_1000_CALLS("cpuPer1000Calls", "CPU s/1000 calls", Unit.SECONDS),
    /** Before any load. */
    IDLE_RSS_BYTES("idleRss", "rss idle", Unit.BYTES),
    /** Before the measured burst. */
    WARM_RSS_BYTES("warmRss", "rss warm", Unit.BYTES),
    /** The kernel's high-water mark over the measured burst. */
    PEAK_RSS_BYTES("peakRss", "rss peak", Unit.BYTES),
    /** After all targets of the round. */
    AFTER_RSS_BYTES("afterRss", "rss after", Unit.BYTES),
    /** The same after a garbage collection. */
    SETTLED_RSS_BYTES("settledRss", "rss settled", Unit.BYTES),
    /** After − idle. */
    DELTA_RSS_BYTES("deltaRss", "rss after - idle", Unit.BYTES),
    /** Live heap settled − warm. */
    RETAINED_BYTES("retainedHeap", "retained heap", Unit.BYTES),
    /** From the start of the process to its first right answer. */
    STARTUP_MILLIS("startup", "start-up", Unit.MILLIS);

    private final String key;
    private final String label;
    private final Unit unit;

    Figure(String key, String label, Unit unit) {
        this.key = key;
        this.label = label;
        this.unit = unit;
    }

    /** Its name in settings and files. */
    @JsonValue
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** What its values are counted in. */
    public Unit unit() {
        return unit;
    }

    /** Whether the greater of two values is the better one. */
    public boolean isMoreBetter() {
        return this == SUCCESS_RATIO;
    }

    /** The figure of this name; empty where there is none. */
    public static Optional<Figure> of(String key) {
        return Arrays.stream(values()).filter(figure -> figure.key.equals(key)).findFirst();
    }

    /**
     * Whether a value of it can be held against others where so many of the measured calls succeeded: of a figure of calls
     * one that failed makes something else, for its end is not the server's.
     *
     * @param success part of the calls; null where none was measured
     */
    public boolean isComparable(Double success) {
        return !isOfCalls() || success != null && success == 1;
    }

    /** Whether it is told of the time before any load. */
    public boolean isBeforeLoad() {
        return this == IDLE_RSS_BYTES || this == STARTUP_MILLIS;
    }

    /** Whether it tells how long calls took. */
    public boolean isLatency() {
        return switch (this) {
            case P50_MILLIS, P75_MILLIS, P95_MILLIS, P99_MILLIS, MAX_MILLIS -> true;
            default -> false;
        };
    }

    private boolean isOfCalls() {
        return isLatency() || this == SECONDS_PER_CALL || this == CPU_SECONDS_PER_1000_CALLS;
    }

    /** Whether two values of it are told apart by their ratio; otherwise, as it may be 0 or below, by their difference. */
    public boolean isRatio() {
        return this != SUCCESS_RATIO && this != DELTA_RSS_BYTES && this != RETAINED_BYTES;
    }
}
