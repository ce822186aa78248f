package weighbridge.faults;

import static weighbridge.faults.WrongDescriptor.LEAST;
import static weighbridge.faults.WrongDescriptor.of;

import java.util.List;

/** Requests that cannot be sent, answers that cannot come, and times that are none. */
final class WrongRequests {
    private static final String POST = LEAST + "method: POST\nready: {url: /health}\n";

    private WrongRequests() {}

    static List<WrongDescriptor> rows() {
        return List.of(
                of(
                                "unknown method",
                                LEAST + "method: FETCH\n",
                                "target.yaml:5: method: found \"FETCH\"; allowed: GET, HEAD, POST, PUT, PATCH, DELETE,"
                                        + " OPTIONS; fix: write for example method: GET")
                        .schema(),
                of(
                                "method in small letters",
                                LEAST + "method: get\n",
                                "target.yaml:5: method: found \"get\"; allowed: GET, HEAD, POST, PUT, PATCH, DELETE,"
                                        + " OPTIONS; fix: write for example method: GET")
                        .schema(),
                of(
                                "body with GET",
                                LEAST + "body: a\n",
                                "target.yaml:5: body: found a body with GET; allowed: a body with any method but GET and"
                                        + " HEAD; fix: add method: POST")
                        .schema(),
                of(
                                "body with HEAD",
                                LEAST + "then:\n  - {url: /a, method: HEAD, body: a}\n",
                                "target.yaml:6: then[0].body: found a body with HEAD; allowed: a body with any method but"
                                        + " GET and HEAD; fix: add method: POST")
                        .schema(),
                of(
                                "POST and nothing to find out readiness",
                                LEAST + "method: POST\n",
                                "target.yaml:1: ready: found no url of its own beside POST; allowed: a path that answers a"
                                        + " GET: only GET is sent to find out whether a server is there; fix: add ready: {url:"
                                        + " /health}, or ready: {url: /, status: 404}")
                        .schema(),
                of(
                                "header about the connection",
                                LEAST + "headers: {Connection: close}\n",
                                "target.yaml:5: headers.Connection: found a header that the generator sends itself; allowed:"
                                        + " any header that is not about the connection or the length of the body; fix: remove it;"
                                        + " keepAlive: true keeps connections")
                        .schema(),
                of(
                                "header about the host",
                                LEAST + "headers:\n  Accept: text/plain\n  host: example.org\n",
                                "target.yaml:7: headers.host: found a header that the generator sends itself; allowed: any"
                                        + " header that is not about the connection or the length of the body; fix: remove it")
                        .schema(),
                of(
                                "header about the length",
                                POST + "headers: {Content-Length: 3}\n",
                                "target.yaml:7: headers.Content-Length: found a header that the generator sends itself;"
                                        + " allowed: any header that is not about the connection or the length of the body; fix: remove"
                                        + " it")
                        .schema(),
                of(
                                "header that waits for 100 Continue",
                                POST + "headers: {Expect: 100-continue}\n",
                                "target.yaml:7: headers.Expect: found a header that makes a call wait for the server to say"
                                        + " continue; allowed: any header that is not about the connection or the length of the"
                                        + " body; fix: remove it; a body is sent at once")
                        .schema(),
                of(
                                "header that asks for HTTP/2",
                                LEAST + "headers: {Upgrade: h2c}\n",
                                "target.yaml:5: headers.Upgrade: found a header that asks for another protocol; allowed: any"
                                        + " header that is not about the connection or the length of the body; fix: remove it;"
                                        + " calls are made in HTTP/1.1")
                        .schema(),
                of(
                                "header name with a blank",
                                LEAST + "headers: {Content Type: text/plain}\n",
                                "target.yaml:5: headers.Content Type: found \"Content Type\" as a name; allowed: letters,"
                                        + " digits and any of !#$%&'*+-.^_`|~; fix: write for example Content-Type: application/json")
                        .schema(),
                of(
                                "header with a line break",
                                LEAST + "headers: {X: \"a\\r\\nY: b\"}\n",
                                "target.yaml:5: headers.X: found \"a??Y: b\"; allowed: printable ASCII characters on one"
                                        + " line; fix: remove all other characters")
                        .schema(),
                of(
                                "header that is not ASCII",
                                LEAST + "headers: {X: \u00e4}\n",
                                "target.yaml:5: headers.X: found \"ä\"; allowed: printable ASCII characters on one line;"
                                        + " fix: remove all other characters")
                        .schema(),
                of(
                        "header twice in different case",
                        LEAST + "headers:\n  Accept: a\n  accept: b\n",
                        "target.yaml:7: headers.accept: found the same header as Accept; allowed: each header once;"
                                + " fix: keep one of the two"),
                of(
                                "status out of range",
                                LEAST + "expect: {status: 600}\n",
                                "target.yaml:5: expect.status: found \"600\"; allowed: a whole number from 100 to 599; fix:"
                                        + " put in such a number")
                        .schema(),
                of(
                                "status that is no number",
                                LEAST + "ready: {status: 2xx}\n",
                                "target.yaml:5: ready.status: found \"2xx\"; allowed: a whole number from 100 to 599; fix:"
                                        + " put in such a number")
                        .schema(),
                of(
                                "body expected of HEAD",
                                LEAST + "method: HEAD\nexpect: {body: a}\n",
                                "target.yaml:6: expect.body: found a body expected of HEAD; allowed: no body: HEAD never has"
                                        + " one; fix: remove it, or write method: GET")
                        .schema(),
                of(
                                "body expected with 204",
                                LEAST + "expect:\n  status: 204\n  body: a\n",
                                "target.yaml:7: expect.body: found a body expected with status 204; allowed: no body: an"
                                        + " answer with this status never has one; fix: remove it, or correct the status")
                        .schema(),
                of(
                                "callsPerUser 0",
                                LEAST + "callsPerUser: 0\n",
                                "target.yaml:5: callsPerUser: found \"0\"; allowed: a whole number from 1 to 10000; fix: put"
                                        + " in such a number")
                        .schema(),
                of(
                                "callsPerUser too large",
                                LEAST + "callsPerUser: 10001\n",
                                "target.yaml:5: callsPerUser: found \"10001\"; allowed: a whole number from 1 to 10000; fix:"
                                        + " put in such a number")
                        .schema(),
                of(
                                "keepAlive that is not true or false",
                                LEAST + "keepAlive: yes\n",
                                "target.yaml:5: keepAlive: found \"yes\"; allowed: true, false; fix: write for example"
                                        + " keepAlive: true")
                        .schema(),
                of(
                                "101 requests after the first",
                                LEAST + "then:\n" + "  - url: /a\n".repeat(101),
                                "target.yaml:5: then: found 101 requests; allowed: at most 100; fix: remove some;"
                                        + " callsPerUser repeats them")
                        .schema(),
                of(
                                "duration without a unit",
                                LEAST + "ready: {timeout: 30}\n",
                                "target.yaml:5: ready.timeout: found \"30\"; allowed: a number with its unit ms, s or m,"
                                        + " such as 500ms, 1.5s or 2m, from 1ms to 10m; fix: write for example timeout: 30s")
                        .schema(),
                of(
                        "duration of zero",
                        LEAST + "ready: {timeout: 0s}\n",
                        "target.yaml:5: ready.timeout: found \"0s\"; allowed: a number with its unit ms, s or m,"
                                + " such as 500ms, 1.5s or 2m, from 1ms to 10m; fix: write for example timeout: 30s"),
                of(
                        "ready.timeout too long",
                        LEAST + "ready: {timeout: 601s}\n",
                        "target.yaml:5: ready.timeout: found \"601s\"; allowed: a number with its unit ms, s or m,"
                                + " such as 500ms, 1.5s or 2m, from 1ms to 10m; fix: write for example timeout: 30s"),
                of(
                        "build.timeout too long",
                        LEAST + "build: {command: [make], produces: a, timeout: 121m}\n",
                        "target.yaml:5: build.timeout: found \"121m\"; allowed: a number with its unit ms, s or m,"
                                + " such as 500ms, 1.5s or 2m, from 1ms to 120m; fix: write for example timeout: 30s"));
    }
}
