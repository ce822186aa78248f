package weighbridge.report;

import java.util.List;
import weighbridge.analysis.Ranking;

/**
 * Who is the best by the order of a run. The first group of an order is not yet the answer: to be a tie is not transitive,
 * so a group such as {@code a = b = c (a < c)} holds together those that differ.
 */
final class Leaders {
    private Leaders() {}

    /**
     * Those of the first group that no other of it was shown to be better than: one is the best, several are a tie. Empty
     * where there is no order, and where each of the group is worse than another one in turn.
     */
    static List<String> of(Ranking ranking) {
        if (ranking.order().isEmpty()) {
            return List.of();
        }
        List<String> group = ranking.order().get(0);
        return group.stream()
                .filter(name -> ranking.pairs().stream()
                        .noneMatch(
                                pair -> pair.different() && pair.worse().equals(name) && group.contains(pair.better())))
                .toList();
    }
}
