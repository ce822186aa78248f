package weighbridge.analysis;

import java.util.List;

/**
 * The passes of a run over all its targets, each with fresh processes.
 *
 * @param count how many were asked for
 * @param seed of the orders; null in a run of one round
 * @param each those that began
 */
public record RoundsReport(int count, Long seed, List<Round> each) {
    /** Copies the list. */
    public RoundsReport {
        each = List.copyOf(each);
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
