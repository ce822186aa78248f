package weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import weighbridge.engine.GatlingStart;
import weighbridge.text.InputException;
import weighbridge.text.TypedPath;
import weighbridge.workload.Setting;
import weighbridge.workload.Workload.Kind;

class LoadCommandTest {
    @TempDir
    Path results;

    @Test
    void whatIsGivenBecomesTheSettingsOfTheRun() {
        RunOrder order = order("run", "netty", "--calls", "20", "jetty", "--slo=p99<50ms", "--strict", "-Drounds=6");

        assertThat(order.properties())
                .isEqualTo(Map.of(
                        "targets", "netty,jetty", "calls", "20", "slo", "p99<50ms", "strict", "true", "rounds", "6"));
        assertThat(order.results()).hasToString("results");
        assertThat(order("run", "--results", "/tmp/r").results()).hasToString("/tmp/r");
        assertThat(order("run").properties()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "run, BurstSimulation",
        "run --calls=20, BurstSimulation",
        "run --rate 200, SteadySimulation",
        "run --concurrency 8, SteadySimulation",
        "run -Drate=200, SteadySimulation",
        "steady, SteadySimulation",
        "capacity, CapacitySimulation",
        "gate, BurstSimulation",
        "gate --rate=200, SteadySimulation",
    })
    void eachCommandHasItsSimulation(String line, String simulation) {
        assertThat(order(line.split(" ")).simulation()).isEqualTo("weighbridge.simulation." + simulation);
    }

    /** The names of the simulations, which are no classes of the main program. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void theSimulationsExist(Kind kind) throws ClassNotFoundException {
        assertThat(Class.forName(GatlingStart.simulation(kind))).isNotNull();
    }

    @Test
    void anotherSimulationMayBeNamedAsForMaven() {
        RunOrder order = order("run", "-Dgatling.simulationClass=shop.ShopSimulation", "-DbaseUrl=http://localhost");

        assertThat(order.simulation()).isEqualTo("shop.ShopSimulation");
        assertThat(order.check().options()).contains("-DbaseUrl=http://localhost");
    }

    @Test
    void aGateIsOfSixRoundsUnlessMoreAreGiven() {
        assertThat(order("gate").properties()).containsEntry("rounds", "6");
        assertThat(order("gate", "--rounds=12").properties()).containsEntry("rounds", "12");
    }

    /** As a switch alone, and with a value; the word after it is none. */
    @Test
    void aSwitchTakesNoWord() {
        assertThat(order("run", "--strict", "netty").properties())
                .isEqualTo(Map.of("strict", "true", "targets", "netty"));
        assertThat(order("steady", "--keepAlive=false", "netty").properties())
                .isEqualTo(Map.of("keepAlive", "false", "targets", "netty"));
    }

    @Test
    void whatIsGivenTwiceIsSaid() {
        assertThatThrownBy(() -> order("run", "netty", "--targets=jetty", "--calls=1", "-Dcalls=2"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "--calls: found it beside -Dcalls; allowed: one of the two; fix: leave one of them out\n"
                                + "targets: found the setting beside netty; allowed: one of the two; fix: leave one of them out");
    }

    /** Before Gatling is loaded, and on the error output. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --calls none      | calls: found \"none\"; allowed: a whole number from 1 to 1000000; fix: give for example",
                "run --slo p99         | slo: p99: found ",
                "run --limit 10m       | limit: found \"10m\"; allowed: nothing, for limit is of loads that go on for a time; fix:",
                "capacity --rounds 6   | rounds: found \"6\"; allowed: nothing, for rounds is of other simulations; fix:",
                "steady --warmup 1     | warmup: found \"1\"; allowed: nothing, for warmup is of bursts; fix:",
                "run --strict=yes      | --strict: found \"yes\"; allowed: true or false; fix: give for example --strict",
                "run --calls           | weighbridge run --calls: found no value; allowed: <number>; fix: give for example",
                "run --calls 1 --calls 2 | --calls: found it twice; allowed: each option once; fix:",
                "run -Dgatling.simulationClass=Gone | simulation: found \"Gone\"; allowed: a simulation in src/test/java; fix:",
                "gate                  | --baseline: found nothing to compare with; allowed: a run folder; fix: give for example",
                "gate --baseline=results/latest | --baseline: found \"results/latest\"; allowed: a run folder, but not the link",
                "gate --baseline=a --threshold=5 | --threshold: found \"5\"; allowed: a percentage",
                "gate --baseline=gone  | gone: found nothing; allowed: a run folder",
            })
    void wrongUseIsOneLine(String line, String expected) throws IOException {
        Path run = Files.createDirectory(results.resolve("burst-1"));
        Path latest = Files.createSymbolicLink(results.resolve("latest"), run);
        Map<Object, Object> before = Map.copyOf(System.getProperties());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int status = Weighbridge.run(new PrintWriter(out, true), new PrintWriter(err, true), in(results, line));

        System.getProperties().keySet().removeIf(name -> !before.containsKey(name)); // the settings of a gate
        assertThat(err.toString()).startsWith(expected).hasLineCount(1).doesNotContain("Exception", "\tat ");
        assertThat(out.toString()).isEmpty();
        assertThat(status).isEqualTo(1);
        assertThat(latest).as("no older run is the latest one").doesNotExist();
        assertThat(run).isDirectory();
    }

    /** The words of a line, after the first of which the folder of the results is given. */
    private static String[] in(Path results, String line) {
        String[] words = line.split(" ");
        return Stream.of(
                        Stream.of(words[0], "-Dresults=" + results),
                        Arrays.stream(words).skip(1))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run --results %s --calls=no", "steady --calls --results=%s --rate=1", "run -Dresults=%s --no"})
    void theFolderOfTheResultsIsFoundInEachWayOfGivingIt(String line) throws IOException {
        Path latest = Files.createSymbolicLink(results.resolve("latest"), results);

        Weighbridge.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                line.formatted(results).split(" "));

        assertThat(latest).doesNotExist();
    }

    /** From which a relative path counts. */
    @Test
    void theLinkIsLookedForInTheFolderOfTheShell() throws IOException {
        Path latest = Files.createSymbolicLink(
                Files.createDirectory(results.resolve("own")).resolve("latest"), results);
        System.setProperty(TypedPath.FOLDER, results.toString());
        try {
            Weighbridge.run(
                    new PrintWriter(new StringWriter()),
                    new PrintWriter(new StringWriter()),
                    "run",
                    "--results=own",
                    "--calls=no");
        } finally {
            System.clearProperty(TypedPath.FOLDER);
        }

        assertThat(latest).doesNotExist();
    }

    @Test
    void helpAndCommandsThatMakeNoRunLeaveTheLatestRunAlone() throws IOException {
        Path latest = Files.createSymbolicLink(results.resolve("latest"), results);

        for (String line : List.of("run -Dresults=%s --help", "report %s/latest", "targets", "index --no")) {
            Weighbridge.run(
                    new PrintWriter(new StringWriter()),
                    new PrintWriter(new StringWriter()),
                    line.formatted(results).split(" "));
        }

        assertThat(latest).isSymbolicLink();
    }

    /** By its name: the link is gone when this is said. */
    @Test
    void aGateSaysWhatTheLatestRunWas() throws IOException {
        Path run = Files.createDirectory(results.resolve("burst-1"));
        Path latest = Files.createSymbolicLink(results.resolve("latest"), run);
        StringWriter err = new StringWriter();

        Weighbridge.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                in(results, "gate --baseline=" + latest));

        assertThat(err.toString())
                .endsWith("fix: give the folder that it led to, --baseline " + run.toRealPath() + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "steady", "capacity", "gate"})
    void helpListsTheSettingsThatAreRead(String command) {
        StringWriter out = new StringWriter();
        Weighbridge.run(new PrintWriter(out, true), new PrintWriter(out, true), command, "--help");
        Kind kind = Kind.valueOf(command.matches("run|gate") ? "BURST" : command.toUpperCase(Locale.ROOT));

        assertThat(out.toString())
                .contains(Setting.of(kind).stream()
                        .filter(setting -> setting != Setting.SEED)
                        .map(setting -> "--" + setting.key())
                        .toList());
        assertThat(out.toString().lines().toList()).allMatch(line -> line.length() <= 100);
        Arrays.stream(Setting.values())
                .filter(setting -> !setting.isOf(kind) && !setting.isOf(Kind.STEADY))
                .forEach(setting -> assertThat(out.toString()).doesNotContain("--" + setting.key() + "="));
    }

    private static RunOrder order(String... words) {
        CommandLine all = Weighbridge.commandLine(words);
        ParseResult parsed = all.parseArgs(words).subcommand();
        return ((LoadCommand) parsed.commandSpec().userObject()).order(parsed);
    }
}
