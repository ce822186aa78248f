package weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import weighbridge.analysis.Report;
import weighbridge.capacity.Demand;
import weighbridge.capacity.HostSize;
import weighbridge.record.RunFolder;
import weighbridge.record.SampleRun;
import weighbridge.record.SimulationLogWriter;
import weighbridge.render.MadeUpCapacity;
import weighbridge.text.InputException;

class PlanCommandTest {
    private static final String PEAK = "; allowed: calls per second, a number above 0 without a unit or commas;"
            + " fix: give for example --peak=20000";
    private static final String HOST = "; allowed: cores, a comma, and memory with its unit B, KiB, MiB or GiB, both"
            + " above 0; fix: give for example --host=8cores,16GiB";

    @TempDir
    Path folder;

    private record Result(int exitStatus, String out, String err) {}

    @BeforeEach
    void writeRun() throws IOException {
        RunFolder run = new RunFolder(folder);
        run.write(SampleRun.record());
        try (SimulationLogWriter log = new SimulationLogWriter(run.simulationLog())) {
            log.run("good").request(List.of(), "good", 1, 2, true, "");
        }
    }

    @Test
    void aRunOfBurstsHasNoCapacity() {
        String expected = folder + ": found a run in which no capacity was looked for; allowed: a run that found the"
                + " capacity of a target; fix: make one with ./weighbridge capacity netty, and give its folder\n";

        assertThat(plan("--peak=20000")).isEqualTo(new Result(1, "", expected));
        assertThat(plan("--peak=20000", "--target", "good", "--host", "8cores,16GiB"))
                .isEqualTo(new Result(1, "", expected));
    }

    @Test
    void hostsAreLikeTheMachineOfTheRunWhereNoneIsGiven() {
        Result result = print(MadeUpCapacity.report(MadeUpCapacity.card(), null), "--peak=20000");

        assertThat(result.out())
                .contains(
                        "headroom of 30 %, on hosts of 2 cores and 23.3 GiB (23,841.85 MiB), of whose cores up to 70 %",
                        "\na 1.0 sustains 4,100 calls/s",
                        "\n  needs           8 instances on 8 hosts;",
                        "\nb 1.0: not planned:");
        assertThat(result.exitStatus()).isZero();
    }

    @Test
    void hostsAreAsSmallAsTheContainerOfTheRun() {
        Report report = MadeUpCapacity.confined(MadeUpCapacity.report(MadeUpCapacity.card()), 1.5, 1L << 30);

        assertThat(print(report, "--peak=20000").out())
                .contains(
                        "headroom of 30 %, on hosts of 1.5 cores and 1.0 GiB (1,024 MiB), of whose cores up to 70 %",
                        ", 2 cores and 23.3 GiB (23,841.85 MiB), of which the run could use 1.5 cores and 1.0"
                                + " GiB (1,024 MiB)\n");
    }

    @Test
    void oneTargetAloneMayBePlanned() {
        Report report = MadeUpCapacity.report(MadeUpCapacity.card(), MadeUpCapacity.card(), null);

        assertThat(print(report, "--peak=1", "--target=b").out())
                .contains("\nb 1.0 sustains")
                .doesNotContain("a 1.0", "c 1.0");
        assertThatThrownBy(() -> print(report, "--peak=1", "--target=c"))
                .hasMessageStartingWith("results/latest: found a run in which no capacity was looked for; allowed: ");
    }

    @Test
    void aRunThatFoundNoneSaysWhyAndIsNoPlan() {
        StringWriter out = new StringWriter();
        Report report = MadeUpCapacity.report(MadeUpCapacity.card().notFound("too slow"));

        assertThatThrownBy(() -> print(out, report, "--peak=1"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("results/latest: found a run in which no capacity was found; allowed: ");
        assertThat(out.toString()).endsWith("a 1.0: not planned: no rate was confirmed: too slow\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0.0", "-5", "20,000", "20k", "20000/s", "1e4", "NaN", "9999999999", "1.2345", "²", "٣"
            })
    void aPeakThatIsNoneIsOneLine(String peak) {
        assertRefused(plan("--peak=" + peak), "--peak: found \"" + peak + "\"" + PEAK);
    }

    @Test
    void aPeakThatIsMissingIsOneLine() {
        assertRefused(plan(), "--peak: found nothing" + PEAK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "0.3", "-1%", "100%", "101%", "3,5%", "%", "30 percent"})
    void aHeadroomThatIsNoneIsOneLine(String headroom) {
        assertRefused(
                plan("--peak=1", "--headroom=" + headroom),
                "--headroom: found \"" + headroom + "\"; allowed: a percentage from 0% to less than 100%; fix: give for"
                        + " example --headroom=30%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "70", "0%", "100.1%", "-1%"})
    void aUtilizationThatIsNoneIsOneLine(String utilization) {
        assertRefused(
                plan("--peak=1", "--utilization=" + utilization),
                "--utilization: found \"" + utilization + "\"; allowed: a percentage of more than 0%, 100% at most;"
                        + " fix: give for example --utilization=70%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8",
                "8cores",
                "16GiB",
                "16GiB,8cores",
                "8cores 16GiB",
                "8cores,16GB",
                "8cores,16",
                "0cores,16GiB",
                "8cores,0GiB",
                "-8cores,16GiB",
                "8cores,16GiB,1disk",
                "8CPUs,16GiB"
            })
    void aHostThatIsNoneIsOneLine(String host) {
        assertRefused(plan("--peak=1", "--host=" + host), "--host: found \"" + host + "\"" + HOST);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Result result = plan("--peak=x", "--headroom=y", "--utilization=z", "--host=\u001b[2J");

        assertThat(result.err().lines().map(line -> line.substring(0, line.indexOf(';'))))
                .containsExactly(
                        "--peak: found \"x\"",
                        "--headroom: found \"y\"",
                        "--utilization: found \"z\"",
                        "--host: found \"?[2J\"");
        assertThat(result.exitStatus()).isEqualTo(1);
    }

    @Test
    void aTargetOrAFolderThatIsNoneIsOneLine() {
        assertRefused(
                plan("--peak=1", "--target=godo"), "--target: found \"godo\"; allowed: good; fix: did you mean good?");
        assertRefused(
                plan("--peak=1", "--target=x"),
                "--target: found \"x\"; allowed: good, slow, mortal, broken; fix: take one of those, or leave it out");
        assertRefused(
                run("plan", folder.resolve("gone").toString(), "--peak=1"),
                folder.resolve("gone") + ": found nothing; allowed: a run folder");
        assertRefused(plan("--peak=1", "--loud"), "weighbridge plan: found \"--loud\"");
    }

    @Test
    void helpIsNoMistake() {
        assertThat(run("plan", "--help").out())
                .contains("Usage: weighbridge plan", "results/latest", "30%", "8cores,16GiB");
        assertThat(run("--help").out()).contains("plan");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --peak=20000                                  | 20000   | 0.3   | 0.7
            --peak=0.5 --headroom=0%                      | 0.5     | 0     | 1
            --peak=1234.5 --headroom=12.5%                | 1234.5  | 0.125 | 0.875
            --peak=1 --headroom=30% --utilization=100%    | 1       | 0.3   | 1
            --peak 1 --headroom 99.9% --utilization 0.1%  | 1       | 0.999 | 0.001
            """)
    void aDemandIsReadExactly(String line, BigDecimal peak, BigDecimal headroom, BigDecimal utilization) {
        Demand demand = given(line.split(" ")).demand();

        assertThat(demand.callsPerSecond()).isEqualByComparingTo(peak);
        assertThat(demand.headroom()).isEqualByComparingTo(headroom);
        assertThat(demand.utilization()).isEqualByComparingTo(utilization);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8cores,16GiB       | 8   | 16384
            1core,512MiB       | 1   | 512
            0.5cores,1.5GiB    | 0.5 | 1536
            ' 8 cores, 16 GiB' | 8   | 16384
            2cores,1048576KiB  | 2   | 1024
            2cores,1073741823B | 2   | 1023.99
            """)
    void aHostIsReadExactly(String text, BigDecimal cores, BigDecimal mebibytes) {
        HostSize host = given("--peak=1", "--host", text).host().orElseThrow();

        assertThat(host.cores()).isEqualByComparingTo(cores);
        assertThat(host.mebibytes()).isEqualByComparingTo(mebibytes);
    }

    private static PlanOptions.Given given(String... arguments) {
        String[] words =
                Arrays.stream(arguments).filter(word -> !word.isEmpty()).toArray(String[]::new);
        PlanOptions options = new PlanOptions();
        new CommandLine(options).parseArgs(words);
        return options.read();
    }

    private static Result print(Report report, String... arguments) {
        StringWriter out = new StringWriter();
        return new Result(print(out, report, arguments), out.toString(), "");
    }

    /** Of a report that no run folder has. */
    private static int print(StringWriter out, Report report, String... arguments) {
        PlanCommand command = new PlanCommand();
        new CommandLine(command).setOut(new PrintWriter(out, true)).parseArgs(arguments);
        return command.print(
                report,
                given(Arrays.stream(arguments)
                        .filter(argument -> !argument.startsWith("--target"))
                        .toArray(String[]::new)));
    }

    private Result plan(String... arguments) {
        return run(Stream.concat(Stream.of("plan", folder.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Weighbridge.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Result(status, out.toString(), err.toString());
    }

    private static void assertRefused(Result result, String expected) {
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).startsWith(expected);
        assertThat(result.out()).isEmpty();
        assertThat(result.exitStatus()).isEqualTo(1);
    }
}
