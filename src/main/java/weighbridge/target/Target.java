package weighbridge.target;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A program that can be put on the scale: what to build, what to start and how to call it.
 *
 * @param folder the absolute folder of its {@code target.yaml}; every command runs there
 * @param name what it is called in reports; unique within a run
 * @param version where its version comes from
 * @param build how its program is made, where it has to be made
 * @param command the argument list that starts the server; {@value #PORT} stands for the port
 * @param url path and query that are called, starting with {@code /}
 * @param expect what a right answer to {@code url} is
 * @param ready what is asked until the server counts as started
 * @param env variables set for its processes, on top of Weighbridge's own environment
 */
public record Target(
        Path folder,
        String name,
        Version version,
        Optional<Build> build,
        List<String> command,
        String url,
        Expectation expect,
        Readiness ready,
        Map<String, String> env) {

    /** Replaced by the port in {@link #command()}. */
    public static final String PORT = "{port}";

    /** Name of the do-nothing server that the generator is measured with; no other target may have it. */
    public static final String SINK = "sink";

    /** Copies the collections, so that a target never changes. */
    public Target {
        Objects.requireNonNull(folder);
        command = List.copyOf(command);
        env = Map.copyOf(env);
    }

    /** The command with the port filled in. */
    public List<String> commandAt(int port) {
        return command.stream()
                .map(argument -> argument.replace(PORT, Integer.toString(port)))
                .toList();
    }
}
