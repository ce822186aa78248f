package weighbridge.record;

import java.util.List;

/** The numbers of the format: headers, versions and the bounds no sound log exceeds. */
final class LogFormat {
    static final int RUN = 0;
    static final int REQUEST = 1;
    static final int USER = 2;
    static final int GROUP = 3;
    static final int ERROR = 4;

    /** The versions whose sources were compared and write the same bytes. */
    static final List<String> VERSIONS = List.of(
            "3.14.0", "3.14.1", "3.14.2", "3.14.3", "3.14.4", "3.14.5", "3.14.6", "3.14.7", "3.14.8", "3.14.9",
            "3.15.0", "3.15.1");

    /** Gatling's buffer of 8,192 bytes less the length and the coder. */
    static final int MAX_STRING_BYTES = 8192 - 5;

    /** Gatling's buffer of 8,192 bytes less the length. */
    static final int MAX_ASSERTION_BYTES = 8192 - 4;

    /** Longer than any version string; what is longer is not a log. */
    static final int MAX_VERSION_BYTES = 64;

    static final int MAX_SCENARIOS = 10_000;
    static final int MAX_ASSERTIONS = 10_000;
    static final int MAX_GROUP_DEPTH = 128;

    /** The last millisecond of the year 9999. */
    static final long MAX_EPOCH_MILLIS = 253_402_300_799_999L;

    /** All that may be kept of a log at once: its distinct strings, with the JVM's overhead. */
    static final long MAX_KEPT_BYTES = 32L << 20;

    private LogFormat() {}

    /** The record's name for messages; headers that do not exist are "unknown". */
    static String kind(int header) {
        return switch (header) {
            case RUN -> "run";
            case REQUEST -> "request";
            case USER -> "user";
            case GROUP -> "group";
            case ERROR -> "error";
            default -> "unknown";
        };
    }
}
