package weighbridge.render;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A run folder, as its summary tells it.
 *
 * @param folder where it lies
 * @param files names of what lies in it
 * @param startedAt start of the run, by its folder's name where its summary does not tell; null where neither does
 * @param state what became of it
 * @param note why it is in that state, in words; null where there is nothing to say
 * @param settings null where they are not known
 * @param machine what it ran on; null where it is not known
 * @param targets in the order of the run
 */
record Run(
        Path folder,
        Set<String> files,
        Instant startedAt,
        State state,
        String note,
        Settings settings,
        String machine,
        List<RunTarget> targets) {

    /** What became of a run. */
    enum State {
        /** Its figures can be relied on. */
        VALID("valid"),
        /** They cannot. */
        NOT_VALID("not valid"),
        /** It did not come to its end. */
        CUT_OFF("cut off"),
        /** Its summary does not say. */
        NOT_SAID("n/a"),
        /** There is no summary to read. */
        UNREADABLE("cannot be read");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** What the user chose; null where it is not told. */
    record Settings(Integer calls, Integer warmup, Integer rounds) {}

    /** Its name. */
    String name() {
        return folder.getFileName().toString();
    }
}
