package weighbridge.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Logs made by the real Gatling in a child JVM; it calls nobody outside and writes only into the given folder. */
final class RealLog {
    private RealLog() {}

    /** Runs a simulation and returns its log. */
    static Path of(Class<?> simulation, Path folder) throws IOException, InterruptedException {
        Path results = folder.resolve("results");
        ChildJvm.run(
                List.of(
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Xmx512m",
                        "-Dgatling.http.warmUpUrl=",
                        "-Dgatling.data.enableAnalytics=false",
                        // the look for a newer release ends at a closed port, and is not remembered for the user
                        "-Dhttps.proxyHost=127.0.0.1",
                        "-Dhttps.proxyPort=1",
                        "-Djava.util.prefs.userRoot=" + folder.resolve("prefs")),
                "io.gatling.app.Gatling",
                "-s",
                simulation.getName(),
                "-rf",
                results.toString(),
                "-rd",
                "für ☃");
        try (Stream<Path> files = Files.walk(results)) {
            return files.filter(file -> file.endsWith("simulation.log"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
