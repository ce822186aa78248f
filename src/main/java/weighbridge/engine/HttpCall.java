package weighbridge.engine;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.Http;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.Map;
import weighbridge.server.Assignment;
import weighbridge.server.Request;

/** One call at a target in Gatling's language, and whether it was answered as expected. */
final class HttpCall {
    /** Set in a user's session where the status was the expected one. */
    private static final String RIGHT_STATUS = "right status";

    /** Set in a user's session where the body was the expected one. */
    private static final String RIGHT_BODY = "right body";

    /** How the message begins of a call that got another body; {@link weighbridge.analysis.Cause} looks for it. */
    private static final String WRONG_BODY = "wrong body";

    private HttpCall() {}

    /**
     * A call.
     *
     * @param named with the name that it has in the log
     * @param timeout from its start, connecting included, to its complete answer
     */
    static HttpRequestActionBuilder of(Http named, Assignment target, Request request, Duration timeout) {
        HttpRequestActionBuilder call = named.httpRequest(
                        request.method(), target.url(request).toString())
                .requestTimeout(timeout);
        if (!target.target().traffic().keepAlive()) {
            // Gatling closes a connection after such a call instead of keeping it for the user's next.
            call = call.header("Connection", "close");
        }
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            // As a function, for a plain text would be read as Gatling's expression language.
            call = call.header(header.getKey(), session -> header.getValue());
        }
        if (request.body().isPresent()) {
            String body = request.body().get();
            call = call.body(StringBody(session -> body));
        }
        call = call.check(status().is(request.expect().status()).saveAs(RIGHT_STATUS));
        if (request.expect().body().isEmpty()) {
            return call;
        }
        String expected = ExpectedBody.header(request.expect().body().get());
        return call.header(ExpectedBody.HEADER, expected)
                .check(header(ExpectedBody.VERDICT)
                        .is(BodyComparison.RIGHT)
                        .name(WRONG_BODY)
                        .saveAs(RIGHT_BODY));
    }

    /** Whether the call of this user that has just ended was answered as expected. */
    static boolean succeeded(Session user, Request request) {
        return user.contains(RIGHT_STATUS) && (request.expect().body().isEmpty() || user.contains(RIGHT_BODY));
    }

    /** The user without the marks of its last call. */
    static Session forget(Session user) {
        Session other = user.contains(RIGHT_STATUS) ? user.remove(RIGHT_STATUS) : user;
        return other.contains(RIGHT_BODY) ? other.remove(RIGHT_BODY) : other;
    }
}
