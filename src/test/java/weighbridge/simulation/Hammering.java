package weighbridge.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.launch.Server;
import weighbridge.load.Burst;
import weighbridge.load.Burst.Kind;
import weighbridge.load.Course;
import weighbridge.load.Phase;
import weighbridge.load.Steadiness;
import weighbridge.recording.Outcome;
import weighbridge.recording.RunJournal;
import weighbridge.target.Target;

/** What happens between the bursts, while all users wait. */
final class Hammering {

    private final Map<String, Server> servers;
    private final Server sink;
    private final Scale scale;
    private final RunJournal journal;
    private final Archive archive;
    private final Console console;
    private final int calls;

    /** @param sink the server that does nothing; null where there is none */
    Hammering(
            int calls,
            Map<String, Server> servers,
            Server sink,
            Scale scale,
            RunJournal journal,
            Archive archive,
            Console console) {
        this.calls = calls;
        this.servers = servers;
        this.sink = sink;
        this.scale = scale;
        this.journal = journal;
        this.archive = archive;
        this.console = console;
        archive.save(journal);
    }

    /** Ends the last of these bursts and begins the one that comes next, which is empty after the last. */
    Optional<Burst> next(Target target, Course course, List<Phase> done) {
        if (done.isEmpty()) {
            boolean sink = target.name().equals(Target.SINK);
            console.begin((sink ? "Warming up the generator at the sink" : target.name()) + " (ms):");
        } else {
            end(done.get(done.size() - 1));
        }
        Optional<Burst> next = isUp(target.name()) ? course.next(done).map(this::withoutDeadSink) : Optional.empty();
        next.ifPresentOrElse(burst -> begin(target, burst, done), () -> finish(target, course, done));
        return next;
    }

    /** A target can be measured without a floor, which is then not known. */
    private Burst withoutDeadSink(Burst burst) {
        return burst.kind() == Kind.FLOOR && !isUp(Target.SINK) ? new Burst(Kind.MEASURED, 1) : burst;
    }

    private Server server(String name) {
        return name.equals(Target.SINK) ? sink : servers.get(name);
    }

    private boolean isUp(String name) {
        Server server = server(name);
        return server != null && server.isAlive();
    }

    private void begin(Target target, Burst burst, List<Phase> done) {
        if (burst.number() == 1) {
            console.add(burst.kind().label());
        }
        if (target.name().equals(Target.SINK)) {
            return;
        }
        boolean firstOfFloor = burst.kind() == Kind.FLOOR && burst.number() == 1;
        if (firstOfFloor || burst.kind() == Kind.MEASURED && !isUp(Target.SINK)) {
            Quiet.await(servers.get(target.name()), leftWork(done)).ifPresent(journal::remark);
            scale.weighWarm(target.name());
        }
        if (burst.kind() == Kind.MEASURED) {
            scale.startWindow(target.name());
        }
    }

    /** Whether calls of the burst before gave up: the server may not know. */
    private boolean leftWork(List<Phase> done) {
        return !done.isEmpty() && done.get(done.size() - 1).succeeded() < calls;
    }

    private void end(Phase phase) {
        journal.add(phase);
        console.add(Long.toString(phase.millis()));
        if (phase.burst().kind() == Kind.MEASURED) {
            scale.endWindow(phase.target());
            journal.outcome(phase.target(), new Outcome.Measured());
            archive.save(journal);
        }
    }

    private void finish(Target target, Course course, List<Phase> done) {
        if (target.name().equals(Target.SINK) && isUp(Target.SINK)) {
            scale.rehearse(sink);
        }
        console.done(how(target, course, done));
    }

    private String how(Target target, Course course, List<Phase> done) {
        if (server(target.name()) == null) {
            return "not called, for it did not start";
        }
        if (!isUp(target.name())) {
            return "it has ended";
        }
        return course.most() == 0 || Steadiness.reached(course.repeatedOf(done)) ? "Done" : "Done, not steady";
    }
}
