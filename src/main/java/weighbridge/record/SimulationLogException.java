package weighbridge.record;

import java.nio.file.Path;

/**
 * A file that is no {@code simulation.log}, one of a Gatling this reader does not know, or a damaged one. The message
 * is one line: file, byte offset, record, what was found, what is allowed. All records before it were delivered.
 */
public final class SimulationLogException extends Exception {
    private static final long serialVersionUID = 1L;

    SimulationLogException(Path log, long offsetBytes, long record, String kind, String found, String allowed) {
        super(log + ": byte " + offsetBytes + ", record " + record + " (" + kind + "): " + found + "; allowed: "
                + allowed);
    }
}
