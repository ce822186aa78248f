package weighbridge.server;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.process.JavaOptions;
import weighbridge.text.Limits;

/** Makes the sink a target, so that it is started, called and stopped like any other. */
public final class Sink {
    private static final String URL = "/";
    private static final Expectation ANSWER = new Expectation(200, Optional.of("Hello World!"));

    private Sink() {}

    /**
     * The sink on this port, run by the JDK that runs Weighbridge, without the options that a user means for other JVMs: a
     * port could be opened only once.
     */
    public static Assignment at(int port) {
        List<String> command = List.of(
                "java", "-XX:+UseSerialGC", "-Xmx64m", "-cp", classPath(), SinkServer.class.getName(), Target.PORT);
        Target target = new Target(
                Path.of("").toAbsolutePath(),
                Target.SINK,
                new Version.Written(""),
                Optional.empty(),
                new Serving.Started(command, JavaOptions.NONE, Map.of(), Limits.NONE),
                Traffic.of(Request.get(URL, ANSWER)),
                new Readiness(URL, ANSWER, Duration.ofSeconds(30)));
        return new Assignment(target, port);
    }

    /** The sink, called as often by each user as this traffic has it, and on connections that are kept or not as it has. */
    public static Assignment like(Assignment sink, Traffic traffic) {
        String url = traffic.keepAlive() ? SinkServer.KEEP_ALIVE : URL;
        Traffic alike = new Traffic(List.of(Request.get(url, ANSWER)), traffic.callsPerUser(), traffic.keepAlive());
        return new Assignment(sink.target().with(alike), sink.port());
    }

    /** The folder or archive that holds the sink's class, which is all that it needs. */
    private static String classPath() {
        try {
            return Path.of(SinkServer.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
