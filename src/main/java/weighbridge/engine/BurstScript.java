package weighbridge.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import weighbridge.process.RunClock;
import weighbridge.record.Outcome;
import weighbridge.server.Assignment;
import weighbridge.server.Sink;
import weighbridge.server.Target;
import weighbridge.workload.Burst;
import weighbridge.workload.Burst.Kind;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.BurstProfile;
import weighbridge.workload.Phase;
import weighbridge.workload.Steadiness;

/** Bursts: first at the sink, then at the targets one after the other, each with as many as its profile has. */
final class BurstScript extends LoadScript {
    private final BurstLoad load;

    BurstScript(Lifecycle lifecycle, BurstLoad load) {
        super(lifecycle);
        this.load = load;
    }

    @Override
    void play(LoadSteps steps) {
        run().console().line("Now hammering, " + load.calls() + " calls in a burst:");
        new Turn(steps, run(), sink(), lifecycle().plan().mostUsers(), BurstProfile.ofSink(), "").play();
        BurstProfile profile = BurstProfile.ofTarget(load.warmup(), load.calls());
        for (Round round : lifecycle().plan().rounds()) {
            if (round.number() > 1) {
                lifecycle().turnTo(round);
            }
            for (Assignment target : round.order()) {
                if (!isStopped()) {
                    new Turn(steps, run(), target, load.calls(), profile, round.suffix()).play();
                }
            }
        }
    }

    /** All bursts of one target, or of the sink, one after the other. */
    private final class Turn {
        private final LoadSteps steps;
        private final RoundRun run;
        private final Assignment target;
        private final String name;
        private final int calls;
        private final BurstProfile profile;
        private final String suffix;
        private final List<Phase> done = new ArrayList<>();
        private final ServerUnderLoad server;
        private OptionalDouble cpuSecondsBefore = OptionalDouble.empty();
        private boolean restless;

        /** @param suffix of the names of its requests */
        Turn(LoadSteps steps, RoundRun run, Assignment target, int calls, BurstProfile profile, String suffix) {
            this.steps = steps;
            this.run = run;
            this.target = target;
            this.name = target.target().name();
            this.calls = calls;
            this.profile = profile;
            this.suffix = suffix;
            this.server = new RoundServer(lifecycle(), run, steps, target);
        }

        void play() {
            run.save();
            run.console().begin((isAtSink() ? "Warming up the generator at a do-nothing server" : name) + " (ms):");
            try {
                Optional<Burst> next = next();
                while (next.isPresent()) {
                    prepare(next.get());
                    make(next.get());
                    next = next();
                }
                if (!isStopped()) {
                    finish();
                }
            } catch (RuntimeException e) {
                run.journal().remark(name + ": its bursts ended early, for something failed between them: " + e);
            } finally {
                endLoad(steps, run, name);
            }
        }

        private boolean isAtSink() {
            return name.equals(Target.SINK);
        }

        private Optional<Burst> next() {
            return run.isUp(name) && !isStopped() ? profile.next(done).map(this::withoutDeadSink) : Optional.empty();
        }

        /** A target can be measured without a floor, which is then not known. */
        private Burst withoutDeadSink(Burst burst) {
            return burst.kind() == Kind.FLOOR && !run.isUp(Target.SINK) ? new Burst(Kind.MEASURED, 1) : burst;
        }

        private void prepare(Burst burst) {
            if (isWarming(burst)) {
                run.later().before(timeOfOne());
            } else {
                run.later().await(); // nothing else may go on while figures are taken
            }
            if (burst.number() == 1) {
                run.console().add(burst.kind().label());
            }
            if (burst.kind() == Kind.COLD) {
                restless = isRestless();
                cpuSecondsBefore = server.cpuSeconds();
            }
            boolean firstOfFloor = burst.kind() == Kind.FLOOR && burst.number() == 1;
            if (firstOfFloor || burst.kind() == Kind.MEASURED && !run.isUp(Target.SINK)) {
                BacklogWait.await(run.server(name), leftWork()).ifPresent(run.journal()::remark);
                run.scale().weighWarm(run.server(name));
            }
        }

        /** Whether it makes the target warmer. */
        private static boolean isWarming(Burst burst) {
            return burst.kind() == Kind.COLD || burst.kind() == Kind.WARMUP;
        }

        /** What the burst before took, from its beginning to now. */
        private Duration timeOfOne() {
            return done.isEmpty()
                    ? Duration.ZERO
                    : Duration.ofMillis(RunClock.OF_THIS_PROCESS.millis()
                            - done.get(done.size() - 1).startedAtMillis());
        }

        /** Whether calls of the burst before gave up: the server may not know. */
        private boolean leftWork() {
            return !done.isEmpty() && done.get(done.size() - 1).succeeded() < calls;
        }

        private void make(Burst burst) {
            boolean floor = burst.kind() == Kind.FLOOR;
            Assignment called = floor ? Sink.like(sink(), target.target().traffic()) : target;
            boolean measured = burst.kind() == Kind.MEASURED;
            Phase phase = steps.burst(name, called, burst, calls, suffix, () -> {
                if (measured) {
                    run.scale().openWindow(run.server(name));
                }
            });
            if (isStopped()) {
                return; // what made it end was the stop
            }
            phase = isWarming(burst) ? rested(phase) : phase;
            done.add(phase);
            run.journal().add(phase);
            run.console().add(Long.toString(phase.millis()));
            if (measured) {
                run.journal().add(run.scale().closeWindow());
                run.journal().outcome(name, Outcome.MEASURED);
                run.save();
            }
        }

        /** Whether it is at work without any call: nothing can be seen of what a burst has left it to do. */
        private boolean isRestless() {
            return RestWait.await(server, MonotonicClock.SYSTEM).orElse(0) >= RestWait.MOST_MILLIS;
        }

        /** Waits until the server rests, so that what is compiled for a burst counts to it, and is not starved by the next one. */
        private Phase rested(Phase phase) {
            OptionalDouble before = cpuSecondsBefore;
            OptionalLong busyMillis = restless ? OptionalLong.empty() : RestWait.await(server, MonotonicClock.SYSTEM);
            cpuSecondsBefore = server.isUp() ? server.cpuSeconds() : OptionalDouble.empty();
            Double cpuSeconds = before.isPresent() && cpuSecondsBefore.isPresent()
                    ? Double.valueOf(cpuSecondsBefore.getAsDouble() - before.getAsDouble())
                    : null;
            return phase.with(
                    cpuSeconds, busyMillis.stream().boxed().findFirst().orElse(null));
        }

        private void finish() {
            if (isAtSink() && run.isUp(name)) {
                run.scale().rehearse(run.server(name));
            }
            run.console().done(how());
        }

        private String how() {
            if (run.server(name) == null) {
                return "not called, for it did not start";
            }
            if (!run.isUp(name)) {
                return "it has ended";
            }
            if (profile.most() == 0) {
                return "Done";
            }
            return switch (Steadiness.of(profile.repeatedOf(done))) {
                case STEADY -> "Done";
                case STILL_CHEAPER -> "Done, its calls still getting cheaper";
                case STILL_BUSY -> "Done, still busy after its bursts";
                case TOO_FEW, DIFFERENT -> "Done, not steady";
            };
        }
    }
}
