package weighbridge.engine;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the body of an answer has to be, handed from a call to the {@link Exchange} on its connection. Gatling hands on
 * nothing but the request, so that it goes along as a header, which is never sent.
 */
final class ExpectedBody {
    /** Of a request on its way to its connection. */
    static final String HEADER = "weighbridge-expected-body";

    /** Of an answer, in which the {@link Exchange} hands back {@link BodyComparison#verdict}. */
    static final String VERDICT = "weighbridge-body";

    private static final List<String> TEXTS = new CopyOnWriteArrayList<>();

    private ExpectedBody() {}

    /** The value of the header of calls that expect this text. */
    static synchronized String header(String text) {
        if (!TEXTS.contains(text)) {
            TEXTS.add(text);
        }
        return Integer.toString(TEXTS.indexOf(text));
    }

    /** Takes the header away. @return what is expected; null where it does not matter */
    static String remove(HttpHeaders headers) {
        String number = headers.get(HEADER);
        if (number == null) {
            return null;
        }
        headers.remove(HEADER);
        return TEXTS.get(Integer.parseInt(number));
    }
}
