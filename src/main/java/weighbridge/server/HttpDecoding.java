package weighbridge.server;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How answers are read, at readiness and under load. */
public final class HttpDecoding {
    /** Beyond it an answer is refused: headers are kept in memory. */
    private static final int MAX_HEADER_BYTES = 1 << 20;

    /** Gatling's, but for the bound, and for equal Content-Length fields, which RFC 9112 (6.3) lets pass as one. */
    public static final HttpDecoderConfig ANSWERS = new HttpDecoderConfig()
            .setMaxHeaderSize(MAX_HEADER_BYTES)
            .setValidateHeaders(false)
            .setAllowDuplicateContentLengths(true);

    /** RFC 9110, 8.3.1: in any case, in quotes or not. */
    private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([^\\s\";]+)", Pattern.CASE_INSENSITIVE);

    private HttpDecoding() {}

    /** Of the text of a body: what its {@code Content-Type} names, where there is such a charset, otherwise UTF-8. */
    public static Charset charset(HttpHeaders headers) {
        Matcher named = CHARSET.matcher(headers.get(HttpHeaderNames.CONTENT_TYPE, ""));
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Whether another answer follows (RFC 9110, 15.2): of the 1xx only 101 is a last one. */
    public static boolean isInterim(HttpResponseStatus status) {
        return status.codeClass() == HttpStatusClass.INFORMATIONAL
                && status.code() != HttpResponseStatus.SWITCHING_PROTOCOLS.code();
    }
}
