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
    /** Answered with 200 and {@link #HOSTILE_TEXT}. */
    HOSTILE,
    /** Answered with what is no HTTP, but {@link #HOSTILE_TEXT}. */
    HOSTILE_LINE,
    /** The connection is reset (RST). */
    RESET,
    /** The connection is ended in an orderly way (FIN) without an answer. */
    CLOSE,
    /** The connection stays open, and nothing comes. */
    HANG,
    /** Answered with 302 to a place where nobody listens. */
    REDIRECT,
    /** Answered with 200 and a part of the body that its head promises, then ended. */
    HALF_BODY,
    /** Answered with 200 and a body that drips without end. */
    ENDLESS_BODY,
    /** Answered with a line that is no HTTP. */
    NOT_HTTP,
    /** Answered well, behind a header of 64 KiB. */
    HUGE_HEADER;

    /**
     * What would do harm where it is printed as it came: escapes that clear a terminal and name its window, marks that turn
     * the direction of writing, an end of line with a line as Weighbridge prints it, the end of a script with one of its
     * own, a formula of a spreadsheet, and no end.
     */
    static final String HOSTILE_TEXT =
            "X\u001b[2J<b>\u202e</b> \u001b]0;owned\u0007\u009b31m\u202egnp\u2066\r\nmain 0.0.0 is fine\n"
                    + "</script><img src=x onerror=alert(1)>\"'`${7*7}#{name}\n=cmd|'/c calc'!A1,\u0000"
                    + "long".repeat(5_000);

    private static final Answer HELLO = new Answer(200, "Hello World!");
    private static final Answer BUSY = new Answer(503, "too much to do");
    private static final Answer ELSEWHERE = new Answer(404, "not here");
    private static final Answer MARS = new Answer(200, "Hello Mars!");
    private static final Answer INJECTED = new Answer(200, HOSTILE_TEXT);

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
            case OK -> connection.answer(HELLO);
            case STATUS_503 -> connection.answer(BUSY);
            case OTHER_STATUS -> connection.answer(ELSEWHERE);
            case WRONG_BODY -> connection.answer(MARS);
            case HOSTILE -> connection.answer(INJECTED);
            case HOSTILE_LINE -> connection.answer(HOSTILE_TEXT);
            case RESET -> connection.reset();
            case CLOSE -> connection.close();
            case HANG -> connection.hang();
            case REDIRECT ->
                connection.answer("HTTP/1.1 302 -\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n"
                        + "Connection: close\r\n\r\n");
            case HALF_BODY -> connection.answer("HTTP/1.1 200 -\r\nContent-Length: 12\r\n\r\nHello");
            case ENDLESS_BODY -> connection.drip("HTTP/1.1 200 -\r\nContent-Length: 999999999\r\n\r\n");
            case NOT_HTTP -> connection.answer("220 mail.example.org ESMTP\r\n");
            case HUGE_HEADER ->
                connection.answer("HTTP/1.1 200 -\r\nContent-Length: 12\r\nConnection: close\r\nX: "
                        + "x".repeat(1 << 16) + "\r\n\r\nHello World!");
        }
    }
}
