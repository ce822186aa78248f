package weighbridge.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.launch.Fleet;
import weighbridge.launch.Server;
import weighbridge.load.Burst;
import weighbridge.load.Burst.Kind;
import weighbridge.load.Course;
import weighbridge.load.Phase;
import weighbridge.load.Steadiness;
import weighbridge.recording.RunFolder;
import weighbridge.recording.RunJournal;
import weighbridge.target.Target;

/** What happens between the bursts, while all users wait. */
final class Hammering {
    private final Map<String, Server> servers;
    private final Fleet fleet;
    private final Scale scale;
    private final RunJournal journal;
    private final RunFolder folder;
    private final Console console;

    Hammering(
            Map<String, Server> servers,
            Fleet fleet,
            Scale scale,
            RunJournal journal,
            RunFolder folder,
            Console console) {
        this.servers = servers;
        this.fleet = fleet;
        this.scale = scale;
        this.journal = journal;
        this.folder = folder;
        this.console = console;
        save();
    }

    /** Ends the last of these bursts and begins the one that comes next, which is empty after the last. */
    Optional<Burst> next(Target target, Course course, List<Phase> done) {
        if (done.isEmpty()) {
            boolean sink = target.name().equals(Target.SINK);
            console.begin((sink ? "Warming up the generator at the sink" : target.name()) + " (ms):");
        } else {
            end(done.get(done.size() - 1));
        }
        Server server = servers.get(target.name());
        Optional<Burst> next = server != null && server.isAlive() ? course.next(done) : Optional.empty();
        next.ifPresentOrElse(burst -> begin(target, burst), () -> finish(target, course, done));
        return next;
    }

    private void begin(Target target, Burst burst) {
        if (burst.kind() == Kind.MEASURED) {
            scale.startWindow(target.name());
        }
        if (burst.number() == 1 && burst.kind() != Kind.FLOOR) {
            console.add(burst.kind().label());
        }
    }

    private void end(Phase phase) {
        journal.add(phase);
        console.add(Long.toString(phase.millis()));
        if (phase.burst().kind() == Kind.MEASURED) {
            scale.endWindow(phase.target());
        }
    }

    private void finish(Target target, Course course, List<Phase> done) {
        Optional<Server> server = Optional.ofNullable(servers.get(target.name()));
        if (target.name().equals(Target.SINK)) {
            server.ifPresent(fleet::stop);
        }
        save();
        console.done(how(target, course, done));
    }

    private String how(Target target, Course course, List<Phase> done) {
        Server server = servers.get(target.name());
        if (server == null) {
            return "not called, for it did not start";
        }
        if (!target.name().equals(Target.SINK) && !server.isAlive()) {
            return "it has ended";
        }
        return course.most() == 0 || Steadiness.reached(course.repeatedOf(done)) ? "Done" : "Done, not steady";
    }

    private void save() {
        folder.write(journal.snapshot(folder.id()));
    }
}
