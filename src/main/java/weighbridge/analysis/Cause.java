package weighbridge.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a call failed, told from Gatling's message.
 *
 * @param label as it is printed
 * @param status the HTTP status that came; {@value #NO_STATUS} where none did in time
 */
record Cause(String label, int status) {
    /** Stands for "no answer" in a counter of statuses. */
    static final int NO_STATUS = -1;

    /** The label where the message says what no other label does. */
    static final String OTHER = "other";

    /** Answered as expected, but after the timeout. */
    static final Cause LATE = new Cause("late", NO_STATUS);

    private static final Pattern WRONG_STATUS = Pattern.compile("status\\.find\\..*, (?:but actually )?found (\\d{3})");

    /** Of this message. @param expectedStatus the status of a call that failed only by its body */
    static Cause of(String message, int expectedStatus) {
        Matcher wrongStatus = WRONG_STATUS.matcher(message);
        if (wrongStatus.lookingAt()) {
            int status = Integer.parseInt(wrongStatus.group(1));
            return new Cause("status-" + status, status);
        }
        if (message.startsWith("bodyString")) {
            return new Cause("wrong-body", expectedStatus);
        }
        return new Cause(withoutStatus(message), NO_STATUS);
    }

    private static String withoutStatus(String message) {
        if (message.startsWith("Request timeout to ")) {
            return "response-timeout"; // names the address it was connected to
        }
        if (message.startsWith("Request timeout")) {
            return "connect-timeout";
        }
        if (message.contains("Cannot assign requested address")) {
            return "no-local-port";
        }
        if (message.contains("Too many open files")) {
            return "no-descriptor";
        }
        if (message.contains("Connection refused")) {
            return "refused";
        }
        if (message.contains("Connection reset")) {
            return "reset";
        }
        if (message.contains("Premature close") || message.contains("closed")) {
            return "closed-early";
        }
        return OTHER;
    }
}
