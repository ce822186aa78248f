package weighbridge.render;

import java.util.Objects;
import java.util.stream.Collectors;
import weighbridge.compare.Obstacle;
import weighbridge.figure.Figure;

/** Why something cannot be compared, in words. */
final class ObstacleWords {
    private static final String UNKNOWN = "unknown";

    private ObstacleWords() {}

    /** @param letter of the run that is compared with A */
    static String of(Obstacle obstacle, String letter) {
        if (obstacle instanceof Obstacle.CutOff cutOff) {
            return cutOff.letter() + " ended early or could not be saved";
        }
        if (obstacle instanceof Obstacle.Difference differs) {
            return differs.condition() + ": " + Objects.requireNonNullElse(differs.baseline(), UNKNOWN) + " in A, "
                    + Objects.requireNonNullElse(differs.other(), UNKNOWN) + " in " + letter;
        }
        if (obstacle instanceof Obstacle.TooFewRounds few) {
            return "needs six rounds in each run, got "
                    + (few.baseline() == few.other() ? few.baseline() : few.baseline() + " and " + few.other());
        }
        if (obstacle instanceof Obstacle.Lost lost) {
            return lost.figures().stream().map(Figure::label).collect(Collectors.joining(", ")) + ": "
                    + of(lost.why(), letter);
        }
        if (obstacle instanceof Obstacle.OfTarget one) {
            return one.target() + ": "
                    + one.why().stream().map(why -> of(why, letter)).collect(Collectors.joining("; "));
        }
        if (obstacle instanceof Obstacle.TooNoisy noisy) {
            return "too noisy: not even a doubling of "
                    + noisy.figures().stream().map(Figure::label).collect(Collectors.joining(", "))
                    + " would be seen; fix: use more rounds or a quieter machine";
        }
        if (obstacle instanceof Obstacle.OtherCompany) {
            return "the runs have different targets, and a start may depend on those beside it";
        }
        if (obstacle instanceof Obstacle.NotInEveryRound) {
            return "not every round has a value";
        }
        return obstacle instanceof Obstacle.Zero ? "a value of 0 has no ratio" : "the runs share no target";
    }
}
