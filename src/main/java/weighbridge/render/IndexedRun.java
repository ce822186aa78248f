package weighbridge.render;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weighbridge.figure.Figure;

/**
 * A run folder, as its summary tells it; null is what nothing tells.
 *
 * @param files names of what lies in it
 * @param startedAt start of the run, by its folder's name where its summary does not tell
 * @param note why it is in that state, in words
 * @param machine what it ran on, in words
 * @param targets in the order of the run
 */
record IndexedRun(
        Path folder,
        Set<String> files,
        Instant startedAt,
        State state,
        String note,
        Settings settings,
        String machine,
        List<Target> targets) {

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

    /** What the user chose. */
    record Settings(Integer calls, Integer warmup, Integer rounds) {}

    /** A target of it. @param figures those that are known, in rounds their medians */
    record Target(String name, String version, String outcome, Map<Figure, Double> figures) {
        /** Copies the figures. */
        Target {
            figures = figures.isEmpty() ? Map.of() : new EnumMap<>(figures);
        }

        /** A figure; null where it is not known. */
        Double figure(Figure figure) {
            return figures.get(figure);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }
}
