package weighbridge.render;

import weighbridge.analysis.Gap;
import weighbridge.analysis.Gap.*;

/** Why something is not known, in words. */
final class GapWords {
    static final WordsByType<Gap> WORDS = new WordsByType<Gap>()
            .put(NoOrder.class, GapWords::order)
            .put(
                    AtFloor.class,
                    "at the generator's floor in %d of %d rounds: this figure is the generator's",
                    AtFloor::covered,
                    AtFloor::measured)
            .put(NoValue.class, "no value in any round")
            .put(
                    FewValues.class,
                    "a value in only %d of %d rounds, and six are needed",
                    FewValues::count,
                    FewValues::rounds)
            .put(
                    FewCommonRounds.class,
                    "only %d of %d rounds have a value both of it and of %s, and six are needed",
                    FewCommonRounds::common,
                    FewCommonRounds::rounds,
                    FewCommonRounds::other)
            .put(NotInRun.class, "it is not in the run")
            .put(Failed.class, "%s%s", it -> it.outcome().label(), it -> it.reason() == null ? "" : ": " + it.reason())
            .put(RoundsMissing.class, "measured in %d of %d rounds", RoundsMissing::measured, RoundsMissing::rounds)
            .put(NoFigure.class, it -> it.figure().whyUnknown());

    private GapWords() {}

    static String of(Gap gap) {
        return WORDS.of(gap);
    }

    private static String order(NoOrder reason) {
        return switch (reason) {
            case ONE_TARGET -> "under two targets: there is nothing to rank";
            case FEW_ROUNDS -> "under six rounds: no interval can be told";
            case FEW_TARGETS -> "under two targets can be ranked";
            case NO_NOISE -> "under six rounds in which a target ran twice with this figure: the noise cannot be told";
        };
    }
}
