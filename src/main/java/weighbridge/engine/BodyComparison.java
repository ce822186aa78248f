package weighbridge.engine;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import weighbridge.server.HttpDecoding;
import weighbridge.text.Fault;

/**
 * Compares the text of a body with an expected one as it comes in. Of the body only the first bytes are kept, to say what
 * came instead.
 */
final class BodyComparison {
    static final String RIGHT = "the expected body";

    private static final int HEAD_BYTES = 200;
    private static final int BUFFERED_CHARS = 1024;
    private static final byte[] NOTHING = {};

    /** Gatling cuts longer messages. */
    private static final int MAX_WORDS = 150;

    private String expected;
    private String type;
    private String encoding;
    private Charset charset;
    private CharsetDecoder decoder;
    private CharBuffer chars;
    private byte[] undecoded;
    private byte[] head;
    private long length;
    private int matched;
    private boolean equal;

    /** What is expected of the next answer. @param text null for nothing @return whether there is anything to compare */
    boolean expect(String text) {
        expected = text;
        return text != null;
    }

    /** An answer begins. @param headers with the charset of its body */
    void begin(HttpHeaders headers) {
        type = headers.get(HttpHeaderNames.CONTENT_TYPE);
        encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING);
        decodeFrom(HttpDecoding.charset(headers));
        undecoded = NOTHING;
        head = NOTHING;
        length = 0;
        matched = 0;
        equal = true;
    }

    private void decodeFrom(Charset other) {
        if (!other.equals(charset)) {
            charset = other;
            decoder = other.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
            chars = chars == null ? CharBuffer.allocate(BUFFERED_CHARS) : chars;
        }
        decoder.reset();
    }

    /** The next part of the body. */
    void add(ByteBuf part, boolean last) {
        length += part.readableBytes();
        if (head.length < HEAD_BYTES && part.isReadable()) {
            int more = Math.min(HEAD_BYTES - head.length, part.readableBytes());
            head = ByteBufUtil.getBytes(
                    Unpooled.wrappedBuffer(Unpooled.wrappedBuffer(head), part.slice(part.readerIndex(), more)));
        }
        if (equal) {
            decode(
                    undecoded.length == 0 ? part : Unpooled.wrappedBuffer(Unpooled.wrappedBuffer(undecoded), part),
                    last);
        }
    }

    private void decode(ByteBuf part, boolean last) {
        ByteBuffer bytes = part.nioBuffer();
        while (decoder.decode(bytes, chars, last).isOverflow()) {
            match();
        }
        match();
        if (last) {
            decoder.flush(chars);
            match();
            equal &= matched == expected.length();
        }
        undecoded = new byte[bytes.remaining()];
        bytes.get(undecoded);
    }

    private void match() {
        chars.flip();
        int end = matched + chars.remaining();
        equal &= end <= expected.length()
                && chars.equals(CharBuffer.wrap(expected, matched, end)); // never a longer text than the expected
        matched = end;
        chars.clear();
    }

    /** {@link #RIGHT}, or what came instead. */
    String verdict() {
        return equal ? RIGHT : found();
    }

    private String found() {
        String text = length + (length == 1 ? " byte" : " bytes") + (type == null ? "" : " of " + type);
        // A decoder of Gatling's takes the encoding away that it decodes.
        return Fault.oneLine(
                encoding == null ? text + ": \"" + beginning() + '"' : text + ", encoded with " + encoding, MAX_WORDS);
    }

    private String beginning() {
        String text = new String(head, charset);
        boolean whole = head.length == length;
        return whole ? text : text.replaceFirst("\ufffd$", "") + '…'; // its last character may have lost a half
    }
}
