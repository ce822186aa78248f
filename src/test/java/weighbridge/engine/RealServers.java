package weighbridge.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import weighbridge.server.Program;

/**
 * Servers as people have them: those of {@code targets/web} and {@code targets/frameworks}, and with every setting as it
 * comes those of {@code src/test/resources/real}.
 */
final class RealServers {
    private static final List<Path> GROUPS =
            List.of(Path.of("targets/web"), Path.of("targets/frameworks"), Path.of("src/test/resources/real"));

    /** Those that run in a JVM; Maven builds them. */
    private static final List<String> OF_JVM =
            List.of("helidon", "javalin", "quarkus", "spring-boot", "spring-boot-3", "undertow", "vertx");

    /** Which programs of the system the others need. */
    private static final Map<String, List<String>> PROGRAMS = Map.ofEntries(
            Map.entry("apache-event", List.of("apache2")),
            Map.entry("apache-prefork", List.of("apache2")),
            Map.entry("caddy", List.of("caddy")),
            Map.entry("express", List.of("node")),
            Map.entry("fastify", List.of("node", "npm")),
            Map.entry("gunicorn", List.of("gunicorn")),
            Map.entry("gunicorn-gthread", List.of("gunicorn")),
            Map.entry("gunicorn-preload", List.of("gunicorn")),
            Map.entry("gunicorn-uvicorn", List.of("gunicorn", "uvicorn")),
            Map.entry("haproxy", List.of("haproxy")),
            Map.entry("lighttpd", List.of("lighttpd")),
            Map.entry("nginx", List.of("nginx")),
            Map.entry("nginx-php-fpm", List.of("nginx", "php")),
            Map.entry("node-cluster", List.of("node")),
            Map.entry("php-s", List.of("php")),
            Map.entry("rust-std", List.of("rustc")),
            Map.entry("uvicorn", List.of("uvicorn")),
            Map.entry("uvicorn-workers", List.of("uvicorn")));

    private static final int JDK_OF_HELIDON = 21;

    private RealServers() {}

    static Stream<String> names() {
        return Stream.concat(PROGRAMS.keySet().stream(), OF_JVM.stream()).sorted();
    }

    static boolean isJvm(String name) {
        return OF_JVM.contains(name);
    }

    /** What it needs that this system lacks, as a sentence; empty where it can be started. */
    static Optional<String> missing(String name) throws IOException {
        if (name.equals("helidon") && jdkOfHelidon().isEmpty()) {
            return Optional.of("there is no JDK " + JDK_OF_HELIDON + " or newer; fix: install one in /usr/lib/jvm");
        }
        return PROGRAMS.getOrDefault(name, List.of()).stream()
                .filter(program -> !Program.isThere(program))
                .findFirst()
                .map(program -> "there is no " + program + "; fix: see \"Real servers\" in CONTRIBUTING.md");
    }

    /** The folders of those that this system has what they need for, by name. */
    static Map<String, Path> folders() throws IOException {
        Map<String, Path> folders = new TreeMap<>();
        for (String name : names().toList()) {
            if (missing(name).isEmpty()) {
                folders.put(name, folder(name));
            }
        }
        return folders;
    }

    private static Path folder(String name) {
        return GROUPS.stream()
                .map(group -> group.resolve(name))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow()
                .toAbsolutePath();
    }

    /** This one, or one where Debian has them. */
    static Optional<Path> jdkOfHelidon() throws IOException {
        if (Runtime.version().feature() >= JDK_OF_HELIDON) {
            return Optional.of(Path.of(System.getProperty("java.home")));
        }
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> jdks = Files.list(all)) {
            return jdks.filter(jdk -> Files.isExecutable(jdk.resolve("bin/javac")))
                    .filter(jdk -> feature(jdk) >= JDK_OF_HELIDON)
                    .findFirst();
        }
    }

    private static int feature(Path jdk) {
        try {
            return Files.readAllLines(jdk.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("JAVA_VERSION=|\"", ""))
                    .mapToInt(version -> Runtime.Version.parse(version).feature())
                    .findFirst()
                    .orElse(0);
        } catch (IOException | IllegalArgumentException e) {
            return 0; // no release file, or one of Java 8, whose versions begin with 1
        }
    }
}
