package weighbridge.figure;

/** What a figure is about, in the order in which a reader wants to know. */
public enum Topic {
    /** How many calls succeeded. */
    SUCCESS,
    /** How long calls took. */
    TIME,
    /** Memory of the process tree. */
    MEMORY,
    /** Memory of its control group. */
    GROUP,
    /** Processor time of the process tree. */
    CPU,
    /** Open files and threads of the process tree. */
    HANDLES,
    /** How long it took to be ready. */
    START_UP
}
