package weighbridge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import weighbridge.process.ProcessTree;
import weighbridge.server.Fleet.Start;

/** Shell scripts as targets, which print the ids of their processes into a log in this folder. */
record Scripts(Path folder) {

    Target target(String name, String script) {
        return target(name, script, Targets.OK, Targets.LONG);
    }

    Target target(String name, String script, Expectation expect, Duration timeout) {
        return Targets.of(name, folder, expect, timeout, "sh", "-c", script, "{port}");
    }

    /** The complete lines of a log that are numbers. */
    List<Long> pids(String name) {
        try {
            Path log = folder.resolve(name + ".log");
            String text = Files.exists(log) ? Files.readString(log) : "";
            List<Long> pids = new ArrayList<>();
            text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> line.matches("\\d+"))
                    .forEach(line -> pids.add(Long.valueOf(line)));
            return pids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it in this fleet; it is ready once it has printed so many process ids, which all live. */
    Server start(Fleet fleet, Target target, int count) throws Exception {
        try (Answers answers = new Answers(() -> pids(target.name()).size() == count ? 200 : 503, "")) {
            Assignment assignment = Targets.at(answers.port(), target);
            Start start = fleet.start(List.of(assignment)).get(assignment);
            if (start instanceof Start.Ready ready
                    && pids(target.name()).stream().allMatch(Scripts::lives)) {
                return ready.server();
            }
            throw new AssertionError(start + ", pids " + pids(target.name()));
        }
    }

    static String reason(Start start) {
        return ((Start.Failed) start).reason();
    }

    static ProcessHandle handle(Server server) {
        return ((StartedServer) server).handle();
    }

    /** Not where it has ended and only nobody has waited for it yet. */
    static boolean lives(long pid) {
        return ProcessHandle.of(pid).map(ProcessTree::isRunning).orElse(false);
    }
}
