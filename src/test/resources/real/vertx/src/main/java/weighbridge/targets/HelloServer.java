package weighbridge.targets;

import io.vertx.core.Vertx;

/** Answers "Hello World!", with Vert.x as it comes. */
public final class HelloServer {
    private HelloServer() {}

    /** Serves. @param arguments the port */
    public static void main(String[] arguments) {
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(request ->
                        request.response().putHeader("Content-Type", "text/plain").end("Hello World!"))
                .listen(Integer.parseInt(arguments[0]), "127.0.0.1");
    }
}
