package weighbridge.server;

import java.nio.file.Path;

/** Where the id of a process that runs already is found. */
public sealed interface PidSource {

    /** Written in the {@code target.yaml}. */
    record Written(long pid) implements PidSource {}

    /** The first word of a file, absolute, read when the run starts: the server may write it anew at each of its starts. */
    record InFile(Path file) implements PidSource {}
}
