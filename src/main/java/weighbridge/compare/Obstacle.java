package weighbridge.compare;

import java.util.List;
import weighbridge.figure.Figure;

/** Why something cannot be compared. */
public sealed interface Obstacle {
    /** This run was cut off or could not be kept. @param letter of the run */
    record CutOff(String letter) implements Obstacle {}

    /** A condition has two values. @param baseline null where it is not known, as {@code other} */
    record Difference(String condition, String baseline, String other) implements Obstacle {}

    /** The runs have no target in common. */
    record NoCommonTarget() implements Obstacle {}

    /** Too few rounds have the figure: so many of the baseline, and so many of the other run. */
    record TooFewRounds(int baseline, int other) implements Obstacle {}

    /** All targets start together, and those beside this one differ. */
    record OtherCompany() implements Obstacle {}

    /** Not every round has the figure, and those that have it are no fair choice. */
    record NotInEveryRound() implements Obstacle {}

    /** A value of 0 has no ratio. */
    record Zero() implements Obstacle {}

    /** The baseline has these figures in enough rounds. @param why the other run has not */
    record Lost(List<Figure> figures, Obstacle why) implements Obstacle {}

    /** By none of these figures, which are all that tell of time, would even a doubling be seen: the noise is greater. */
    record TooNoisy(List<Figure> figures) implements Obstacle {}

    /** It is one target alone. */
    record OfTarget(String target, List<Obstacle> why) implements Obstacle {}
}
