package weighbridge.analysis;

import java.util.ArrayList;
import java.util.List;
import weighbridge.capacity.GeneratorFault;
import weighbridge.capacity.GeneratorFault.*;
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

    /** What was wrong with it; empty where it was well. */
    static List<GeneratorFault> faults(GeneratorReport generator) {
        List<GeneratorFault> faults = new ArrayList<>();
        GeneratorHealth health = generator.health();
        if (generator.cores() != null && generator.cores() < 1) {
            faults.add(new TooFewCores(generator.cores()));
        }
        if (generator.cpu().seconds() >= MIN_CPU_SECONDS
                && generator.allowedShare() != null
                && generator.allowedShare() >= MAX_ALLOWED_SHARE) {
            faults.add(new CpuUsedUp(generator.allowedShare(), generator.cores()));
        }
        if (health.deniedShare() > MAX_DENIED_SHARE) {
            faults.add(new WaitedForCpu(health.deniedShare()));
        }
        if (health.stalls() > 0) {
            faults.add(new Stalled(health.longestStallMillis(), health.stalledMillis()));
        }
        if (health.longestGcPauseMillis() > MAX_GC_PAUSE_MILLIS) {
            faults.add(new GcPaused(health.longestGcPauseMillis()));
        }
        return faults;
    }

    /** Whether its calls started so late after each other that they were no burst. */
    static boolean startedLate(int startSpreadMillis, long timeoutMillis) {
        return startSpreadMillis > timeoutMillis * MAX_START_SPREAD;
    }
}
