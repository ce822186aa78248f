package weighbridge.server;

import java.util.List;

/** Where a target's version comes from. */
public sealed interface Version {

    /** Written in the {@code target.yaml}. */
    record Written(String text) implements Version {}

    /** The first line that a command prints, run in the target's folder. */
    record Printed(List<String> command) implements Version {
        /** Copies the list. */
        public Printed {
            command = List.copyOf(command);
        }
    }
}
