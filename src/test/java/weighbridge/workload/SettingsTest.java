package weighbridge.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.figure.Slos;
import weighbridge.text.InputException;
import weighbridge.text.TypedPath;

class SettingsTest {
    private static final String DURATION = "a number with its unit ms, s or m, such as 500ms, 1.5s or 2m";

    private static final String HOST = "hosts as they stand in a url, without scheme, port or path";

    @Test
    void defaults() {
        assertThat(settings(Map.of()))
                .isEqualTo(new Settings(
                        List.of("jdk-httpserver", "spark", "dropwizard", "jetty", "netty"),
                        new BurstLoad(800, 40),
                        Duration.ofSeconds(1),
                        8000,
                        Duration.ofSeconds(2),
                        false,
                        1,
                        null,
                        List.of(),
                        Path.of("results"),
                        List.of(),
                        new Cores.Shared(),
                        List.of()));
    }

    @Test
    void theConsoleIsDetailedWhereThatIsAskedFor() {
        assertThat(Settings.isDetailed(name -> null)).isFalse();
        assertThat(Settings.isDetailed(Map.of("details", "false")::get)).isFalse();
        assertThat(Settings.isDetailed(Map.of("details", "true")::get)).isTrue();
        assertThatThrownBy(() -> Settings.isDetailed(Map.of("details", "all")::get))
                .isInstanceOf(InputException.class)
                .hasMessage("details: found \"all\"; allowed: true or false; fix: give for example -Ddetails=true");
    }

    @Test
    void takesEverySetting() {
        assertThat(settings(Map.of(
                        "targets", "python,./own",
                        "calls", "1000000",
                        "timeout", "10m",
                        "port", "65535",
                        "settle", "0s",
                        "warmup", "0",
                        "strict", "true",
                        "slo", "p99<50ms,netty:errors<0.1%",
                        "results", "/tmp/r",
                        "allowRemote", "server.example, 192.0.2.1,[2001:db8::1]")))
                .isEqualTo(new Settings(
                        List.of("python", "./own"),
                        new BurstLoad(1_000_000, 0),
                        Duration.ofMinutes(10),
                        65_535,
                        Duration.ZERO,
                        true,
                        1,
                        null,
                        Slos.of(List.of("p99 < 50 ms", "netty: errors < 0.1%")),
                        Path.of("/tmp/r"),
                        List.of("server.example", "192.0.2.1", "[2001:db8::1]"),
                        new Cores.Shared(),
                        List.of()));
    }

    @Test
    void aSeedIsForSeveralRoundsAndStaysWhereItIsGiven() {
        Settings given = settings(Map.of("rounds", "6", "seed", "4711"));

        assertThat(given.rounds()).isEqualTo(6);
        assertThat(given.withSeed(1)).isEqualTo(given);
        assertThat(given.seed()).isEqualTo(4711);
        assertThat(settings(Map.of("rounds", "2")).withSeed(5).seed()).isEqualTo(5);
        assertThat(settings(Map.of()).withSeed(5).seed()).isNull();
        assertThatThrownBy(() -> settings(Map.of("rounds", "0", "seed", "-1")))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "rounds: found \"0\"; allowed: a whole number from 1 to 1000; fix: give for example -Drounds=1\n"
                                + "seed: found \"-1\"; allowed: a whole number from 0 to 999999999; fix: give for example -Dseed=1");
    }

    @Test
    void spacesAroundValuesAndNamesDoNotCount() {
        Settings settings =
                settings(Map.of("targets", " a , b\t", "calls", " 7 ", "timeout", " 1s ", "results", " r "));

        assertThat(settings.targets()).containsExactly("a", "b");
        assertThat(settings.workload()).isEqualTo(new BurstLoad(7, 40));
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.results()).isEqualTo(Path.of("r"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a,,b | 3", "a, | 2", ",a | 2", "',' | 2"})
    void emptyNamesStayForTheCatalogueToRefuse(String targets, int names) {
        assertThat(settings(Map.of("targets", targets)).targets())
                .hasSize(names)
                .contains("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "calls   | 0         | a whole number from 1 to 1000000 | 800",
                "calls   | 1000001   | a whole number from 1 to 1000000 | 800",
                "calls   | -1        | a whole number from 1 to 1000000 | 800",
                "calls   | 8e2       | a whole number from 1 to 1000000 | 800",
                "calls   | ``        | a whole number from 1 to 1000000 | 800",
                "calls   | 99999999999999999999 | a whole number from 1 to 1000000 | 800",
                "port    | 65536     | a whole number from 0 to 65535   | 8000",
                "port    | http      | a whole number from 0 to 65535   | 8000",
                "warmup  | 1001      | a whole number from 0 to 1000    | 40",
                "strict  | yes       | true or false                    | true",
                "warmup  | none      | a whole number from 0 to 1000    | 40",
                "timeout | 0s        | DURATION, from 1ms to 10m        | 1s",
                "timeout | 601s      | DURATION, from 1ms to 10m        | 1s",
                "timeout | 1000      | DURATION, from 1ms to 10m        | 1s",
                "timeout | ``        | DURATION, from 1ms to 10m        | 1s",
                "settle  | -1s       | DURATION, from 0s to 10m        | 2s",
                "settle  | 10.001m   | DURATION, from 0s to 10m        | 2s",
                "targets | ``        | a text that is not empty | jdk-httpserver,spark,dropwizard,jetty,netty",
                "results | ``        | a text that is not empty | results",
                "allowRemote | http://a.example:8080/x | HOST | a.example",
                "allowRemote | a.example:8080 | HOST | a.example",
                "allowRemote | me@a.example   | HOST | a.example",
                "allowRemote | 2001:db8::1    | HOST | '[2001:db8::1]'",
                "allowRemote | *              | HOST | server.example",
                "allowRemote | $(reboot)      | HOST | server.example",
                "allowRemote | ``             | HOST | server.example",
            })
    void aWrongValueIsOneLine(String name, String value, String allowed, String example) {
        assertThat(faults(Map.of(name, value)))
                .containsExactly(name + ": found \"" + value + "\"; allowed: "
                        + allowed.replace("DURATION", DURATION).replace("HOST", HOST) + "; fix: give for example -D"
                        + name + "=" + example);
    }

    @Test
    void allWrongValuesAreSaidAtOnce() {
        assertThat(faults(Map.of(
                        "targets", " ",
                        "calls", "x\n\u001b[2J",
                        "timeout", "x",
                        "port", "x",
                        "settle", "x",
                        "warmup", "x",
                        "slo", "p99<50, x",
                        "results", "\0")))
                .containsExactly(
                        "calls: found \"x??[2J\"; allowed: a whole number from 1 to 1000000; fix: give for example"
                                + " -Dcalls=800",
                        "warmup: found \"x\"; allowed: a whole number from 0 to 1000; fix: give for example -Dwarmup=40",
                        "targets: found \"\"; allowed: a text that is not empty; fix: give for example"
                                + " -Dtargets=jdk-httpserver,spark,dropwizard,jetty,netty",
                        "timeout: found \"x\"; allowed: " + DURATION
                                + ", from 1ms to 10m; fix: give for example -Dtimeout=1s",
                        "port: found \"x\"; allowed: a whole number from 0 to 65535; fix: give for example -Dport=8000",
                        "settle: found \"x\"; allowed: " + DURATION
                                + ", from 0s to 10m; fix: give for example -Dsettle=2s",
                        "slo: p99<50: found \"50\"; allowed: a number with its unit ms or s, such as 50ms; fix: write for"
                                + " example p99<50ms",
                        "slo: x: found \"x\"; allowed: a figure, one of <, <=, > and >=, and a limit, such as p99<50ms;"
                                + " fix: write it so",
                        "results: found \"?\"; allowed: a path; fix: give for example -Dresults=results");
    }

    private static Settings settings(Map<String, String> given) {
        return Settings.from(Workload.Kind.BURST, given::get);
    }

    private static List<String> faults(Map<String, String> given) {
        InputException e = catchThrowableOfType(InputException.class, () -> settings(given));
        assertThat(e).isNotNull();
        return e.getMessage().lines().toList();
    }

    @Test
    void pathsCountFromTheFolderOfTheShell(@TempDir Path shell) {
        System.setProperty(TypedPath.FOLDER, shell.toString());
        try {
            Map<String, String> given = Map.of("targets", "./a, netty,../b/target.yaml,/c", "results", "out");
            Settings typed = Settings.from(Workload.Kind.BURST, given::get);

            assertThat(typed.targets())
                    .containsExactly(
                            shell.resolve("a").toString(),
                            "netty",
                            shell.resolveSibling("b/target.yaml").toString(),
                            "/c");
            assertThat(typed.results()).isEqualTo(shell.resolve("out"));
            assertThat(Settings.from(Workload.Kind.BURST, name -> null).results())
                    .as("the default is relative too")
                    .isEqualTo(shell.resolve("results"));
        } finally {
            System.clearProperty(TypedPath.FOLDER);
        }
    }
}
