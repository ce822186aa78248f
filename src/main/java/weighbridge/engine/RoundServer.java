package weighbridge.engine;

import java.util.Optional;
import java.util.OptionalDouble;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.record.Reading;
import weighbridge.server.Assignment;
import weighbridge.server.Server;
import weighbridge.workload.Purpose;

/** A server of the round that goes on. */
final class RoundServer implements ServerUnderLoad {
    private final Lifecycle lifecycle;
    private final RoundRun run;
    private final LoadSteps steps;
    private final Assignment target;
    private final String name;
    private Optional<ProcessTreeProbe> processes;

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
    public OptionalDouble cpus() {
        Server server = run.server(name); // null where it did not start
        Double cpus =
                server == null ? null : server.assignment().target().limits().cpus();
        return cpus == null ? OptionalDouble.empty() : OptionalDouble.of(cpus);
    }

    @Override
    public OptionalDouble cpuSeconds() {
        if (processes == null) {
            processes = run.server(name).processes();
        }
        processes.ifPresent(ProcessTreeProbe::findProcesses);
        return cpuSecondsOfFound();
    }

    @Override
    public OptionalDouble cpuSecondsOfFound() {
        Optional<Reading> reading = processes.flatMap(ProcessTreeProbe::read);
        return reading.map(read -> OptionalDouble.of(read.cpuSeconds())).orElseGet(OptionalDouble::empty);
    }

    @Override
    public OptionalDouble compilerSecondsOfFound() {
        return processes.map(ProcessTreeProbe::compilerSeconds).orElseGet(OptionalDouble::empty);
    }

    @Override
    public LoadSteps.Made run(Purpose purpose, LoadStep.Pace pace, Injector.Watch watch) {
        return steps.run(run, target, purpose, pace, watch);
    }
}
