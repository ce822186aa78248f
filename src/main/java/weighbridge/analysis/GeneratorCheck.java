package weighbridge.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weighbridge.record.GeneratorHealth;

/** Whether the generator was well in a window: where it was not, the window's figures are its own and not the target's. */
final class GeneratorCheck {
    /** From this share of what it may use on, the generator was the limit. */
    static final double MAX_ALLOWED_SHARE = 0.95;

    /** In shorter windows the share says more of the moment at which it was read. */
    static final double MIN_CPU_SECONDS = 0.1;

    /** A thread that only wants to wake up may wait for a processor so much of the time. */
    static final double MAX_DENIED_SHARE = 0.3;

    /** Longer pauses than this show in the latencies of a burst. */
    static final long MAX_GC_PAUSE_MILLIS = 100;

    /** Over this part of the timeout the starts of a burst may be spread. */
    static final double MAX_START_SPREAD = 0.5;

    private GeneratorCheck() {}

    /**
     * What was wrong with it.
     *
     * @param kind the same for faults that differ only in their numbers
     * @param words that follow "the generator"
     */
    record Fault(String kind, String words) {
        private static Fault of(String format, Object... arguments) {
            return new Fault(format, String.format(Locale.ROOT, format, arguments));
        }
    }

    /** What was wrong with it; empty where it was well. */
    static List<Fault> faults(GeneratorReport generator) {
        List<Fault> faults = new ArrayList<>();
        GeneratorHealth health = generator.health();
        if (generator.cores() != null && generator.cores() < 1) {
            faults.add(Fault.of("may use only %.2f of a core", generator.cores()));
        }
        if (generator.cpu().seconds() >= MIN_CPU_SECONDS
                && generator.allowedShare() != null
                && generator.allowedShare() >= MAX_ALLOWED_SHARE) {
            faults.add(Fault.of(
                    "used %.0f %% of the processor time that it may use (cores: %.2f)",
                    100 * generator.allowedShare(), generator.cores()));
        }
        if (health.deniedShare() > MAX_DENIED_SHARE) {
            faults.add(Fault.of("waited for a processor during %.0f %% of the time", 100 * health.deniedShare()));
        }
        if (health.stalls() > 0) {
            faults.add(Fault.of(
                    "stood still for %d ms at a stretch, %d ms in all",
                    health.longestStallMillis(), health.stalledMillis()));
        }
        if (health.longestGcPauseMillis() > MAX_GC_PAUSE_MILLIS) {
            faults.add(Fault.of("collected garbage for %d ms at a stretch", health.longestGcPauseMillis()));
        }
        return faults;
    }

    /** Whether its calls started so late after each other that they were no burst. */
    static boolean startedLate(int startSpreadMillis, long timeoutMillis) {
        return startSpreadMillis > timeoutMillis * MAX_START_SPREAD;
    }
}
