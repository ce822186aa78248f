package weighbridge.render;

import weighbridge.analysis.Gap;
import weighbridge.analysis.Gap.*;

/** Why something is not known, in words. */
final class GapWords {
    static final WordsByType<Gap> WORDS = new WordsByType<Gap>()
            .put(NoOrder.class, GapWords::order)
            .put(
                    AtFloor.class,
                    "at the generator floor in %d of %d rounds: the generator sets this figure",
                    AtFloor::covered,
                    AtFloor::measured)
            .put(NotValid.class, "not valid, for the reasons above")
            .put(NoValue.class, "no value in any round")
            .put(FewValues.class, "only %d of %d rounds have a value; needs six", FewValues::count, FewValues::rounds)
            .put(
                    FewCommonRounds.class,
                    "only %d of %d rounds have a value for both it and %s; needs six",
                    FewCommonRounds::common,
                    FewCommonRounds::rounds,
                    FewCommonRounds::other)
            .put(NotInRun.class, "the run has no such target")
            .put(Failed.class, "%s%s", it -> it.outcome().label(), it -> it.reason() == null ? "" : ": " + it.reason())
            .put(RoundsMissing.class, "measured in %d of %d rounds", RoundsMissing::measured, RoundsMissing::rounds)
            .put(CallsLost.class, "only %d of %d calls are in the log", CallsLost::logged, CallsLost::calls)
            .put(NoFigure.class, it -> it.figure().whyUnknown());

    private GapWords() {}

    static String of(Gap gap) {
        return WORDS.of(gap);
    }

    private static String order(NoOrder reason) {
        return switch (reason) {
            case ONE_TARGET -> "needs at least two targets";
            case FEW_ROUNDS -> "needs at least six rounds";
            case FEW_TARGETS -> "fewer than two targets can be ranked";
            case NO_NOISE ->
                "A/A noise is unknown: fewer than six rounds have this figure for the target that ran twice";
        };
    }
}
