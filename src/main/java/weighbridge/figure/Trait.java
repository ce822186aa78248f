package weighbridge.figure;

/** What is done with a figure, beside being listed in {@code summary.json} and {@code targets.csv} as all are. */
public enum Trait {
    /** The greater of two values is the better one. */
    MORE_IS_BETTER,
    /** It is told of the time before any load, so that a target that was not measured to the end has it too. */
    BEFORE_LOAD,
    /** It may be 0 or less: two values are compared by their difference and not by their ratio. */
    DIFFERENCE,
    /** Targets are put into an order by it. */
    RANKED,
    /** A comparison of runs calls it better or worse; the others it only shows. */
    JUDGED,
    /** It can be promised where a capacity is looked for: a load at one rate has it. */
    SEARCHED,
    /** The first table of a report has a column for it. */
    IN_SUMMARY,
    /** The console has a table of it over all rounds. */
    OVER_ROUNDS,
    /** The index of all runs shows it. */
    IN_INDEX,
    /** It tells a run in a word: the headline names who is best in it, the index draws it from run to run. */
    HEADLINE
}
