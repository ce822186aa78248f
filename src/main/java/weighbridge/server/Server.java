package weighbridge.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.record.Listener;

/** A target that is ready to be called: one that was started here, or one that ran already. */
public sealed interface Server permits StartedServer, RunningServer {

    /** What is called, and where it listens. */
    Assignment assignment();

    /** The id of the process that is weighed, with everything below it; empty where none is known, or another one serves what is called. */
    Optional<Long> pid();

    /** Reads that process with all that came of it; empty where none is weighed. */
    Optional<ProcessTreeProbe> processes();

    /** Who listened where it is called when it was ready; empty as {@link #listener}. */
    Optional<Listener> atReady();

    /** From which variables its JVMs took options when it was started, and which: see {@link weighbridge.process.JavaOptions}. */
    Map<String, String> javaOptions();

    /** Who listens now where it is called; empty where no process of it is known, or the system does not tell. */
    Optional<Listener> listener();

    /** Whether that very process still runs; always true where none is known. */
    boolean isAlive();

    /**
     * Whether nobody listens any more where somebody did when it was ready: a script may go on when the server that it
     * started has ended. Takes a look at all connections of the machine, so not a thing to ask before each burst.
     */
    boolean isDeserted();

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
