package weighbridge.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import weighbridge.text.Fault;
import weighbridge.text.InputException;

class SlosTest {
    private static final String KEYS = "secondsPerCall, p50, p75, p95, p99, max, success, cpuPer1000Calls, idleRss,"
            + " warmRss, peakRss, overallPeakRss, afterRss, settledRss, deltaRss, retainedHeap, groupPeak, groupAnon, groupFile, groupSock, groupKernel, startup, idleFiles, peakFiles,"
            + " idleThreads, peakThreads, errors";
    private static final String TIME = "a number with its unit ms or s, such as 50ms";
    private static final String SIZE = "a number with its unit B, KiB, MiB or GiB, such as 256MiB";
    private static final String SHARE = "a number from 0 to 100 with its unit %, such as 99.9%";
    private static final String FORM = "a figure, one of <, <=, > and >=, and a limit, such as p99<50ms";

    @Test
    void readsConditionsInTheirOrder() {
        assertThat(read("p99<50ms, success>=99.9%, peakRss<256MiB, deltaRss<20MiB, netty:p50<=5ms, errors<0.1%"))
                .extracting(Slo::text)
                .containsExactly(
                        "p99 < 50 ms",
                        "success >= 99.9%",
                        "peakRss < 256 MiB",
                        "deltaRss < 20 MiB",
                        "netty: p50 <= 5 ms",
                        "errors < 0.1%");
    }

    @Test
    void spacesDoNotCount() {
        assertThat(read("  netty :p99  <=\t50  ms ,p50>5ms"))
                .containsExactly(
                        new Slo("netty", "p99", Figure.P99_MILLIS, Operator.AT_MOST, amount("50ms", Unit.MILLIS)),
                        new Slo(null, "p50", Figure.P50_MILLIS, Operator.MORE, amount("5ms", Unit.MILLIS)));
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void everyFigureCanBePromisedAndIsReadAsItIsWritten(Figure figure) {
        String limit = switch (figure.unit()) {
            case SECONDS, MILLIS -> "12.5ms";
            case BYTES -> "12.5KiB";
            case RATIO -> "12.5%";
            case COUNT -> "300";
        };
        for (Operator operator : Operator.values()) {
            List<Slo> promises = read("my.server-1:" + figure.key() + operator.sign() + limit);

            assertThat(promises)
                    .containsExactly(
                            new Slo("my.server-1", figure.key(), figure, operator, amount(limit, figure.unit())));
            assertThat(Slos.of(promises.stream().map(Slo::text).toList())).isEqualTo(promises);
        }
    }

    @Test
    void noTextsAreNoPromises() {
        assertThat(Slos.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "p98<50ms       | p98      | p95  | did you mean p95?",
                "P99<50ms       | P99      | p99  | did you mean p99?",
                "error<1%       | error    | errors  | did you mean errors?",
                "latency<50ms   | latency  | KEYS  | take one of those",
                "<50ms          | ``       | KEYS  | take one of those",
                "a:b:p99<50ms   | b:p99    | KEYS  | take one of those",
                "`:p99<50ms`    | ``       | the name of a target before the colon | name it, or leave the colon out",
                "p99            | p99      | FORM  | write it so",
                "p99 50ms       | p99 50ms | FORM  | write it so",
                "p99=50ms       | p99=50ms | FORM  | write it so",
                "p99==50ms      | p99==50ms | FORM | write it so",
                "p99!=50ms      | p99!=50ms | FORM | write it so",
                "p99=<50ms      | p99=<50ms | FORM | write it so",
                "p99<<50ms      | p99<<50ms | FORM | write it so",
                "1ms<p99<50ms   | 1ms<p99<50ms | FORM | write it so",
                "p99<50         | 50       | TIME  | write for example p99<50ms",
                "netty:p99<50   | 50       | TIME  | write for example p99<50ms",
                "p99<           | ``       | TIME  | write it so",
                "p99<-5ms       | -5ms     | TIME  | a limit has no sign",
                "p99<50MiB      | 50MiB    | TIME  | write it so",
                "p99<50%        | 50%      | TIME  | write it so",
                "p99<1m         | 1m       | TIME  | write it so",
                "secondsPerCall<=0.5 | 0.5 | TIME  | write for example secondsPerCall<=0.5ms",
                "peakRss<256    | 256      | SIZE  | write for example peakRss<256MiB",
                "peakRss<256MB  | 256MB    | SIZE  | write 256MiB: MB stands for thousands to some and for 1,024s to others",
                "peakRss<256 kB | 256 kB   | SIZE  | write 256KiB: kB stands for thousands to some and for 1,024s to others",
                "peakRss<1.5G   | 1.5G     | SIZE  | write 1.5GiB: G stands for thousands to some and for 1,024s to others",
                "peakRss<5TiB   | 5TiB     | SIZE  | write it so",
                "success>=0.999 | 0.999    | SHARE | write for example success>=0.999%",
                "success>=101%  | 101%     | SHARE | write it so",
                "success>=101   | 101      | SHARE | write it so",
                "errors<-1%     | -1%      | SHARE | a limit has no sign",
            })
    void aWrongConditionIsOneLine(String text, String found, String allowed, String fix) {
        String words = allowed.replace("KEYS", KEYS)
                .replace("TIME", TIME)
                .replace("SIZE", SIZE)
                .replace("SHARE", SHARE)
                .replace("FORM", FORM);

        assertThat(faults(text))
                .containsExactly("slo: " + text + ": found \"" + found + "\"; allowed: " + words + "; fix: " + fix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | 1", "' ' | 1", ", | 2", "p99<5ms, | 1", "p99<5ms,,p50<5ms | 1", "', ,' | 3"})
    void anEmptyConditionIsRefused(String text, int faults) {
        assertThat(faults(text))
                .hasSize(faults)
                .containsOnly("slo: found \"\"; allowed: conditions such as p99<50ms or netty:p99<50ms, separated by"
                        + " commas; fix: give a condition, or leave the setting out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p99<50ms, p99 < 50 ms       | p99 < 50 ms",
                "p99<50ms, p99<0.05s         | p99<0.05s",
                "netty:p99<50ms, netty:p99<50ms | netty:p99<50ms",
                "p99<50ms, netty:p99<50ms    | netty:p99<50ms",
                "netty:p99<50ms, p99<50ms    | p99<50ms",
            })
    void theSameConditionTwiceIsRefused(String text, String second) {
        assertThat(faults(text))
                .containsExactly(
                        "slo: " + second + ": found \"p99 < 50 ms\" a second time; allowed: each condition once"
                                + " for a target; without a name it is for all of them; fix: keep one of the two");
    }

    @Test
    void theSameFigureMayBePromisedInOtherWays() {
        assertThat(read("p99<50ms,p99<=50ms,p99<51ms,p99>1ms,a:p95<5ms,b:p95<5ms"))
                .hasSize(6);
    }

    @Test
    void allFaultsAreSaidAtOnceAndNoControlCharacterGetsThrough() {
        assertThat(faults("p98<50ms, p99<50, \u001b[2J<1ms, p50<5ms"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith("slo: ").doesNotContain("\u001b"));
    }

    @Test
    void onlyTargetsOfTheRunCanBePromised() {
        List<Slo> promises = read("p99<50ms,netty:p99<51ms,nety:p99<52ms,other:p99<53ms");

        assertThatCode(() -> Slos.requireTargets(promises.subList(0, 2), List.of("jetty", "netty")))
                .doesNotThrowAnyException();
        InputException e = catchThrowableOfType(
                InputException.class, () -> Slos.requireTargets(promises, List.of("jetty", "netty")));
        assertThat(e.getMessage().lines())
                .containsExactly(
                        "slo: nety: p99 < 52 ms: found \"nety\", which is not in the run; allowed: netty;"
                                + " fix: did you mean netty?",
                        "slo: other: p99 < 53 ms: found \"other\", which is not in the run; allowed: jetty,"
                                + " netty; fix: name one of those, or add it to -Dtargets");
    }

    @Test
    void aRecordedTextThatIsNoConditionIsOneLineToo() {
        InputException e = catchThrowableOfType(InputException.class, () -> Slos.of(List.of("p99 < 50 ms", "x")));

        assertThat(e).hasMessage("slo: x: found \"x\"; allowed: " + FORM + "; fix: write it so");
    }

    private static Amount amount(String text, Unit unit) {
        return Amount.parse(text, unit).orElseThrow();
    }

    private static List<Slo> read(String text) {
        List<Fault> faults = new ArrayList<>();
        List<Slo> promises = Slos.read(text, faults);
        assertThat(faults).isEmpty();
        return promises;
    }

    private static List<String> faults(String text) {
        List<Fault> faults = new ArrayList<>();
        Slos.read(text, faults);
        return faults.stream().map(Fault::line).toList();
    }
}
