package weighbridge.workload;

/** What a stretch of load is for. */
public enum Purpose {
    /** Before others, unlogged: compiles, loads, fills caches. */
    WARM_UP("warm-up", false),
    /** At the sink, unlogged: what the generator itself can keep up with. */
    GENERATOR("generator", false),
    /** Growing steps between which the capacity lies. */
    BRACKET("bracket", true),
    /** Steps between a rate that was held and one that was not. */
    NARROW("narrow", true),
    /** In a fresh process, at half the rate that is to be confirmed. */
    HALF("50 %", true),
    /** The same at four fifths of it. */
    MOST("80 %", true),
    /** The same at all of it. */
    CONFIRM("confirm", true),
    /** More than a confirmed rate. */
    OVERLOAD("overload", false),
    /** Right after that, at half the rate. */
    RECOVERY("recovery", false),
    /** Closed: so many users, each calling again as soon as it is answered. */
    CLOSED("closed", true),
    /** So many connections that are open and idle. */
    CONNECTIONS("connections", false),
    /** The one that a steady run is made for. */
    STEADY("steady", true);

    private final String label;
    private final boolean logged;

    Purpose(String label, boolean logged) {
        this.label = label;
        this.logged = logged;
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

    /** Whether it is held against promises. */
    public boolean judged() {
        return switch (this) {
            case BRACKET, NARROW, HALF, MOST, CONFIRM -> true;
            default -> false;
        };
    }

    /** Whether its calls stand in Gatling's log. */
    public boolean logged() {
        return logged;
    }
}
