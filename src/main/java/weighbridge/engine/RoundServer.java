package weighbridge.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.record.Reading;
import weighbridge.server.Assignment;
import weighbridge.workload.Purpose;

/** A server of the round that goes on. */
final class RoundServer implements ServerUnderLoad {
    /** To find them costs more than to read them, and somebody may ask fifty times a second. */
    private static final Duration FIND_EVERY = Duration.ofMillis(500);

    private final Lifecycle lifecycle;
    private final RoundRun run;
    private final LoadSteps steps;
    private final Assignment target;
    private final String name;
    private Optional<ProcessTreeProbe> processes;
    private long foundAtNanos;

    RoundServer(Lifecycle lifecycle, RoundRun run, LoadSteps steps, Assignment target) {
        this.lifecycle = lifecycle;
        this.run = run;
        this.steps = steps;
        this.target = target;
        this.name = target.target().name();
    }

    @Override
    public boolean isUp() {
        return run.isUp(name) && !lifecycle.isStopped();
    }

    @Override
    public boolean isOurs() {
        return target.isLocal() && run.server(name).pid().isPresent();
    }

    @Override
    public OptionalDouble cpuSeconds() {
        long now = System.nanoTime();
        if (processes == null || now - foundAtNanos > FIND_EVERY.toNanos()) {
            processes = processes == null ? run.server(name).processes() : processes;
            processes.ifPresent(ProcessTreeProbe::findProcesses);
            foundAtNanos = now;
        }
        Optional<Double> cpu = processes.flatMap(ProcessTreeProbe::read).map(Reading::cpuSeconds);
        return processes.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(cpu.orElse(0.0));
    }

    @Override
    public LoadSteps.Made run(Purpose purpose, LoadStep.Pace pace, Injector.Watch watch) {
        return steps.run(run, target, purpose, pace, watch);
    }
}
