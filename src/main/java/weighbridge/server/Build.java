package weighbridge.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a target's program is made.
 *
 * @param command argument list, run in the target's folder
 * @param produces the file it makes, absolute
 * @param sources files and folders that the product is made from, absolute; a product older than any file in them is
 *     stale, and with no sources it is stale only when missing
 * @param timeout how long it may take
 */
public record Build(List<String> command, Path produces, List<Path> sources, Duration timeout) {
    /** Copies the lists. */
    public Build {
        command = List.copyOf(command);
        sources = List.copyOf(sources);
    }
}
