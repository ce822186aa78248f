package weighbridge.targets;

import io.javalin.Javalin;

/** Answers "Hello World!", with Javalin as it comes. */
public final class HelloServer {
    private HelloServer() {}

    /** Serves. @param arguments the port */
    public static void main(String[] arguments) {
        Javalin.create(config -> config.routes.get("/hello", context -> context.result("Hello World!")))
                .start("127.0.0.1", Integer.parseInt(arguments[0]));
    }
}
