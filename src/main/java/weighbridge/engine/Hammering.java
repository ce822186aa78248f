package weighbridge.engine;

import java.util.List;
import java.util.Optional;
import weighbridge.record.Outcome;
import weighbridge.server.Target;
import weighbridge.workload.Burst;
import weighbridge.workload.Burst.Kind;
import weighbridge.workload.Course;
import weighbridge.workload.Phase;
import weighbridge.workload.Steadiness;

/** What happens between the bursts, while all users wait. */
final class Hammering {
    private final int calls;
    private final Site site;

    /** @param calls of a burst */
    Hammering(int calls, Site site) {
        this.calls = calls;
        this.site = site;
        site.archive().save(site.journal());
    }

    /** Where it goes on. */
    Site site() {
        return site;
    }

    /** Ends the last of these bursts and begins the one that comes next, which is empty after the last. */
    Optional<Burst> next(Target target, Course course, List<Phase> done) {
        if (done.isEmpty()) {
            boolean sink = target.name().equals(Target.SINK);
            site.console().begin((sink ? "Warming up the generator at the sink" : target.name()) + " (ms):");
        } else {
            end(done.get(done.size() - 1));
        }
        Optional<Burst> next =
                site.isUp(target.name()) ? course.next(done).map(this::withoutDeadSink) : Optional.empty();
        next.ifPresentOrElse(burst -> begin(target, burst, done), () -> finish(target, course, done));
        return next;
    }

    /** A target can be measured without a floor, which is then not known. */
    private Burst withoutDeadSink(Burst burst) {
        return burst.kind() == Kind.FLOOR && !site.isUp(Target.SINK) ? new Burst(Kind.MEASURED, 1) : burst;
    }

    private void begin(Target target, Burst burst, List<Phase> done) {
        if (burst.number() == 1) {
            site.console().add(burst.kind().label());
        }
        if (target.name().equals(Target.SINK)) {
            return;
        }
        boolean firstOfFloor = burst.kind() == Kind.FLOOR && burst.number() == 1;
        if (firstOfFloor || burst.kind() == Kind.MEASURED && !site.isUp(Target.SINK)) {
            BacklogWait.await(site.servers().get(target.name()), leftWork(done)).ifPresent(site.journal()::remark);
            site.scale().weighWarm(target.name());
        }
        if (burst.kind() == Kind.MEASURED) {
            site.scale().startWindow(target.name());
        }
    }

    /** Whether calls of the burst before gave up: the server may not know. */
    private boolean leftWork(List<Phase> done) {
        return !done.isEmpty() && done.get(done.size() - 1).succeeded() < calls;
    }

    private void end(Phase phase) {
        site.journal().add(phase);
        site.console().add(Long.toString(phase.millis()));
        if (phase.burst().kind() == Kind.MEASURED) {
            site.scale().endWindow(phase.target());
            site.journal().outcome(phase.target(), Outcome.MEASURED);
            site.archive().save(site.journal());
        }
    }

    private void finish(Target target, Course course, List<Phase> done) {
        if (target.name().equals(Target.SINK) && site.isUp(Target.SINK)) {
            site.scale().rehearse(site.sink());
        }
        site.console().done(how(target, course, done));
    }

    private String how(Target target, Course course, List<Phase> done) {
        if (site.server(target.name()) == null) {
            return "not called, for it did not start";
        }
        if (!site.isUp(target.name())) {
            return "it has ended";
        }
        return course.most() == 0 || Steadiness.reached(course.repeatedOf(done)) ? "Done" : "Done, not steady";
    }
}
