package weighbridge.truth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** An answer with a status and a text, made beforehand, for making it takes longer than writing it. */
final class Answer {
    private final ByteBuffer staying;
    private final ByteBuffer last;

    Answer(int status, String text) {
        staying = outsideOfTheHeap(text(status, "", text));
        last = outsideOfTheHeap(last(status, text));
    }

    /** Its bytes; to be written before anybody asks for them again. */
    ByteBuffer bytes(boolean endsConnection) {
        return (endsConnection ? last : staying).rewind();
    }

    /** One that ends the connection. */
    static String last(int status, String text) {
        return text(status, "Connection: close\r\n", text);
    }

    private static String text(int status, String header, String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 " + status + " -\r\nContent-Type: text/plain\r\nContent-Length: " + length + "\r\n" + header
                + "\r\n" + text;
    }

    /** Where the kernel can read it without another copy. */
    private static ByteBuffer outsideOfTheHeap(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
