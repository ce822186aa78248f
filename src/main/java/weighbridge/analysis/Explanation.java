package weighbridge.analysis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import weighbridge.text.Limits;

/**
 * What the failed calls of a measured burst, or calls that waited for a connection, are due to, with the numbers that show it.
 *
 * @param cause of them
 * @param target that was called
 * @param calls of the burst
 * @param affected calls that the cause explains
 * @param unanswered calls that timed out on an open connection
 * @param inFlight most calls in flight at once
 * @param sockets of the window
 * @param limits of the target's own control group; null where it has none
 * @param throttled by its limit of CPU time; null where it has none
 * @param shortQueue the accept queue, where that is the cause and it was too short for the burst from the start
 */
public record Explanation(
        RootCause cause,
        String target,
        int calls,
        int affected,
        int unanswered,
        int inFlight,
        SocketReport sockets,
        Limits limits,
        Throttling throttled,
        Optional<ShortQueue> shortQueue) {

    /** What failed calls can be due to. */
    public enum RootCause {
        /** The accept queue was full, and calls timed out before connecting. */
        ACCEPT_QUEUE("accept-queue"),
        /** The accept queue was full, and calls connected only at a further attempt. */
        ACCEPT_QUEUE_RETRIES("accept-queue"),
        /** The machine had no local port for a connection. */
        LOCAL_PORTS("local-ports"),
        /** The generator had no file descriptor for a connection. */
        GENERATOR_DESCRIPTORS("generator-descriptors"),
        /** The target had no file descriptor for a connection. */
        TARGET_DESCRIPTORS("target-descriptors"),
        /** No process listened on the port. */
        NOBODY_LISTENING("nobody-listening"),
        /** The generator was overloaded. */
        GENERATOR("generator"),
        /** The limit of CPU time of the target's own control group held it back. */
        THROTTLED("throttled"),
        /** The server itself was slow. */
        SERVER("server");

        private final String label;

        RootCause(String label) {
            this.label = label;
        }

        /** Whether it is the accept queue. */
        boolean isAcceptQueue() {
            return this == ACCEPT_QUEUE || this == ACCEPT_QUEUE_RETRIES;
        }

        /** As it stands in summary.json. */
        @JsonValue
        public String label() {
            return label;
        }
    }
}
