package weighbridge.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weighbridge.analysis.Report.Verdict;
import weighbridge.load.Steadiness;
import weighbridge.recording.Recording;

/** Whether the figures of a run can be relied on, and what a reader has to know. */
final class Judgement {
    /** A live heap that grows by less than this is not called a leak: caches and pools of a server settle in such steps. */
    static final long MIN_LEAK_BYTES = 512 * 1024;

    private final Recording recording;
    private final List<String> faults;
    private final List<String> remarks = new ArrayList<>();

    private Judgement(Recording recording) {
        this.recording = recording;
        this.faults = new ArrayList<>(recording.remarks());
    }

    static Verdict of(Recording recording, Floor floor, List<TargetReport> targets) {
        Judgement judgement = new Judgement(recording);
        judgement.run();
        judgement.floor(floor, targets);
        targets.forEach(judgement::target);
        return Verdict.of(judgement.faults, judgement.remarks);
    }

    private void run() {
        faults.addAll(recording.run().remarks());
        if (!recording.run().complete()) {
            faults.add("the run was cut off: what follows is what was measured until then");
        }
    }

    private void floor(Floor floor, List<TargetReport> targets) {
        if (floor != null && !floor.steady()) {
            remarks.add(text(
                    "the generator's floor is not steady: after %d bursts at a server that does nothing they still differed,"
                            + " so the machine may be busy with something else",
                    floor.bursts()));
        }
        boolean called = targets.stream().anyMatch(target -> target.calls() > 0);
        if (floor != null && floor.successRatio() < 1 && called) {
            faults.add(text(
                    "even a server that does nothing answered only %.1f %% of the calls in time: the generator is too slow"
                            + " for this timeout",
                    Math.floor(floor.successRatio() * 1000) / 10));
        }
    }

    private void target(TargetReport target) {
        int asked = recording.run().settings().calls();
        if (target.measured() && target.calls() != asked) {
            faults.add(text("%s: %d calls were asked for, %d are in the log", target.name(), asked, target.calls()));
        }
        if (target.generator() != null) {
            GeneratorCheck.faults(target.generator())
                    .forEach(fault -> faults.add(target.name() + ": the generator " + fault
                            + ": the figures of this target are at least partly the generator's"));
        }
        if (target.startSpreadMillis() != null
                && GeneratorCheck.startedLate(
                        target.startSpreadMillis(), recording.run().settings().timeoutMillis())) {
            faults.add(text(
                    "%s: the calls started over %d ms and not at once: the generator could not keep up",
                    target.name(), target.startSpreadMillis()));
        }
        if (target.calls() > 0 && Boolean.FALSE.equals(target.warmup().steady())) {
            remarks.add(text(
                    target.warmup().bursts() < 2 * Steadiness.BURSTS
                            ? "%s: not steady: too few warm-up bursts (%d) to tell, so its measured one may be partly a cold one"
                            : "%s: not steady: its %d warm-up bursts still differed, so its measured one may be partly a cold one",
                    target.name(),
                    target.warmup().bursts()));
        }
        leak(target);
    }

    /**
     * Only what the measured calls left behind after a garbage collection: growth of a heap alone is no leak. Nor is what
     * the first calls of a cold server leave, who loads its classes for them.
     */
    private void leak(TargetReport target) {
        MemoryReport.LiveHeap heap = target.memory().liveHeap();
        if (target.calls() == 0 || target.cold() == null || heap == null || heap.retainedBytes() == null) {
            return;
        }
        if (heap.retainedBytes() >= MIN_LEAK_BYTES) {
            double mebibytes = heap.retainedBytes() / 1024.0 / 1024.0;
            remarks.add(text(
                    "%s: %d calls left %.2f MiB of live heap behind (%.2f MiB per 1,000 calls): this looks like a leak; a"
                            + " longer run tells it from a cache that fills",
                    target.name(), target.calls(), mebibytes, mebibytes * 1000 / target.calls()));
        }
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
