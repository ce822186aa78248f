package weighbridge.server;

import java.util.List;
import java.util.Optional;

/** Where a target's version comes from. */
public sealed interface Version {

    /** Written in the {@code target.yaml}. */
    record Written(String text) implements Version {}

    /**
     * What a command prints, run in the target's folder.
     *
     * @param pattern a regular expression that finds it: its first group, or all that it matches where it has none;
     *     where it is empty, what looks like a version in the first line
     */
    record Printed(List<String> command, Optional<String> pattern) implements Version {
        /** Copies the list. */
        public Printed {
            command = List.copyOf(command);
        }
    }
}
