package weighbridge.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.text.Limits;

/** Targets as short as a test needs them. */
final class Targets {
    static final Expectation OK = new Expectation(200, Optional.empty());
    /** Far beyond what any start takes, for starts that are to succeed. */
    static final Duration LONG = Duration.ofMinutes(2);

    private Targets() {}

    static Target of(String name, Path folder, Expectation expect, Duration timeout, String... command) {
        return of(name, folder, expect, timeout, Map.of(), List.of(command));
    }

    static Target of(
            String name,
            Path folder,
            Expectation expect,
            Duration timeout,
            Map<String, String> env,
            List<String> command) {
        return new Target(
                folder,
                name,
                new Version.Written("1"),
                Optional.empty(),
                new Serving.Started(command, env, Map.of(), Limits.NONE),
                Traffic.of(Request.get("/", expect)),
                new Readiness("/", expect, timeout));
    }

    static Target built(String name, Path folder, Build build) {
        return new Target(
                folder,
                name,
                new Version.Written("1"),
                Optional.of(build),
                new Serving.Started(List.of("serve", Target.PORT), Map.of(), Map.of(), Limits.NONE),
                Traffic.of(Request.get("/", OK)),
                new Readiness("/", OK, LONG));
    }

    static Target versioned(Version version, Path folder) {
        return new Target(
                folder,
                "versioned",
                version,
                Optional.empty(),
                new Serving.Started(List.of("serve", Target.PORT), Map.of("FLAVOUR", "sour"), Map.of(), Limits.NONE),
                Traffic.of(Request.get("/", OK)),
                new Readiness("/", OK, LONG));
    }

    /** One that runs already. @param process where its pid is found; null where it has none */
    static Assignment running(String name, int port, PidSource process, Duration timeout) {
        Serving.Running running =
                new Serving.Running(URI.create("http://127.0.0.1:" + port), Optional.ofNullable(process));
        Target target = new Target(
                Path.of("").toAbsolutePath(),
                name,
                new Version.Written("1"),
                Optional.empty(),
                running,
                Traffic.of(Request.get("/", OK)),
                new Readiness("/", OK, timeout));
        return Assignment.running(target, running);
    }

    static Assignment at(int port, Target target) {
        return new Assignment(target, port);
    }
}
