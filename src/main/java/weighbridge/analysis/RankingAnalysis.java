package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.analysis.Gap.NoOrder;
import weighbridge.analysis.Ranking.Pair;
import weighbridge.figure.Figure;
import weighbridge.statistics.PairedRatio;
import weighbridge.statistics.RankInterval;

/**
 * Puts the targets of a run of several rounds into an order, with ties.
 *
 * <p>Each pair is compared round by round, so that what made a round slow for both falls out (a block design; Kalibera
 * and Jones, Rigorous Benchmarking in Reasonable Time, 2013, for fresh processes as the unit of repetition). In each
 * round one target runs twice; what that makes of it is noise, by the same arithmetic. Two targets are different where
 * the 95 % interval by ranks for the median of ln(x ÷ y) does not contain 0 and that median is beyond the noise.
 */
record RankingAnalysis(Figure figure, double logFloor) {
    /**
     * The order of these targets.
     *
     * @param valuesByTarget of the figure by round, null where a round has none; a value that is not above 0 has no ratio
     *     and counts as none. All lists are as long as the run has rounds
     * @param noise how the second time of a target that ran twice differs from its first; empty where under six rounds tell
     * @param notRanked reasons by the names of targets that must not be ranked by this figure, whatever its values
     */
    static Ranking of(
            Figure figure,
            Map<String, List<Double>> valuesByTarget,
            Optional<PairedRatio> noise,
            Map<String, Gap> notRanked) {
        int rounds = rounds(valuesByTarget);
        Contest contest = new Contest(rounds, valuesByTarget, notRanked);
        Double noiseRatio = noise.map(each -> Math.exp(each.logReach())).orElse(null);
        NoOrder reason = null;
        if (valuesByTarget.size() < 2) {
            reason = NoOrder.ONE_TARGET;
        } else if (rounds < RankInterval.MIN_COUNT) {
            reason = NoOrder.FEW_ROUNDS;
        } else if (contest.contenders().size() < 2) {
            reason = NoOrder.FEW_TARGETS;
        } else if (noise.isEmpty()) {
            reason = NoOrder.NO_NOISE;
        }
        if (reason != null) {
            return Ranking.none(figure, rounds, noiseRatio, contest.notRanked(), reason);
        }
        RankingAnalysis analysis = new RankingAnalysis(figure, noise.get().logReach());
        List<Contender> sorted = analysis.sorted(contest.contenders());
        List<Pair> pairs = analysis.pairs(sorted);
        Ties ties = new Ties(sorted.stream().map(Contender::name).toList(), pairs);
        return new Ranking(figure, rounds, noiseRatio, ties.groups(), ties.text(), pairs, contest.notRanked(), null);
    }

    /**
     * Why a target must not be ranked by seconds/call; empty where it may be.
     *
     * @param atFloor by round, whether it was at the generator's floor; null where it was not measured
     */
    static Optional<Gap> floorReason(List<Boolean> atFloor) {
        long measured = atFloor.stream().filter(each -> each != null).count();
        long covered = atFloor.stream().filter(Boolean.TRUE::equals).count();
        return covered > 0 && 2 * covered >= measured
                ? Optional.of(new Gap.AtFloor(covered, measured))
                : Optional.empty();
    }

    private static int rounds(Map<String, List<Double>> valuesByTarget) {
        List<Integer> lengths =
                valuesByTarget.values().stream().map(List::size).distinct().toList();
        if (lengths.size() > 1) {
            throw new IllegalArgumentException("targets with different numbers of rounds: " + lengths);
        }
        return lengths.isEmpty() ? 0 : lengths.get(0);
    }

    /** The one of the best median first. */
    private List<Contender> sorted(List<Contender> contenders) {
        Comparator<Contender> byMedian = Comparator.comparingDouble(Contender::median);
        return contenders.stream()
                .sorted(figure.isMoreBetter() ? byMedian.reversed() : byMedian)
                .toList();
    }

    private List<Pair> pairs(List<Contender> sorted) {
        List<Pair> pairs = new ArrayList<>();
        for (int first = 0; first < sorted.size(); first++) {
            for (int second = first + 1; second < sorted.size(); second++) {
                pairs.add(pair(sorted.get(first), sorted.get(second)));
            }
        }
        return pairs;
    }

    /** The median of the ratios says who is better; where it is 1, the order of the medians does. */
    private Pair pair(Contender first, Contender second) {
        Contender dividend = figure.isMoreBetter() ? first : second;
        Contender divisor = figure.isMoreBetter() ? second : first;
        PairedRatio ratio = dividend.ratio(divisor).orElseThrow();
        return ratio.logMedian() >= 0 ? pair(first, second, ratio) : pair(second, first, ratio.inverse());
    }

    private Pair pair(Contender better, Contender worse, PairedRatio ratio) {
        return new Pair(
                better.name(), worse.name(), ratio.median(), ratio.low(), ratio.high(), ratio.exceeds(logFloor));
    }
}
