package weighbridge.workload;

/** What a stretch of load is for. */
public enum Purpose {
    /** Before others: compiles, loads, fills caches. */
    WARM_UP("warm-up"),
    /** At the sink: what the generator itself can keep up with. */
    GENERATOR("generator"),
    /** Growing steps between which the capacity lies. */
    BRACKET("bracket"),
    /** Steps between a rate that was held and one that was not. */
    NARROW("narrow"),
    /** In a fresh process, at half the rate that is to be confirmed. */
    HALF("50 %"),
    /** The same at four fifths of it. */
    MOST("80 %"),
    /** The same at all of it. */
    CONFIRM("confirm"),
    /** More than a confirmed rate. */
    OVERLOAD("overload"),
    /** Right after that, at half the rate. */
    RECOVERY("recovery"),
    /** Closed: so many users, each calling again as soon as it is answered. */
    CLOSED("closed"),
    /** So many connections that are open and idle. */
    CONNECTIONS("connections"),
    /** The one that a steady run is made for. */
    STEADY("steady");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    /** As a user reads it. */
    public String label() {
        return label;
    }

    /** Of the rate that is to be confirmed such a part is offered; all of it by those that are no part. */
    public double share() {
        return switch (this) {
            case HALF, RECOVERY -> 0.5;
            case MOST -> 0.8;
            default -> 1;
        };
    }

    /** Whether it asks for more than the server can do, or follows such a load. */
    public boolean isBeyondCapacity() {
        return this == OVERLOAD || this == RECOVERY;
    }

    /** Whether it is held against promises. */
    public boolean judged() {
        return switch (this) {
            case BRACKET, NARROW, HALF, MOST, CONFIRM -> true;
            default -> false;
        };
    }

    /** Whether its calls stand in Gatling's log. To log a call costs the generator time, so only those are that a report counts. */
    public boolean logged() {
        return this == CONFIRM || this == STEADY;
    }
}
