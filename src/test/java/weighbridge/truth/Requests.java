package weighbridge.truth;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What came on a connection and was not yet taken from it: requests without bodies, one behind the other (RFC 9112). */
final class Requests {
    private static final int MAX_HEAD_CHARS = 16_384;
    private static final String END = "\r\n\r\n";
    private static final Pattern CLOSE = Pattern.compile("(?im)^connection:.*\\bclose\\b");

    private final StringBuilder unread = new StringBuilder();
    private int taken;

    void add(ByteBuffer bytes) {
        unread.append(StandardCharsets.ISO_8859_1.decode(bytes));
    }

    /** Whether the next request, or a part of it, is here already. */
    boolean hasMore() {
        return !unread.isEmpty();
    }

    /** The next one, once it is here as a whole. @throws ProtocolException when it is none */
    Optional<Request> next() throws ProtocolException {
        int end = unread.indexOf(END);
        if (end < 0) {
            if (unread.length() > MAX_HEAD_CHARS) {
                throw new ProtocolException("a request without an end");
            }
            return Optional.empty();
        }
        String head = unread.substring(0, end);
        unread.delete(0, end + END.length());
        String[] words = head.lines().findFirst().orElse("").split(" ");
        if (words.length != 3) {
            throw new ProtocolException("no request");
        }
        boolean last = words[2].equals("HTTP/1.0") || CLOSE.matcher(head).find();
        return Optional.of(new Request(words[1].replaceFirst("\\?.*", ""), ++taken, last));
    }
}
