package weighbridge.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.figure.Slo;
import weighbridge.text.InputException;

class LoadSettingsTest {
    private static final String DURATION = "a number with its unit ms, s or m, such as 500ms, 1.5s or 2m";

    @Test
    void aSteadyLoadIsOpenUnlessThereIsAConcurrency() {
        Settings settings = settings(Workload.Kind.STEADY, Map.of());

        assertThat(settings.workload()).isEqualTo(new OpenLoad(500, Duration.ofSeconds(30), true, 500));
        assertThat(settings.rounds()).isEqualTo(1);
        assertThat(settings.slo()).isEmpty();
    }

    @Test
    void takesEverySettingOfASteadyLoad() {
        assertThat(settings(
                                Workload.Kind.STEADY,
                                Map.of(
                                        "rate", "1000000",
                                        "duration", "2m",
                                        "keepAlive", "false",
                                        "pool", "100000",
                                        "rounds", "6",
                                        "slo", "startup<2s,p99>1ms"))
                        .workload())
                .isEqualTo(new OpenLoad(1e6, Duration.ofMinutes(2), false, 100_000));
        assertThat(settings(Workload.Kind.STEADY, Map.of("concurrency", "8", "duration", "1s"))
                        .workload())
                .isEqualTo(new ClosedLoad(8, Duration.ofSeconds(1), true));
    }

    @Test
    void aCapacityIsLookedForUnderPromises() {
        Settings settings = settings(Workload.Kind.CAPACITY, Map.of());

        assertThat(settings.workload())
                .isEqualTo(new CapacitySearch(Duration.ofSeconds(30), true, 500, Duration.ofMinutes(10)));
        assertThat(settings.slo()).extracting(Slo::text).containsExactly("p99 < 50 ms", "errors < 0.1%");
        assertThat(settings.rounds()).isEqualTo(1);
    }

    @Test
    void takesEverySettingOfACapacity() {
        Settings settings = settings(
                Workload.Kind.CAPACITY,
                Map.of("duration", "5s", "limit", "120m", "keepAlive", "false", "pool", "64", "slo", "max<1s"));

        assertThat(settings.workload())
                .isEqualTo(new CapacitySearch(Duration.ofSeconds(5), false, 64, Duration.ofHours(2)));
        assertThat(settings.slo()).extracting(Slo::text).containsExactly("max < 1 s");
    }

    /** 20 s and five thirds of the duration for each of three processes, and before them a search; less would be none. */
    @Test
    void theLimitIsAtLeastWhatASearchAndThreeConfirmationsTake() {
        CapacitySearch usual = search(Map.of());
        CapacitySearch longer = search(Map.of("duration", "3m"));

        assertThat(usual.confirmation()).isEqualTo(Duration.ofSeconds(80));
        assertThat(longer.limit()).isEqualTo(Duration.ofSeconds(3 * 330 + 5 * 180 + 60));
        assertThat(search(Map.of("duration", "1s", "limit", "161s")).limit()).isEqualTo(Duration.ofSeconds(161));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "STEADY   | rate        | 0      | a whole number from 1 to 1000000 | 500",
                "STEADY   | rate        | 12.5   | a whole number from 1 to 1000000 | 500",
                "STEADY   | concurrency | 0      | a whole number from 1 to 100000  | 1",
                "STEADY   | concurrency | 100001 | a whole number from 1 to 100000  | 1",
                "STEADY   | duration    | 999ms  | DURATION, from 1s to 120m    | 30s",
                "STEADY   | duration    | 121m   | DURATION, from 1s to 120m    | 30s",
                "STEADY   | keepAlive   | no     | true or false                    | true",
                "STEADY   | pool        | 0      | a whole number from 1 to 100000  | 500",
                "STEADY   | rounds      | 0      | a whole number from 1 to 1000    | 1",
                "CAPACITY | pool        | many   | a whole number from 1 to 100000  | 500",
                "CAPACITY | duration    | 30     | DURATION, from 1s to 120m    | 30s",
                "CAPACITY | keepAlive   | ``     | true or false                    | true",
                "CAPACITY | limit       | 449s   | DURATION, from 450s to 1440m | 600s",
            })
    void aWrongValueIsOneLine(Workload.Kind workload, String name, String value, String allowed, String example) {
        assertThat(faults(workload, Map.of(name, value)))
                .containsExactly(name + ": found \"" + value + "\"; allowed: " + allowed.replace("DURATION", DURATION)
                        + "; fix: give for example -D" + name + "=" + example);
    }

    /** What says nothing here is refused: who gives it believes that it does. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STEADY   | calls       | is of bursts | choose the length of the load with -Dduration=30s",
                "STEADY   | warmup      | is of bursts | leave it out: each server is warmed until it is steady",
                "STEADY   | limit       | is of the search for a capacity | choose the length of the load with -Dduration=30s",
                "CAPACITY | calls       | is of bursts | choose the length of the load with -Dduration=30s",
                "CAPACITY | warmup      | is of bursts | leave it out: each server is warmed until it is steady",
                "CAPACITY | rounds      | is of other simulations | leave it out: each rate is confirmed in three processes",
                "CAPACITY | rate        | is what is looked for | leave it out, or run SteadySimulation",
                "CAPACITY | concurrency | is of a steady load | leave it out, or run SteadySimulation",
            })
    void whatSaysNothingIsRefused(Workload.Kind workload, String name, String why, String fix) {
        assertThat(faults(workload, Map.of(name, "7")))
                .containsExactly(name + ": found \"7\"; allowed: nothing, for " + name + " " + why + "; fix: " + fix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate", "concurrency", "duration", "keepAlive", "pool", "limit"})
    void aRunOfBurstsRefusesWhatIsOfALoadOverTime(String name) {
        assertThat(faults(Workload.Kind.BURST, Map.of(name, "7")))
                .containsExactly(
                        name + ": found \"7\"; allowed: nothing, for " + name
                                + " is of loads that go on for a time; fix: leave it out, or run the simulation of such a load");
    }

    @Test
    void aLoadIsOpenOrClosedAndNotBoth() {
        assertThat(faults(Workload.Kind.STEADY, Map.of("concurrency", "8", "rate", "100", "pool", "9")))
                .containsExactly(
                        "concurrency: found \"8\" beside a rate of \"100\"; allowed: one of the two: users that call again once"
                                + " they are answered, or calls at a rate; fix: leave out -Dconcurrency or -Drate",
                        "pool: found \"9\"; allowed: nothing, for pool is of a rate; fix: leave it out: there are as many users"
                                + " as -Dconcurrency says");
    }

    @Test
    void allWrongValuesAreSaidAtOnce() {
        assertThat(faults(
                        Workload.Kind.CAPACITY,
                        Map.of(
                                "calls", "1",
                                "rounds", "3",
                                "timeout", "x",
                                "slo", "p99>50ms,startup<1s,x",
                                "rate", "5",
                                "duration", "x",
                                "pool", "x",
                                "limit", "x")))
                .extracting(line -> line.replaceFirst("; fix.*", ""))
                .containsExactly(
                        "calls: found \"1\"; allowed: nothing, for calls is of bursts",
                        "rounds: found \"3\"; allowed: nothing, for rounds is of other simulations",
                        "rate: found \"5\"; allowed: nothing, for rate is what is looked for",
                        "duration: found \"x\"; allowed: " + DURATION + ", from 1s to 120m",
                        "pool: found \"x\"; allowed: a whole number from 1 to 100000",
                        "limit: found \"x\"; allowed: " + DURATION + ", from 450s to 1440m",
                        "timeout: found \"x\"; allowed: " + DURATION + ", from 1ms to 10m",
                        "slo: x: found \"x\"; allowed: a figure, one of <, <=, > and >=, and a limit, such as p99<50ms",
                        "slo: p99 > 50 ms: found \">\"; allowed: where a capacity is looked for, < or <= for p99",
                        "slo: startup < 1 s: found \"startup\"; allowed: where a capacity is looked for, p50, p75, p95, p99,"
                                + " max, success, cpuPer1000Calls, peakRss, errors");
        assertThat(faults(Workload.Kind.STEADY, Map.of("rate", "x", "concurrency", "y", "keepAlive", "z")))
                .extracting(line -> line.replaceFirst("; allowed.*", ""))
                .containsExactly(
                        "concurrency: found \"y\" beside a rate of \"x\"",
                        "concurrency: found \"y\"",
                        "keepAlive: found \"z\"");
    }

    @ParameterizedTest
    @EnumSource(Workload.Kind.class)
    void aSeedIsDrawnWhereThereAreSeveralRounds(Workload.Kind workload) {
        assertThat(settings(workload, Map.of()).withSeed(5).seed()).isNull();
        assertThat(settings(Workload.Kind.STEADY, Map.of("rounds", "2"))
                        .withSeed(5)
                        .workload())
                .isEqualTo(settings(Workload.Kind.STEADY, Map.of()).workload());
    }

    private static CapacitySearch search(Map<String, String> given) {
        return (CapacitySearch) settings(Workload.Kind.CAPACITY, given).workload();
    }

    private static Settings settings(Workload.Kind workload, Map<String, String> given) {
        return Settings.from(workload, given::get);
    }

    private static List<String> faults(Workload.Kind workload, Map<String, String> given) {
        InputException e = catchThrowableOfType(InputException.class, () -> settings(workload, given));
        assertThat(e).isNotNull();
        return e.getMessage().lines().toList();
    }
}
