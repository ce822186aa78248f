package weighbridge.analysis;

import weighbridge.figure.Figure;
import weighbridge.record.Outcome;

/** Why an order, a place in it or a value is not known. {@code render} makes the words. */
public sealed interface Gap {
    /** Why there is no order of the targets at all. */
    enum NoOrder implements Gap {
        /** There is no second target. */
        ONE_TARGET,
        /** The rounds are too few for an interval. */
        FEW_ROUNDS,
        /** Under two targets can be ranked. */
        FEW_TARGETS,
        /** No target ran twice in rounds enough. */
        NO_NOISE
    }

    /** The target was at the generator's floor in so many of the rounds that measured it. */
    record AtFloor(long covered, long measured) implements Gap {}

    /** What was measured of it cannot be relied on. */
    record NotValid() implements Gap {}

    /** No round has a value. */
    record NoValue() implements Gap {}

    /** Too few rounds have one. */
    record FewValues(long count, int rounds) implements Gap {}

    /** Too few rounds have a value of both targets. */
    record FewCommonRounds(long common, int rounds, String other) implements Gap {}

    /** The run has no such target. */
    record NotInRun() implements Gap {}

    /** The target was not measured to the end. @param reason null where there is none */
    record Failed(Outcome.Kind outcome, String reason) implements Gap {}

    /** Not every round measured it. */
    record RoundsMissing(int measured, int rounds) implements Gap {}

    /** Of so many calls the logs hold fewer. */
    record CallsLost(long calls, long logged) implements Gap {}

    /** The figure could not be had of a target that was measured. */
    record NoFigure(Figure figure) implements Gap {}
}
