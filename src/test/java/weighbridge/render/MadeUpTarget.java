package weighbridge.render;

import java.util.List;
import weighbridge.record.Calls;
import weighbridge.record.Outcome;

/**
 * A target of a run that was made up.
 *
 * @param name what it is called
 * @param version what it calls its version
 * @param url what is called
 * @param outcome what came of it
 * @param rssMiB of its processes when they idle, MiB
 * @param cold the first burst that it ever gets
 * @param measured the burst of which the figures are
 */
record MadeUpTarget(String name, String version, String url, Outcome outcome, int rssMiB, Load cold, Load measured) {

    /** The calls of a burst. */
    @FunctionalInterface
    interface Load {
        /** No call at all. */
        Load NONE = (calls, fromMillis) -> {};

        /** Adds the calls. @param fromMillis when the first of them may start, ms after the start of the log */
        void addTo(Calls calls, int fromMillis);
    }

    /** One that answers 800 calls in about so many ms each. */
    static MadeUpTarget good(String name, int millis) {
        return new MadeUpTarget(
                name,
                "1.2." + millis,
                url(name),
                Outcome.MEASURED,
                40 + 3 * millis,
                Loads.answered(800, 5 * millis, 60 * millis, name.hashCode()),
                Loads.answered(800, millis, 20 * millis, name.length()));
    }

    /** One whose calls all fail with these messages in turn, each after so many ms. */
    static MadeUpTarget failing(String name, int millis, List<String> messages) {
        return new MadeUpTarget(
                name,
                "0.0",
                url(name),
                Outcome.MEASURED,
                60,
                Loads.failed(800, millis, messages),
                Loads.failed(800, millis, messages));
    }

    /** One that never got a call. */
    static MadeUpTarget uncalled(String name, Outcome outcome) {
        return new MadeUpTarget(name, "1.0", url(name), outcome, 50, Load.NONE, Load.NONE);
    }

    private static String url(String name) {
        return "http://127.0.0.1:8000/" + name;
    }

    /** The same with this load in its window. */
    MadeUpTarget measuring(Load load) {
        return new MadeUpTarget(name, version, url, outcome, rssMiB, cold, load);
    }

    /** The same where it says these things of itself. */
    MadeUpTarget saying(String itsVersion, String itsUrl, Outcome itsOutcome) {
        return new MadeUpTarget(name, itsVersion, itsUrl, itsOutcome, rssMiB, cold, measured);
    }

    /** Whether it ran. */
    boolean ran() {
        return outcome.is() != Outcome.Kind.FAILED_TO_START;
    }
}
