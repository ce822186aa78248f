package weighbridge.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A run in a JVM of its own that does a build, which ends once there is a file {@code go}. */
final class BuildOwner {
    private BuildOwner() {}

    /** The arguments: the folder of the target. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        new Builds(new CommandRunner(Ledger.none()), folder.resolve("logs"), System.out::println)
                .ensure(target(folder, Targets.LONG));
    }

    static Target target(Path folder, Duration timeout) {
        String script = "echo run >> runs; while [ ! -e go ]; do sleep 0.05; done; touch out";
        return Targets.built(
                "a", folder, new Build(List.of("sh", "-c", script), folder.resolve("out"), List.of(), timeout));
    }
}
