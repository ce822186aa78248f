package weighbridge.server;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the server of a target comes from. */
public sealed interface Serving {

    /**
     * Weighbridge starts it, and ends it.
     *
     * @param command the argument list; {@value Target#PORT} stands for the port
     * @param env variables set for its processes, on top of Weighbridge's own environment
     */
    record Started(List<String> command, Map<String, String> env) implements Serving {
        /** A shell's own {@code ${port}} is left to the shell; target.yaml's schema looks for the same. */
        private static final Pattern PORT = Pattern.compile("(?<!\\$)" + Pattern.quote(Target.PORT));

        /** Copies the collections. */
        public Started {
            command = List.copyOf(command);
            env = Map.copyOf(env);
        }

        /** The command with the port filled in. */
        public List<String> commandAt(int port) {
            return command.stream()
                    .map(argument -> PORT.matcher(argument).replaceAll(Integer.toString(port)))
                    .toList();
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
