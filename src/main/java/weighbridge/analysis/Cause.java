package weighbridge.analysis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a call failed, told from Gatling's message. */
public sealed interface Cause {
    /** As it is printed, and stands in summary.json. */
    @JsonValue
    String label();

    /** The HTTP status that came; {@value JudgedCalls#NO_STATUS} where none did in time. @param expected of a right answer */
    default int status(int expected) {
        return JudgedCalls.NO_STATUS;
    }

    /** Another status came than the expected one. */
    record WrongStatus(int status) implements Cause {
        private static final Pattern MESSAGE = Pattern.compile("status\\.find\\..*, (?:but actually )?found (\\d{3})");

        @Override
        public int status(int expected) {
            return status;
        }

        @Override
        public String label() {
            return "status-" + status;
        }
    }

    /** All other causes, in the order in which a message is searched for them. */
    enum Known implements Cause {
        /** Answered with the expected status, but another body. */
        WRONG_BODY("wrong-body", "wrong body, .*|bodyString.*"), // the latter in runs of 0.1
        /** No complete answer in time; the message names the address that it was connected to. */
        RESPONSE_TIMEOUT("response-timeout", "Request timeout to .*"),
        /** Not even connected in time. */
        CONNECT_TIMEOUT("connect-timeout", "Request timeout.*"),
        /** The machine had no local port to connect from. */
        NO_LOCAL_PORT("no-local-port", ".*Cannot assign requested address.*"),
        /** The generator had no file descriptor for a connection. */
        NO_DESCRIPTOR("no-descriptor", ".*Too many open files.*"),
        /** Nobody listened. */
        REFUSED("refused", ".*Connection refused.*"),
        /** The connection was reset. */
        RESET("reset", ".*Connection reset.*"),
        /** The connection was closed before the answer was complete. */
        CLOSED_EARLY("closed-early", ".*(Premature close|closed).*"),
        /** Anything else. */
        OTHER("other", ".*"),
        /** Answered as expected, but after the timeout: no message says so. */
        LATE("late", "");

        private final String label;
        private final Pattern message;

        Known(String label, String message) {
            this.label = label;
            this.message = Pattern.compile(message, Pattern.DOTALL);
        }

        @Override
        public int status(int expected) {
            return this == WRONG_BODY ? expected : JudgedCalls.NO_STATUS;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Of this message. */
    static Cause of(String message) {
        Matcher wrongStatus = WrongStatus.MESSAGE.matcher(message);
        if (wrongStatus.lookingAt()) {
            return new WrongStatus(Integer.parseInt(wrongStatus.group(1)));
        }
        for (Known known : Known.values()) {
            if (known.message.matcher(message).matches()) {
                return known;
            }
        }
        return Known.OTHER;
    }
}
