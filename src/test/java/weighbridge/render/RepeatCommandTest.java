package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import weighbridge.analysis.Report;
import weighbridge.text.Json;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;

class RepeatCommandTest {
    @Test
    void theDefaultsNeedNoSettings() {
        assertThat(RepeatCommand.of(report(Map.of()))).isEqualTo("./mvnw gatling:test");
    }

    @EachLocale
    void whatDiffersIsGivenAndQuotedWhereAShellWouldReadIt(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Report report = report(Map.of(
                "targets", "netty, jetty",
                "calls", "2000",
                "timeout", "0.5s",
                "rounds", "6",
                "seed", "4711",
                "slo", "p99<50ms,success>=99.9%"));

        assertThat(RepeatCommand.of(report))
                .isEqualTo(
                        "./mvnw gatling:test -Dtargets=netty,jetty -Dcalls=2000 -Dtimeout=500ms -Drounds=6 -Dseed=4711"
                                + " -Dslo='p99 < 50 ms, success >= 99.9%'");
    }

    /** Of every workload, with a value that is not the default for every setting that it has. */
    static Stream<Arguments> ofEachWorkload() {
        Map<String, String> burst = Map.of("calls", "20", "warmup", "0", "rounds", "3");
        Map<String, String> open =
                Map.of("rate", "750", "duration", "1500ms", "keepAlive", "false", "pool", "20", "rounds", "3");
        Map<String, String> closed = Map.of(
                "concurrency", "64", "duration", "10m", "keepAlive", "false", "rounds", "3", "slo", "errors<=0.1%");
        Map<String, String> capacity = Map.of("duration", "10s", "keepAlive", "false", "pool", "2000", "limit", "5m");
        return Stream.of(
                Arguments.of(Workload.Kind.BURST, burst),
                Arguments.of(Workload.Kind.STEADY, open),
                Arguments.of(Workload.Kind.STEADY, closed),
                Arguments.of(Workload.Kind.CAPACITY, capacity));
    }

    /** The defaults stand in {@link Settings} alone, so each setting is given another value here, also one to come. */
    @ParameterizedTest
    @MethodSource("ofEachWorkload")
    void theSettingsReadBackAsTheyWere(Workload.Kind workload, Map<String, String> ofWorkload) {
        Map<String, String> given = given(ofWorkload);
        Settings settings = Settings.from(workload, given::get);
        Report report = called(settings);

        assertThat(Settings.from(workload, RepeatCommand.settings(report)::get)).isEqualTo(settings);
        assertThat(RepeatCommand.settings(report)).containsOnlyKeys(given.keySet());
    }

    /** A setting that is new has to be given above, or this fails. */
    @ParameterizedTest
    @MethodSource("ofEachWorkload")
    void noSettingIsTheDefault(Workload.Kind workload, Map<String, String> ofWorkload) {
        JsonNode usual = Json.tree(Json.write(Settings.from(workload, name -> null)));
        JsonNode given = Json.tree(Json.write(Settings.from(workload, given(ofWorkload)::get)));
        List<String> refused = switch (workload) {
            case BURST -> List.of();
            case STEADY -> List.of("calls", "warmup", "limitMillis");
            case CAPACITY -> List.of("calls", "warmup", "rounds", "callsPerSecond", "concurrency");
        };

        assertThat(same(given, usual)).isSubsetOf(refused);
        if (usual.has("load")) {
            List<String> sameOfLoad = same(given.get("load"), usual.get("load"));
            sameOfLoad.removeAll(refused);
            // Of rate and concurrency only one can be given.
            assertThat(sameOfLoad).isSubsetOf("concurrency");
        }
    }

    private static List<String> same(JsonNode one, JsonNode other) {
        return one.propertyNames().stream()
                .filter(key -> one.get(key).equals(other.get(key)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** With those that every workload has. */
    private static Map<String, String> given(Map<String, String> ofWorkload) {
        Map<String, String> given = new HashMap<>(Map.of("cores", "1:0", "cpus", "0.5,1", "memory", "64MiB"));
        given.putAll(Map.of(
                "targets", "python,/some folder/it's",
                "timeout", "1500ms",
                "port", "0",
                "settle", "2m",
                "strict", "true",
                "seed", "0",
                "slo", "p99<0.5s, netty:errors<=0.1%, peakRss<1.5GiB",
                "allowRemote", "server.example,[2001:db8::1]"));
        given.putAll(ofWorkload);
        return given;
    }

    private static Report called(Settings settings) {
        return MadeUp.report()
                .settings(settings)
                .at("http://127.0.0.1:8000/")
                .at("http://Server.example:8080/a?b=http://other.example/")
                .at("http://[2001:db8::1]:80/")
                .at("http://server.example:80/")
                .at("http://localhost:80/")
                .get();
    }

    @Test
    void aSimulationThatIsNotOfBurstsIsNamed() {
        assertThat(RepeatCommand.of(steady(Map.of())))
                .isEqualTo("./mvnw gatling:test -Dgatling.simulationClass=weighbridge.simulation.SteadySimulation");
        assertThat(RepeatCommand.of(steady(Map.of("rate", "2000", "duration", "2m", "keepAlive", "false"))))
                .isEqualTo("./mvnw gatling:test -Dgatling.simulationClass=weighbridge.simulation.SteadySimulation"
                        + " -Drate=2000 -Dduration=2m -DkeepAlive=false");
        assertThat(RepeatCommand.of(steady(Map.of("concurrency", "64")))).endsWith("SteadySimulation -Dconcurrency=64");
    }

    private static Report steady(Map<String, String> given) {
        return MadeUp.report()
                .simulation("weighbridge.simulation.SteadySimulation")
                .settings(Settings.from(Workload.Kind.STEADY, given::get))
                .get();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "two words",
                "it's",
                "''",
                "$(echo gotcha)",
                "`echo gotcha`",
                "a;b&c|d>e<f",
                "*",
                "~",
                "\"",
                "\\",
                "!x",
                "-Dx=y"
            })
    void aShellGivesEachValueAsItIs(String value) throws IOException, InterruptedException {
        String command = RepeatCommand.of(report(Map.of("targets", value)));
        Process shell = new ProcessBuilder(
                        "sh", "-c", command.replaceFirst("^\\./mvnw gatling:test", "printf '%s\\\\n'"))
                .redirectErrorStream(true)
                .start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).isZero();
        assertThat(printed).isEqualTo("-Dtargets=" + value + "\n");
    }

    @Test
    void itStaysOneLine() {
        assertThat(RepeatCommand.of(report(Map.of("targets", "a\nrm -r b\u202e"))))
                .isEqualTo("./mvnw gatling:test -Dtargets='a?rm -r b?'");
    }

    private static Report report(Map<String, String> given) {
        return MadeUp.report()
                .settings(Settings.from(Workload.Kind.BURST, given::get))
                .get();
    }
}
