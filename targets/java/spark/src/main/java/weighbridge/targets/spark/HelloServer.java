package weighbridge.targets.spark;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import spark.Response;
import spark.Service;
import spark.embeddedserver.EmbeddedServers;
import spark.embeddedserver.jetty.EmbeddedJettyFactory;

/** Answers {@code /World} with {@code Hello World!} on SparkJava. */
public final class HelloServer {
    private static final String POM_PROPERTIES = "/META-INF/maven/com.sparkjava/spark-core/pom.properties";

    private HelloServer() {}

    /** Serves on the given port of 127.0.0.1, or prints the version of Spark. */
    public static void main(String[] args) throws IOException {
        String argument = args.length == 1 ? args[0] : "";
        if (argument.equals("--version")) {
            System.out.println(version());
        } else if (argument.matches("\\d{1,5}") && Integer.parseInt(argument) <= 65535) {
            start(Integer.parseInt(argument));
        } else {
            System.err.println("usage: java -jar spark.jar PORT | --version");
            System.exit(1);
        }
    }

    static Service start(int port) {
        EmbeddedServers.add(EmbeddedServers.defaultIdentifier(), new EmbeddedJettyFactory(new LongQueueJetty()));
        Service http = Service.ignite().ipAddress("127.0.0.1").port(port);
        http.get("/", (request, response) -> hello("Earth", response));
        http.get("/:name", (request, response) -> hello(request.params("name"), response));
        http.awaitInitialization();
        return http;
    }

    private static String hello(String name, Response response) {
        response.type("text/plain; charset=utf-8");
        return "Hello " + name + "!";
    }

    /** Spark's manifest has no Implementation-Version, but Maven left its properties in the jar. */
    private static String version() throws IOException {
        try (InputStream in = Service.class.getResourceAsStream(POM_PROPERTIES)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
    }
}
