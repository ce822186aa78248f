package weighbridge.cli;

import java.util.Locale;
import weighbridge.text.Fault;

/**
 * One thing that was looked at.
 *
 * @param what was looked at
 * @param found what is there
 * @param fix how to get what is missing; empty where nothing is
 */
record Check(Result result, String what, String found, String fix) {
    /** What it means for a run. */
    enum Result {
        /** There. */
        OK,
        /** Not there, and not needed by the default targets. */
        MISSING,
        /** The default targets cannot be run. */
        WRONG
    }

    static Check ok(String what, String found) {
        return new Check(Result.OK, what, found, "");
    }

    static Check missing(String what, String found, String fix) {
        return new Check(Result.MISSING, what, found, fix);
    }

    static Check wrong(String what, String found, String fix) {
        return new Check(Result.WRONG, what, found, fix);
    }

    String line() {
        String end = fix.isEmpty() ? "" : "; fix: " + fix;
        return Fault.oneLine(String.format("%-9s%s: %s%s", result.name().toLowerCase(Locale.ROOT), what, found, end));
    }
}
