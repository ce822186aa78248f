package weighbridge.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.text.Limits;

/** Where the server of a target comes from. */
public sealed interface Serving {

    /**
     * Weighbridge starts it, and ends it. In command, variables and files {@value Target#PORT} stands for the port, and
     * {@value Target#FOLDER} for a folder of the server's own.
     *
     * @param command the argument list
     * @param env variables set for its processes, on top of Weighbridge's own environment
     * @param files made in that folder before each start: name to the absolute path of what it is made from
     * @param limits of the control group that it runs in; {@link Limits#NONE} where it has none of its own
     */
    record Started(List<String> command, Map<String, String> env, Map<String, Path> files, Limits limits)
            implements Serving {
        /** Copies the collections. */
        public Started {
            command = List.copyOf(command);
            env = Map.copyOf(env);
            files = Map.copyOf(files);
        }

        /** The same with these limits, and its own where one of them is missing. */
        Started in(Limits box) {
            return new Started(command, env, files, box.or(limits));
        }

        /** The command with these values filled in. */
        List<String> commandAt(Placeholders placeholders) {
            return command.stream().map(placeholders::fill).toList();
        }

        /** The variables with these values filled in. */
        Map<String, String> envAt(Placeholders placeholders) {
            return env.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> placeholders.fill(entry.getValue())));
        }

        /** Those that builds and version commands get, which have neither port nor folder. */
        Map<String, String> envOfCommands() {
            return env.entrySet().stream()
                    .filter(entry -> !Placeholders.areIn(entry.getValue()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        /** Whether it needs a folder of its own. */
        boolean needsFolder() {
            return !files.isEmpty()
                    || Stream.concat(command.stream(), env.values().stream())
                            .anyMatch(text -> Placeholders.has(Target.FOLDER, text));
        }
    }

    /**
     * It runs already, and Weighbridge never ends it.
     *
     * @param base scheme, host and port, without a path
     * @param process which process is weighed; empty where none is
     */
    record Running(URI base, Optional<PidSource> process) implements Serving {}
}
