package weighbridge.targets;

import io.undertow.Undertow;
import io.undertow.util.Headers;

/** Answers "Hello World!", with Undertow as it comes. */
public final class HelloServer {
    private HelloServer() {}

    /** Serves. @param arguments the port */
    public static void main(String[] arguments) {
        Undertow.builder()
                .addHttpListener(Integer.parseInt(arguments[0]), "127.0.0.1")
                .setHandler(exchange -> {
                    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
                    exchange.getResponseSender().send("Hello World!");
                })
                .build()
                .start();
    }
}
