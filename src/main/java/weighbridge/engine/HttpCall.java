package weighbridge.engine;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.http.Http;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.Map;
import weighbridge.server.Assignment;
import weighbridge.server.Request;

/** One call at a target in Gatling's language; it fails if it is not answered as expected. */
final class HttpCall {
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
        call = call.check(status().is(request.expect().status()));
        if (request.expect().body().isEmpty()) {
            return call;
        }
        String expected = ExpectedBody.header(request.expect().body().get());
        return call.header(ExpectedBody.HEADER, expected)
                .check(header(ExpectedBody.VERDICT).is(BodyComparison.RIGHT).name(WRONG_BODY));
    }
}
