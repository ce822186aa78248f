package weighbridge.analysis;

import java.util.List;
import weighbridge.figure.Figure;

/**
 * The targets of a run of several rounds in the order of one figure, with ties: made by {@link RankingAnalysis}, whose
 * method docs/measuring.md tells under "Rounds and ties".
 *
 * @param figure which
 * @param rounds how many rounds there were
 * @param noiseRatio how many times its own figure one and the same target may come to: targets whose ratio is closer to
 *     1 are ties; null where there were too few rounds to tell
 * @param order names in groups, the best group first; the targets of one group are a tie, best median first; empty where
 *     there is no ranking
 * @param text the same in words, such as {@code netty = jetty < spark}, with those pairs in brackets that differ inside a
 *     group; null where there is no ranking
 * @param pairs each pair of ranked targets, in the order of the ranking
 * @param notRanked who is not in the order, and why
 * @param reason why there is no ranking at all; null where there is one
 */
public record Ranking(
        Figure figure,
        int rounds,
        Double noiseRatio,
        List<List<String>> order,
        String text,
        List<Pair> pairs,
        List<NotRanked> notRanked,
        Gap reason) {
    /** Copies the lists. */
    public Ranking {
        order = order.stream().map(List::copyOf).toList();
        pairs = List.copyOf(pairs);
        notRanked = List.copyOf(notRanked);
    }

    /** No order, for this reason. */
    static Ranking none(Figure figure, int rounds, Double noiseRatio, List<NotRanked> notRanked, Gap reason) {
        return new Ranking(figure, rounds, noiseRatio, List.of(), null, List.of(), notRanked, reason);
    }

    /**
     * Two targets, compared round by round.
     *
     * @param better whose figure was the better one by the median over the rounds
     * @param worse the other
     * @param ratio median over the rounds of the worse one's figure ÷ the better one's (the other way round where more is
     *     better): 1 or more
     * @param low lower end of the 95 % interval for it, by ranks; below 1 where the worse one may be the better
     * @param high its upper end
     * @param different whether the interval is all on one side of 1 and the ratio is beyond the run's noise
     */
    public record Pair(String better, String worse, double ratio, double low, double high, boolean different) {}

    /**
     * A target that has no place in the order.
     *
     * @param name of the target
     * @param reason why
     */
    public record NotRanked(String name, Gap reason) {}
}
