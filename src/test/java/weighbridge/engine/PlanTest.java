package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weighbridge.server.Assignment;
import weighbridge.server.Expectation;
import weighbridge.server.Readiness;
import weighbridge.server.Request;
import weighbridge.server.Serving;
import weighbridge.server.Target;
import weighbridge.server.Traffic;
import weighbridge.server.Version;
import weighbridge.text.InputException;
import weighbridge.text.Limits;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;

class PlanTest {
    private static final String PORTS = "32768 60999";

    private static final List<Target> THREE =
            Stream.of("a", "b", "c").map(PlanTest::target).toList();

    @Test
    void theNthTargetGetsThePortPlusN() {
        assertThat(plan("8000", THREE).assignments())
                .containsExactly(
                        new Assignment(THREE.get(0), 8000),
                        new Assignment(THREE.get(1), 8001),
                        new Assignment(THREE.get(2), 8002));
        assertThat(plan("65533", THREE).assignments())
                .extracting(Assignment::port)
                .containsExactly(65_533, 65_534, 65_535);
    }

    @Test
    void refusesPortsPastTheLast() {
        assertThatThrownBy(() -> plan("65534", THREE))
                .isInstanceOf(InputException.class)
                .hasMessage("port: found \"65534\" for 3 targets, the last at 65536; allowed: at most 65533;"
                        + " fix: give for example -Dport=8000, or -Dport=0 for free ports");
    }

    @Test
    void refusesAPromiseOfATargetThatIsNotInTheRun() {
        Settings settings = Settings.from(Workload.Kind.BURST, Map.of("slo", "p99<50ms,b:p99<40ms,d:p99<30ms")::get);

        assertThatThrownBy(() -> Plan.of(settings, THREE, () -> 0))
                .isInstanceOf(InputException.class)
                .hasMessage("slo: d: p99 < 30 ms: found \"d\", which is not in the run; allowed: a, b, c; fix:"
                        + " name one of those, or add it to -Dtargets");
    }

    @Test
    void portZeroAsksForAFreePortForEach() {
        PrimitiveIterator.OfInt free = IntStream.of(20_005, 20_001, 20_003).iterator();
        Settings settings = Settings.from(Workload.Kind.BURST, Map.of("port", "0")::get);

        Plan plan = Plan.of(settings, THREE, free::nextInt);

        assertThat(plan.assignments()).extracting(Assignment::port).containsExactly(20_005, 20_001, 20_003);
        assertThat(free).isExhausted();
    }

    @Test
    void severalRoundsNeedOnePortMoreForTheTargetThatRunsTwice() {
        Settings settings =
                Settings.from(Workload.Kind.BURST, Map.of("port", "65533", "rounds", "2", "seed", "1")::get);

        assertThatThrownBy(() -> Plan.of(settings, THREE, PlanTest::noFreePort))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("allowed: at most 65532");
    }

    @Test
    void oneRoundKeepsTheOrderThatWasGiven() {
        Plan plan = plan("8000", THREE);

        assertThat(plan.rounds())
                .containsExactly(new Round(1, 1, plan.assignments(), plan.assignments(), Optional.empty()));
    }

    /** The rounds in which a capacity is confirmed come on the way. */
    @Test
    void theSearchForACapacityIsTheFirstOfSeveralRounds() {
        Settings settings = Settings.from(Workload.Kind.CAPACITY, Map.of("port", "8000")::get);

        assertThat(Plan.of(settings, THREE, PlanTest::noFreePort).rounds())
                .singleElement()
                .satisfies(round -> assertThat(names(round.order())).containsExactly("a", "b", "c"))
                .extracting(Round::number, Round::count)
                .containsExactly(1, 4);
    }

    /** All that is in the order of each round, and whose turn it is to run twice, comes from the seed alone. */
    @Test
    void eachRoundHasAnOrderOfItsOwnAndOneTargetTwice() {
        List<Round> rounds = rounds(4711);

        assertThat(rounds(4711)).isEqualTo(rounds);
        assertThat(rounds(4712)).isNotEqualTo(rounds);
        assertThat(rounds).hasSize(12).extracting(Round::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        for (Round round : rounds) {
            String again = round.again().orElseThrow() + "~again";
            assertThat(names(round.assignments())).containsExactly("a", "b", "c", again);
            assertThat(names(round.order())).containsExactlyInAnyOrder("a", "b", "c", again);
            assertThat(round.assignments().get(3).port()).isEqualTo(8003);
            assertThat(round.suffix()).isEqualTo(" round " + round.number());
        }
        assertThat(rounds.stream().map(round -> names(round.order())).distinct())
                .hasSizeGreaterThan(6);
        assertThat(rounds.stream().filter(round -> round.again().orElseThrow().equals("a")))
                .hasSize(4);
    }

    @Test
    void aUserIsToldHowLongTheRestWillTake() {
        List<Round> rounds = rounds(7);

        assertThat(rounds.get(0).progress(7, Duration.ZERO))
                .startsWith("Round 1 of 12 (seed 7), ")
                .matches(".* [abc] twice: [abc~gin]+( [abc~gin]+){3}");
        assertThat(rounds.get(2).progress(7, Duration.ofSeconds(20)))
                .startsWith("Round 3 of 12 (seed 7, about 2 min left), ");
        assertThat(rounds.get(11).progress(7, Duration.ofSeconds(110)))
                .startsWith("Round 12 of 12 (seed 7, about 10 s left), ");
    }

    private static List<Round> rounds(int seed) {
        Map<String, String> given = Map.of("port", "8000", "rounds", "12", "seed", Integer.toString(seed));
        return Plan.of(Settings.from(Workload.Kind.BURST, given::get), THREE, PlanTest::noFreePort)
                .rounds();
    }

    private static List<String> names(List<Assignment> assignments) {
        return assignments.stream()
                .map(assignment -> assignment.target().name())
                .toList();
    }

    private static Plan plan(String port, List<Target> targets) {
        return Plan.of(Settings.from(Workload.Kind.BURST, Map.of("port", port)::get), targets, PlanTest::noFreePort);
    }

    private static int noFreePort() {
        throw new AssertionError("asked for a free port");
    }

    static Target target(String name) {
        Expectation ok = new Expectation(200, Optional.empty());
        return new Target(
                Path.of(name).toAbsolutePath(),
                name,
                new Version.Written("1"),
                Optional.empty(),
                new Serving.Started(List.of("serve", Target.PORT), Map.of(), Map.of(), Limits.NONE),
                Traffic.of(Request.get("/", ok)),
                new Readiness("/", ok, Duration.ofSeconds(30)));
    }

    @Test
    void aBurstThatThereIsNoRoomForIsRefused() {
        Plan plan = new Plan(
                Settings.from(Workload.Kind.BURST, name -> name.equals("calls") ? "27700" : null),
                List.of(),
                List.of());

        assertThatCode(() -> plan.requireRoom(28_200L, PORTS)).doesNotThrowAnyException();
        assertThatCode(() -> plan.requireRoom(null, null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> plan.requireRoom(28_199L, PORTS))
                .isInstanceOf(InputException.class)
                .hasMessage("calls: found \"27700\"; allowed: at most 27699 on this machine, for each call takes a "
                        + "connection and a process may have 28199 files open; fix: raise the limit (ulimit -n), or give "
                        + "for example -Dcalls=800");
        assertThatThrownBy(() -> plan.requireRoom(1_000_000L, "32768 60967"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("at most 27699 on this machine")
                .hasMessageContaining("local ports from 32768 to 60967");
    }

    @Test
    void aPoolThatThereIsNoRoomForIsRefused() {
        Plan plan = plan(Workload.Kind.CAPACITY, Map.of("pool", "27700"));

        assertThat(plan.mostUsers()).isEqualTo(27_700);
        assertThatCode(() -> plan.requireRoom(28_200L, PORTS)).doesNotThrowAnyException();
        assertThatThrownBy(() -> plan.requireRoom(28_199L, PORTS))
                .isInstanceOf(InputException.class)
                .hasMessage("pool: found \"27700\"; allowed: at most 27699 on this machine, for each call takes a "
                        + "connection and a process may have 28199 files open; fix: raise the limit (ulimit -n), or give "
                        + "for example -Dpool=500");
        assertThatThrownBy(() -> plan.requireRoom(1_000_000L, "32768 60967"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("at most 27699 on this machine")
                .hasMessageContaining("local ports from 32768 to 60967");
        assertThatThrownBy(() -> plan(Workload.Kind.STEADY, Map.of()).requireRoom(700L, PORTS))
                .hasMessageContaining("pool: found \"500\"; allowed: at most 200")
                .hasMessageEndingWith("-Dpool=200");
    }

    @Test
    void aConcurrencyThatThereIsNoRoomForIsRefused() {
        Plan plan = plan(Workload.Kind.STEADY, Map.of("concurrency", "301"));

        assertThat(plan.mostUsers()).isEqualTo(301);
        assertThatCode(() -> plan.requireRoom(801L, PORTS)).doesNotThrowAnyException();
        assertThatThrownBy(() -> plan.requireRoom(800L, PORTS))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("concurrency: found \"301\"; allowed: at most 300 on this machine")
                .hasMessageEndingWith("-Dconcurrency=300");
    }

    /** No value of the setting would do, so none is proposed. */
    @Test
    void whereThereIsRoomForNoCallTheFixIsToMakeRoom() {
        Plan bursts = plan(Workload.Kind.BURST, Map.of());

        assertThatThrownBy(() -> bursts.requireRoom(100L, PORTS))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "calls: found \"800\"; allowed: none on this machine, for a process may have 100 files open and"
                                + " 500 are kept for other things; fix: raise the limit (ulimit -n)");
        assertThatThrownBy(() -> bursts.requireRoom(500L, PORTS)).hasMessageEndingWith("(ulimit -n)");
        assertThatThrownBy(() -> bursts.requireRoom(501L, PORTS)).hasMessageEndingWith("-Dcalls=1");
        assertThatThrownBy(() -> plan(Workload.Kind.CAPACITY, Map.of()).requireRoom(10_000L, "32768 33000"))
                .hasMessage(
                        "pool: found \"500\"; allowed: none on this machine, for there are local ports from 32768 to"
                                + " 33000 and 500 are kept for other things; fix: widen that range");
    }

    private static Plan plan(Workload.Kind workload, Map<String, String> given) {
        return new Plan(Settings.from(workload, given::get), List.of(), List.of());
    }

    @Test
    void whatIsStartedGetsNoPortAtWhichAServerIsSaidToRun() {
        Target started = target("started");
        Target running = new Target(
                started.folder(),
                "running",
                started.version(),
                Optional.empty(),
                new Serving.Running(URI.create("http://localhost:8000"), Optional.empty()),
                started.traffic(),
                started.ready());

        assertThatThrownBy(() -> plan("8000", List.of(started, running)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("port 8000: found it for started and for running;");
        assertThat(plan("8001", List.of(started, running)).assignments())
                .extracting(Assignment::port)
                .containsExactly(8001, 8000);
    }
}
