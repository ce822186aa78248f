package weighbridge.server;

import java.util.List;
import java.util.Objects;
import weighbridge.process.Mark;
import weighbridge.process.ProcessIdentity;

/**
 * The content of a ledger.
 *
 * @param owner the process of the run
 * @param programs what it started or is about to start
 */
record LedgerRecord(ProcessIdentity owner, List<Entry> programs) {
    LedgerRecord {
        Objects.requireNonNull(owner);
        Objects.requireNonNull(owner.system());
        Objects.requireNonNull(owner.boot());
        programs = List.copyOf(programs);
    }

    /**
     * A program.
     *
     * @param name of the target that it belongs to
     * @param mark what its processes bear, see {@link Mark}
     * @param process the one that was started; null before that is known
     */
    record Entry(String name, String mark, ProcessIdentity process) {
        Entry {
            Objects.requireNonNull(name);
            Objects.requireNonNull(mark);
        }

        Entry with(ProcessIdentity started) {
            return new Entry(name, mark, started);
        }
    }
}
