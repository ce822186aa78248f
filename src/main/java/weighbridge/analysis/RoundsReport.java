package weighbridge.analysis;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weighbridge.figure.Figure;

/**
 * The passes of a run over all its targets, each with fresh processes.
 *
 * @param count how many were asked for
 * @param seed of the orders; null in a run of one round
 * @param each those that began
 * @param noise by figure, how far one and the same target may lie apart from
 *     itself, told by the targets that ran twice: as a ratio of 1 or more, or, where the figure is not told apart by
 *     ratios, as a difference in its unit; null where under six rounds tell it
 */
public record RoundsReport(int count, Long seed, List<Round> each, Map<Figure, Double> noise) {
    /** Copies the collections, of which the map holds nulls. */
    public RoundsReport {
        each = List.copyOf(each);
        noise = Collections.unmodifiableMap(new TreeMap<>(noise));
    }

    /**
     * One of them.
     *
     * @param number counted from 1
     * @param order names in the order in which they were hammered
     * @param again which of them ran twice, so that it was held against itself; null where none did
     */
    public record Round(int number, List<String> order, String again) {
        /** Copies the list. */
        public Round {
            order = List.copyOf(order);
        }
    }
}
