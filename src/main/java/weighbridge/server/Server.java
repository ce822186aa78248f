package weighbridge.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A target that is ready to be called: one that was started here, or one that ran already. */
public sealed interface Server permits StartedServer, RunningServer {

    /** What is called, and where it listens. */
    Assignment assignment();

    /** The id of the process that is weighed, with everything below it; empty where none is known. */
    Optional<Long> pid();

    /** Whether that very process still runs; always true where none is known. */
    boolean isAlive();

    /** Whether it was started here: what was not is never ended and never sent a signal. */
    boolean isOurs();

    /** How it ended, with the end of its output where there is one. @param logs the folder in which its log lies by now */
    String ending(Path logs);

    /**
     * What it did that no server should, each a sentence without its name; complete once its fleet is closed.
     *
     * @param logs folder that the logs are in by now
     */
    List<String> complaints(Path logs);
}
