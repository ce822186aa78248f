package weighbridge.engine;

import java.util.function.IntFunction;
import weighbridge.record.Outcome;
import weighbridge.server.Assignment;
import weighbridge.workload.Burst;
import weighbridge.workload.ClosedLoad;
import weighbridge.workload.OpenLoad;
import weighbridge.workload.Purpose;
import weighbridge.workload.Steady;

/** One load for a time on each target in turn, each of them warmed before. */
final class SteadyScript extends LoadScript {
    private static final Burst MEASURED = new Burst(Burst.Kind.MEASURED, 1);

    private final Steady load;

    SteadyScript(MainJob job, GatlingInjector injector, Steady load) {
        super(job, injector);
        this.load = load;
    }

    @Override
    void play(Probes probes) {
        warmGenerator(probes, load);
        for (Round round : job().plan().rounds()) {
            if (round.number() > 1) {
                job().turnTo(round);
            }
            if (job().isStopped()) {
                return;
            }
            Site site = job().site();
            round.order().stream()
                    .filter(target -> site.servers().containsKey(target.target().name()))
                    .forEach(target -> measure(probes, site, round, target));
        }
    }

    private void measure(Probes probes, Site site, Round round, Assignment target) {
        String name = target.target().name();
        if (job().isStopped()) {
            return;
        }
        site.console().begin(name + ": warming up");
        boolean steady = site.isUp(name) && WarmUp.of(new RoundServer(job(), site, probes, target), load);
        if (!site.isUp(name) || job().isStopped()) {
            site.console().done("it has ended");
            return;
        }
        site.console().add(steady ? "- steady - measuring for" : "- not steady - measuring for");
        site.console().add(load.duration().toMillis() / 1000.0 + " s");
        site.scale().weighWarm(name);
        IntFunction<String> names = request -> MEASURED.requestName(name, request) + round.suffix();
        LoadStep.Pace pace = load instanceof OpenLoad open
                ? new LoadStep.Open(Schedule.of(open.callsPerSecond(), open.duration()))
                : new LoadStep.Closed(((ClosedLoad) load).concurrency(), load.duration());
        Probes.Made made = probes.named(site, target, Purpose.STEADY, pace, names);
        site.journal().add(made.record().window());
        if (!job().isStopped()) {
            site.journal().outcome(name, Outcome.MEASURED);
        }
        site.archive().save(site.journal());
        site.console().done("Done");
    }
}
