package weighbridge.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.capacity.SloJudge;
import weighbridge.figure.LoadPromises;
import weighbridge.figure.Promise;
import weighbridge.record.Outcome;
import weighbridge.record.Window;
import weighbridge.server.Assignment;
import weighbridge.workload.CapacitySearch;

/** Looks for the capacity of each target: what a {@link CapacityController} decides is done here. */
final class CapacityScript extends LoadScript {
    private final CapacitySearch load;

    CapacityScript(MainJob job, GatlingInjector injector, CapacitySearch load) {
        super(job, injector);
        this.load = load;
    }

    @Override
    void play(Probes probes) {
        warmGenerator(probes, load);
        RunBench bench = new RunBench(probes);
        List<CapacityCandidate> candidates = bench.targets.entrySet().stream()
                .filter(target -> canBeJudged(bench.site, target.getKey()))
                .map(target -> candidate(target.getKey()))
                .toList();
        new CapacityController(load, bench, MonotonicClock.SYSTEM).run(candidates);
    }

    private List<Promise> slos(String name) {
        return job().plan().settings().slo().stream()
                .filter(slo -> slo.isOf(name))
                .toList();
    }

    private CapacityCandidate candidate(String name) {
        return new CapacityCandidate(name, load, new SloJudge(slos(name)), job().host(), MonotonicClock.SYSTEM);
    }

    /** Whether memory and CPU time can be read where an SLO is of them: otherwise each rate would break it. */
    private boolean canBeJudged(Site site, String name) {
        List<String> notKnown = slos(name).stream()
                .filter(slo ->
                        LoadPromises.isOfProcess(slo) && site.server(name).pid().isEmpty())
                .map(Promise::condition)
                .toList();
        if (!notKnown.isEmpty()) {
            site.journal()
                    .remark(name + ": no capacity was looked for, for no process of it is known to tell "
                            + String.join(", ", notKnown) + " (name its pid in target.yaml)");
        }
        return notKnown.isEmpty();
    }

    /** The run that the controller acts on. */
    private final class RunBench implements CapacityController.Bench {
        private final Probes probes;
        private final Map<String, Assignment> targets = new LinkedHashMap<>();
        private Site site;

        RunBench(Probes probes) {
            this.probes = probes;
            this.site = job().site();
            site.round().order().stream()
                    .filter(target -> site.servers().containsKey(target.target().name()))
                    .forEach(target -> targets.put(target.target().name(), target));
        }

        @Override
        public boolean isEnded() {
            return job().isStopped();
        }

        @Override
        public ServerUnderLoad server(String target) {
            return new RoundServer(job(), site, probes, targets.get(target));
        }

        @Override
        public void freshServers(int number, List<String> names) {
            List<Assignment> again = names.stream().map(targets::get).toList();
            job().turnTo(new Round(number, Math.max(number, CapacitySearch.ROUNDS), again, again, Optional.empty()));
            if (!isEnded()) {
                site = job().site();
            }
        }

        @Override
        public void weighConnections(String target) {
            ConnectionWeighing.weigh(probes, site, targets.get(target), load);
        }

        @Override
        public void awaitBacklog(String target) {
            BacklogWait.await(site.server(target), true);
        }

        @Override
        public void held(Window window) {
            site.journal().add(window);
        }

        @Override
        public void measured(String target) {
            if (!isEnded()) {
                site.journal().outcome(target, Outcome.MEASURED);
            }
            site.archive().save(site.journal());
        }

        @Override
        public void line(String line) {
            site.console().line(line);
        }
    }
}
