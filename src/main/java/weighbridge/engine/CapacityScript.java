package weighbridge.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.analysis.ProbeAnalysis;
import weighbridge.capacity.SloJudge;
import weighbridge.figure.Slo;
import weighbridge.process.ControlGroups;
import weighbridge.record.Outcome;
import weighbridge.record.Window;
import weighbridge.server.Assignment;
import weighbridge.text.Limits;
import weighbridge.workload.CapacitySearch;

/** Looks for the capacity of each target: what a {@link CapacityController} decides is done here. */
final class CapacityScript extends LoadScript {
    private final CapacitySearch load;

    CapacityScript(Lifecycle lifecycle, CapacitySearch load) {
        super(lifecycle);
        this.load = load;
    }

    @Override
    void play(LoadSteps steps) {
        warmGenerator(steps, load);
        RunBench bench = new RunBench(steps);
        List<CapacityCandidate> candidates = bench.targets.entrySet().stream()
                .filter(target -> canBeJudged(bench.run, target.getKey()))
                .map(target -> candidate(target.getKey()))
                .toList();
        new CapacityController(load, bench, MonotonicClock.SYSTEM).run(candidates);
    }

    private List<Slo> slos(String name) {
        return lifecycle().plan().settings().slo().stream()
                .filter(slo -> slo.isOf(name))
                .toList();
    }

    private CapacityCandidate candidate(String name) {
        SloJudge judge = new SloJudge(slos(name));
        ProbeAnalysis analysis = new ProbeAnalysis(
                lifecycle().input().host(), lifecycle().plan().settings().cores(), judge);
        return new CapacityCandidate(name, load, judge, analysis, MonotonicClock.SYSTEM);
    }

    /** Whether memory and CPU time can be read where an SLO is of them: otherwise each rate would break it. */
    private boolean canBeJudged(RoundRun run, String name) {
        List<String> notKnown = slos(name).stream()
                .filter(slo -> slo.isOfProcess() && run.server(name).pid().isEmpty())
                .map(Slo::condition)
                .toList();
        if (!notKnown.isEmpty()) {
            run.journal()
                    .remark(name + ": its capacity was not measured, because it has no known process to measure "
                            + String.join(", ", notKnown) + " (name its pid in target.yaml)");
        }
        return notKnown.isEmpty();
    }

    /** The run that the controller acts on. */
    private final class RunBench implements CapacityController.Bench {
        private final LoadSteps steps;
        private final Map<String, Assignment> targets = new LinkedHashMap<>();
        private RoundRun run;

        RunBench(LoadSteps steps) {
            this.steps = steps;
            this.run = run();
            run.round().order().stream()
                    .filter(target -> run.servers().containsKey(target.target().name()))
                    .forEach(target -> targets.put(target.target().name(), target));
        }

        @Override
        public boolean isEnded() {
            return isStopped();
        }

        @Override
        public ServerUnderLoad turnTo(String target) {
            weighPrevious(run);
            return new RoundServer(lifecycle(), run, steps, targets.get(target));
        }

        @Override
        public void freshServers(int number, Map<String, Limits> boxes) {
            List<Assignment> again = boxes.entrySet().stream()
                    .map(box -> targets.get(box.getKey()).in(box.getValue()))
                    .toList();
            lifecycle()
                    .turnTo(new Round(number, Math.max(number, CapacitySearch.ROUNDS), again, again, Optional.empty()));
            if (!isEnded()) {
                run = run();
            }
        }

        @Override
        public Optional<CapacityCandidate> smaller(CapacityCandidate candidate) {
            return SmallerBoxes.next(
                            candidate.box(),
                            targets.get(candidate.name()).target(),
                            lifecycle().plan().settings().cores(),
                            CoreChoice.ofServers(lifecycle().plan().settings().cores()),
                            ControlGroups.ofThisSystem().obstacle().isEmpty())
                    .map(candidate::in);
        }

        @Override
        public void weighConnections(String target) {
            ConnectionWeighing.weigh(steps, run, targets.get(target), load);
        }

        @Override
        public void recover(String target) {
            // The load may have left more connections than the server keeps idle: then it closes each one after an
            // answer.
            steps.dropConnections();
            BacklogWait.await(run.server(target), true);
        }

        @Override
        public void held(Window window) {
            run.journal().add(window);
        }

        @Override
        public void measured(String target) {
            if (!isEnded()) {
                run.journal().outcome(target, Outcome.MEASURED);
            }
            run.save();
            endLoad(steps, run, target);
        }

        @Override
        public void overloaded(String target) {
            steps.dropConnections();
            run.overloaded(target);
            run.save();
        }

        @Override
        public void line(String line) {
            run.console().progress(line);
        }
    }
}
