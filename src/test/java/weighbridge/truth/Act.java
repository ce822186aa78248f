package weighbridge.truth;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How one call is treated. */
enum Act {
    /** Answered well: 200, "Hello World!". */
    OK,
    /** Answered with 503. */
    STATUS_503,
    /** Answered with 404: an answer that is neither the expected one nor says that the server has too much to do. */
    OTHER_STATUS,
    /** Answered with 200 and "Hello Mars!". */
    WRONG_BODY,
    /** The connection is reset (RST). */
    RESET,
    /** The connection is ended in an orderly way (FIN) without an answer. */
    CLOSE,
    /** The connection stays open, and nothing comes. */
    HANG;

    /** As it is written in a setting: {@code status-503}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Act> of(String key) {
        return Arrays.stream(values()).filter(act -> act.key().equals(key)).findFirst();
    }

    static String keys() {
        return Arrays.stream(values()).map(Act::key).collect(Collectors.joining(", "));
    }

    /** Does it. @throws IOException when the client has left before */
    void perform(Connection connection) throws IOException {
        switch (this) {
            case OK -> connection.answer(200, "Hello World!");
            case STATUS_503 -> connection.answer(503, "too much to do");
            case OTHER_STATUS -> connection.answer(404, "not here");
            case WRONG_BODY -> connection.answer(200, "Hello Mars!");
            case RESET -> connection.reset();
            case CLOSE -> connection.close();
            case HANG -> connection.hang();
        }
    }
}
