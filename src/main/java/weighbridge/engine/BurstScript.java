package weighbridge.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weighbridge.record.Outcome;
import weighbridge.server.Assignment;
import weighbridge.server.Sink;
import weighbridge.server.Target;
import weighbridge.workload.Burst;
import weighbridge.workload.Burst.Kind;
import weighbridge.workload.Course;
import weighbridge.workload.Phase;
import weighbridge.workload.Steadiness;

/** Bursts: first at the sink, then at the targets one after the other, each with as many as its course has. */
final class BurstScript extends LoadScript {
    private final int calls;

    BurstScript(MainJob job, GatlingInjector injector) {
        super(job, injector);
        this.calls = job.plan().bursts().calls();
    }

    @Override
    void play(Probes probes) {
        job().site().console().line("Now hammering, " + calls + " calls in a burst:");
        new Turn(probes, job().site(), job().sink(), job().plan().mostUsers(), Course.ofSink(), "").play();
        for (Round round : job().plan().rounds()) {
            if (round.number() > 1) {
                job().turnTo(round);
            }
            for (Assignment target : round.order()) {
                if (!job().isStopped()) {
                    new Turn(probes, job().site(), target, calls, job().plan().course(), round.suffix()).play();
                }
            }
        }
    }

    /** All bursts of one target, or of the sink, one after the other. */
    private final class Turn {
        private final Probes probes;
        private final Site site;
        private final Assignment target;
        private final String name;
        private final int calls;
        private final Course course;
        private final String suffix;
        private final List<Phase> done = new ArrayList<>();

        /** @param suffix of the names of its requests */
        Turn(Probes probes, Site site, Assignment target, int calls, Course course, String suffix) {
            this.probes = probes;
            this.site = site;
            this.target = target;
            this.name = target.target().name();
            this.calls = calls;
            this.course = course;
            this.suffix = suffix;
        }

        void play() {
            site.archive().save(site.journal());
            site.console().begin((isAtSink() ? "Warming up the generator at the sink" : name) + " (ms):");
            try {
                Optional<Burst> next = next();
                while (next.isPresent()) {
                    prepare(next.get());
                    make(next.get());
                    next = next();
                }
                if (!job().isStopped()) {
                    finish();
                }
            } catch (RuntimeException e) {
                site.journal().remark(name + ": its bursts ended early, for something failed between them: " + e);
            } finally {
                probes.dropConnections();
            }
        }

        private boolean isAtSink() {
            return name.equals(Target.SINK);
        }

        private Optional<Burst> next() {
            return site.isUp(name) && !job().isStopped()
                    ? course.next(done).map(this::withoutDeadSink)
                    : Optional.empty();
        }

        /** A target can be measured without a floor, which is then not known. */
        private Burst withoutDeadSink(Burst burst) {
            return burst.kind() == Kind.FLOOR && !site.isUp(Target.SINK) ? new Burst(Kind.MEASURED, 1) : burst;
        }

        private void prepare(Burst burst) {
            if (burst.number() == 1) {
                site.console().add(burst.kind().label());
            }
            boolean firstOfFloor = burst.kind() == Kind.FLOOR && burst.number() == 1;
            if (firstOfFloor || burst.kind() == Kind.MEASURED && !site.isUp(Target.SINK)) {
                BacklogWait.await(site.server(name), leftWork()).ifPresent(site.journal()::remark);
                site.scale().weighWarm(name);
            }
        }

        /** Whether calls of the burst before gave up: the server may not know. */
        private boolean leftWork() {
            return !done.isEmpty() && done.get(done.size() - 1).succeeded() < calls;
        }

        private void make(Burst burst) {
            boolean floor = burst.kind() == Kind.FLOOR;
            Assignment called = floor ? Sink.like(job().sink(), target.target().traffic()) : target;
            boolean measured = burst.kind() == Kind.MEASURED;
            Phase phase = probes.burst(name, called, burst, calls, suffix, () -> {
                if (measured) {
                    site.scale().startWindow(name);
                }
            });
            if (job().isStopped()) {
                return; // what made it end was the stop
            }
            done.add(phase);
            site.journal().add(phase);
            site.console().add(Long.toString(phase.millis()));
            if (measured) {
                site.scale().endWindow(name);
                site.journal().outcome(name, Outcome.MEASURED);
                site.archive().save(site.journal());
            }
        }

        private void finish() {
            if (isAtSink() && site.isUp(name)) {
                site.scale().rehearse(site.server(name));
            }
            site.console().done(how());
        }

        private String how() {
            if (site.server(name) == null) {
                return "not called, for it did not start";
            }
            if (!site.isUp(name)) {
                return "it has ended";
            }
            return course.most() == 0 || Steadiness.reached(course.repeatedOf(done)) ? "Done" : "Done, not steady";
        }
    }
}
