package weighbridge.workload;

/** How servers are hammered. */
public enum Workload {
    /** Many users at once, one after the other target. */
    BURST,
    /** One rate, or one number of users, for a time. */
    STEADY,
    /** Many rates, until the highest is found that a server holds. */
    CAPACITY
}
