package weighbridge.engine;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weighbridge.text.Json;

/**
 * What a call costs the generator, at a server that does nothing and at Netty, each on a core of its own, beside what it costs
 * wrk; and how long 800 calls at once take at each server of the default run, beside ab. Runs what users run. What is not
 * installed is left out. Its name keeps it out of the build; run it with
 *
 * <pre>make benchmark</pre>
 */
class GeneratorBenchmark {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final int PORT = 18_000;
    private static final List<Integer> RATES = List.of(10_000, 20_000, 40_000);
    private static final Pattern WRK_CALLS = Pattern.compile("(\\d+) requests in");
    private static final Pattern AB_SECONDS = Pattern.compile("Time taken for tests:\\s+([0-9.]+)");

    @TempDir
    Path folder;

    private record Cost(double callsPerSecond, double micros, Double delayP99Millis) {}

    @Test
    void costOfACall() throws Exception {
        Path sink = sink();
        for (String target : List.of(sink.toString(), "netty")) {
            String name = Path.of(target).getFileName().toString();
            Cost closed = steady(target, "-Dconcurrency=32");
            print(
                    "%s, 32 users: %,.0f calls/s, %.1f us of generator CPU a call",
                    name, closed.callsPerSecond, closed.micros);
            if (name.equals("netty")) {
                OptionalDouble wrk = wrkMicros();
                wrk.ifPresent(micros ->
                        print("%s, wrk -t1 -c32: %.1f us a call; ratio %.2f", name, micros, closed.micros / micros));
            }
            for (int rate : RATES) {
                Cost open = steady(target, "-Drate=" + rate);
                print(
                        "%s, %,d calls/s planned: %,.0f made, %.1f us a call, scheduling delay p99 %.1f ms",
                        name, rate, open.callsPerSecond, open.micros, open.delayP99Millis);
            }
        }
    }

    @Test
    void timeOfABurst() throws Exception {
        Path results = maven("-Dgatling.simulationClass=weighbridge.simulation.BurstSimulation");
        JsonNode summary = summary(results);
        double seconds = 0;
        for (JsonNode target : summary.at("/targets")) {
            seconds += target.at("/windowSeconds").asDouble();
        }
        print("default run: 5 x 800 calls took %.3f s", seconds);
        if (isThere("ab")) {
            double ab = abSeconds() * summary.at("/targets").size();
            print("ab at Netty, warm, 5 times: %.3f s; ratio %.2f", ab, seconds / ab);
        }
    }

    private Path sink() throws IOException {
        Path sink = Files.createDirectory(folder.resolve("sink"));
        Files.writeString(sink.resolve("target.yaml"), """
                name: sink
                version: "1.0"
                command: [java, -XX:+UseSerialGC, -Xmx64m, -cp, %s, weighbridge.server.SinkServer, "{port}"]
                url: /
                expect: {status: 200}
                """.formatted(PROJECT.resolve("target/classes")));
        return sink;
    }

    private Cost steady(String target, String load) throws Exception {
        JsonNode measured = summary(maven(
                        "-Dgatling.simulationClass=weighbridge.simulation.SteadySimulation",
                        "-Dtargets=" + target,
                        "-Dduration=10s",
                        load))
                .at("/targets/0");
        JsonNode delay = measured.at("/load/lag/p99");
        return new Cost(
                measured.at("/load/achievedCallsPerSecond").asDouble(),
                1e6
                        * measured.at("/generator/cpu/seconds").asDouble()
                        / measured.at("/load/calls").asDouble(),
                delay.isNumber() ? delay.asDouble() : null);
    }

    private Path maven(String... settings) throws Exception {
        Path results = Files.createTempDirectory(folder, "results");
        List<String> command = new ArrayList<>(List.of("./mvnw", "-q", "-B", "-ntp", "gatling:test", "-Dport=0"));
        command.add("-Dresults=" + results);
        command.addAll(List.of(settings));
        run(command);
        return results;
    }

    private static JsonNode summary(Path results) throws IOException {
        return Json.tree(Files.readString(results.resolve("latest").resolve("summary.json")));
    }

    private OptionalDouble wrkMicros() throws Exception {
        if (!isThere("wrk") || !isThere("taskset")) {
            return OptionalDouble.empty();
        }
        return withNetty(url -> {
            Process wrk = start(List.of("taskset", "-c", "0", "wrk", "-t1", "-c32", "-d10s", url));
            Duration cpu = Duration.ZERO;
            while (!wrk.waitFor(50, MILLISECONDS)) {
                Optional<Duration> now = wrk.toHandle().info().totalCpuDuration(); // gone with it when it has ended
                cpu = now.filter(time -> !time.isZero()).orElse(cpu);
            }
            return OptionalDouble.of(cpu.toNanos() / 1e3 / found(WRK_CALLS, output()));
        });
    }

    private double abSeconds() throws Exception {
        return withNetty(url -> {
            double seconds = 0;
            for (int time = 0; time < 3; time++) { // the last one is warm
                seconds = found(AB_SECONDS, run(List.of("ab", "-q", "-n", "800", "-c", "800", url)));
            }
            return seconds;
        });
    }

    private interface Use<T> {
        T at(String url) throws Exception;
    }

    private <T> T withNetty(Use<T> use) throws Exception {
        Process netty = new ProcessBuilder(
                        "taskset", "-c", "1", "java", "-jar", "targets/java/netty/target/netty.jar", "" + PORT)
                .inheritIO()
                .start();
        try {
            String url = "http://127.0.0.1:" + PORT + "/hello/World";
            awaitAnswer(url);
            return use.at(url);
        } finally {
            netty.destroy();
            netty.waitFor();
        }
    }

    private static void awaitAnswer(String url) throws Exception {
        long deadlineNanos = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try {
                HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                if (System.nanoTime() > deadlineNanos) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    private String run(List<String> command) throws Exception {
        if (start(command).waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output());
        }
        return output();
    }

    private static double found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError(text);
        }
        return Double.parseDouble(found.group(1));
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
