package weighbridge.record;

/** Counts down the memory that may be kept of one log, so that no log, however made, exhausts the heap. */
final class Allowance {
    private final long maxBytes;
    private long leftBytes;

    Allowance(long maxBytes) {
        this.maxBytes = maxBytes;
        this.leftBytes = maxBytes;
    }

    /** Takes an estimate of what is about to be kept, or refuses. */
    void take(long bytes, LogInput in) throws SimulationLogException {
        leftBytes -= bytes;
        if (leftBytes < 0) {
            throw in.fault(
                    0,
                    "more distinct names and messages than can be kept",
                    maxBytes + " bytes of them with their overhead");
        }
    }
}
