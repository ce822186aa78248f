package weighbridge.engine;

import java.util.Optional;
import java.util.OptionalDouble;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.record.Reading;
import weighbridge.server.Assignment;
import weighbridge.workload.Purpose;

/** A server of the round that goes on. */
final class RoundServer implements ServerUnderLoad {
    private final MainJob job;
    private final Site site;
    private final Probes probes;
    private final Assignment target;
    private final String name;
    private Optional<ProcessTreeProbe> processes;

    RoundServer(MainJob job, Site site, Probes probes, Assignment target) {
        this.job = job;
        this.site = site;
        this.probes = probes;
        this.target = target;
        this.name = target.target().name();
    }

    @Override
    public boolean isUp() {
        return site.isUp(name) && !job.isStopped();
    }

    @Override
    public boolean isOurs() {
        return target.isLocal() && site.server(name).pid().isPresent();
    }

    @Override
    public OptionalDouble cpuSeconds() {
        if (processes == null) {
            processes = site.server(name).pid().map(ProcessTreeProbe::ofTree);
        }
        processes.ifPresent(ProcessTreeProbe::findProcesses);
        Optional<Double> cpu = processes.flatMap(ProcessTreeProbe::read).map(Reading::cpuSeconds);
        return processes.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(cpu.orElse(0.0));
    }

    @Override
    public Probes.Made run(Purpose purpose, LoadStep.Pace pace, Injector.Watch watch) {
        return probes.run(site, target, purpose, pace, watch);
    }
}
