package weighbridge.targets;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;

/** Answers "Hello World!", with Helidon SE as it comes. */
public final class HelloServer {
    private HelloServer() {}

    /** Serves. @param arguments the port */
    public static void main(String[] arguments) {
        WebServer.builder()
                .host("127.0.0.1")
                .port(Integer.parseInt(arguments[0]))
                .routing(routing -> routing.get("/hello", (request, response) -> {
                    response.header(HeaderNames.CONTENT_TYPE, "text/plain");
                    response.send("Hello World!");
                }))
                .build()
                .start();
    }
}
