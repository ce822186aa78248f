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

    SteadyScript(Lifecycle lifecycle, Steady load) {
        super(lifecycle);
        this.load = load;
    }

    @Override
    void play(LoadSteps steps) {
        warmGenerator(steps, load);
        for (Round round : lifecycle().plan().rounds()) {
            if (round.number() > 1) {
                lifecycle().turnTo(round);
            }
            if (isStopped()) {
                return;
            }
            RoundRun run = run();
            round.order().stream()
                    .filter(target -> run.servers().containsKey(target.target().name()))
                    .forEach(target -> attempt(steps, run, round, target));
        }
    }

    /** What fails at one target leaves the others. */
    private void attempt(LoadSteps steps, RoundRun run, Round round, Assignment target) {
        try {
            measure(steps, run, round, target);
        } catch (RuntimeException e) {
            run.journal().remark(target.target().name() + ": its load ended early, for something failed: " + e);
        } finally {
            endLoad(steps, run, target.target().name());
        }
    }

    private void measure(LoadSteps steps, RoundRun run, Round round, Assignment target) {
        String name = target.target().name();
        if (isStopped()) {
            return;
        }
        weighPrevious(run);
        run.console().begin(name + ": warming up");
        boolean steady = run.isUp(name) && WarmUp.of(new RoundServer(lifecycle(), run, steps, target), load);
        if (!run.isUp(name) || isStopped()) {
            run.console().done("it has ended");
            return;
        }
        run.console().add(steady ? "- steady - measuring for" : "- not steady - measuring for");
        run.console().add(load.duration().toMillis() / 1000.0 + " s");
        run.scale().weighWarm(run.server(name));
        IntFunction<String> names = request -> MEASURED.requestName(name, request) + round.suffix();
        LoadStep.Pace pace = load instanceof OpenLoad open
                ? new LoadStep.Open(Schedule.of(open.callsPerSecond(), open.duration()))
                : new LoadStep.Closed(((ClosedLoad) load).concurrency(), load.duration());
        LoadSteps.Made made = steps.named(run, target, Purpose.STEADY, pace, names);
        run.journal().add(made.record().window());
        if (!isStopped()) {
            run.journal().outcome(name, Outcome.MEASURED);
        }
        run.save();
        run.console().done("Done");
    }
}
