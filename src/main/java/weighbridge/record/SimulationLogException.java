package weighbridge.record;

import java.nio.file.Path;

/**
 * A file that is no {@code simulation.log}, one of a Gatling this reader does not know, or a damaged one. The message
 * is one line: file, byte offset, record, what was found, what is allowed.
 */
public final class SimulationLogException extends Exception {
    private static final long serialVersionUID = 1L;

    private final long offsetBytes;
    private final long record;

    SimulationLogException(Path log, long offsetBytes, long record, String kind, String found, String allowed) {
        super(log + ": byte " + offsetBytes + ", record " + record + " (" + kind + "): " + found + "; allowed: "
                + allowed);
        this.offsetBytes = offsetBytes;
        this.record = record;
    }

    /** Where the value that cannot be right begins, in bytes from the start of the file. */
    public long offsetBytes() {
        return offsetBytes;
    }

    /** In which record it lies; the first is 1. All records before it were delivered. */
    public long record() {
        return record;
    }
}
