package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.analysis.ProbeAnalysis;
import weighbridge.capacity.SloJudge;
import weighbridge.capacity.StepVerdict;
import weighbridge.figure.Slos;
import weighbridge.record.SampleRun;
import weighbridge.record.Window;
import weighbridge.text.Limits;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Cores;
import weighbridge.workload.Purpose;

/** Capacities of simulated servers in simulated time; each round has fresh ones, whose start takes 4 s. */
class CapacityControllerTest {
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final SimulatedClock clock = new SimulatedClock();
    private final Bench bench = new Bench();
    private Duration limit = LIMIT;

    @Test
    void aRateIsSearchedAndHeldInThreeFreshProcesses() {
        CapacityCandidate candidate = run(server -> server.capacity(1000));

        assertThat(bench.steps(1))
                .startsWith(
                        "warm-up 1 users",
                        "warm-up 16 users",
                        "bracket 400",
                        "bracket 800",
                        "bracket 1600",
                        "bracket 1600",
                        "narrow 1600",
                        "narrow 1600",
                        "narrow 1131")
                .contains("closed 1 users", "closed 32 users");
        double rate = candidate.confirmation().rate();
        assertThat(rate).isBetween(960.0, 1000.0);
        assertThat(candidate.confirmation().held()).isEqualTo(3);
        assertThat(bench.rounds).containsExactly(List.of("a"), List.of("a"), List.of("a"));
        for (int round = 2; round <= 4; round++) {
            assertThat(bench.steps(round).subList(0, 6))
                    .containsExactly(
                            "warm-up 1 users",
                            "warm-up 16 users",
                            "warm-up " + Math.round(rate / 2),
                            "50 % " + Math.round(rate / 2),
                            "80 % " + Math.round(0.8 * rate),
                            "confirm " + Math.round(rate));
        }
        assertThat(bench.steps(2)).hasSize(6);
        assertThat(bench.steps(4).subList(6, 10))
                .as("in the last process, when it is weighed")
                .containsExactly(
                        "overload " + Math.round(1.2 * rate),
                        "recovery " + Math.round(rate / 2),
                        "overload " + Math.round(2 * rate),
                        "recovery " + Math.round(rate / 2));
        List<SimulatedServer.Step> last = bench.server(4, "a").steps();
        assertThat(last.get(6).seconds()).isEqualTo(10);
        assertThat(last.get(7).seconds()).as("slices that are good").isEqualTo(3);
        assertThat(bench.overloaded).containsExactly("a");
        assertThat(bench.held).hasSize(3);
        assertThat(bench.measured).containsExactly("a", "a", "a", "a");
        assertThat(bench.connections).containsExactly("a");
        assertThat(bench.lines.get(0))
                .matches("a: 400 calls/s sustained, p99 5\\.\\d ms; 400 to \\? calls/s; about \\d+:\\d\\d left for it");
        assertThat(bench.lines.get(bench.lines.size() - 3))
                .matches("a: .* sustained, .*; 3 of 3 confirmed; about 0:00 left for it");
        assertThat(bench.lines).endsWith("a: 1.2 times its capacity for 10 s", "a: 2.0 times its capacity for 10 s");
    }

    /** The target before is weighed again meanwhile. */
    @Test
    void whatComesBeforeATurnTakesNoneOfItsTime() {
        Duration left = run(server -> server.capacity(1000)).left();

        bench.weighing = Duration.ofMinutes(1);

        assertThat(run(server -> server.capacity(1000)).left()).isEqualTo(left);
    }

    /** A step that cannot be saved any more is ended, and its backlog awaited. */
    @Test
    void aLostStepEndsEarly() {
        run(server -> server.capacity(1000));

        assertThat(bench.server(1, "a").steps())
                .filteredOn(step -> step.purpose() == Purpose.NARROW && step.callsPerSecond() > 1000)
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.seconds()).isEqualTo(1));
        assertThat(bench.backlogs).isNotEmpty();
    }

    @Test
    void aFreshProcessThatHoldsLessTakesTheRateDown() {
        CapacityCandidate candidate = run(server -> server.capacity(bench.round == 1 ? 1000 : 940));

        assertThat(candidate.confirmation().held()).isEqualTo(3);
        double held = candidate.confirmation().rate();
        assertThat(held).isBetween(900.0, 940.0);
        assertThat(bench.rounds)
                .as("the one that did not hold the rate is asked for less")
                .hasSize(3);
        double found = candidate.bracket().low();
        assertThat(bench.steps(2).subList(3, 6))
                .containsExactly(
                        "50 % " + Math.round(found / 2),
                        "80 % " + Math.round(0.8 * found),
                        "confirm " + Math.round(found));
        assertThat(bench.steps(2))
                .endsWith(
                        "confirm " + Math.round(held),
                        "50 % " + Math.round(held / 2),
                        "80 % " + Math.round(0.8 * held));
        assertThat(bench.lines).anyMatch(line -> line.contains("not sustained") && line.contains("0 of 3 confirmed"));
    }

    /** What one process holds is not asked of those before it, which held more. */
    @Test
    void theCapacityIsWhatTheWeakestOfThreeProcessesHolds() {
        CapacityCandidate candidate = run(server ->
                server.capacity(bench.round == 1 ? 1000 : bench.round == 2 ? 960 : bench.round == 3 ? 900 : 940));

        assertThat(bench.rounds).hasSize(3);
        assertThat(candidate.confirmation().held()).isEqualTo(3);
        assertThat(candidate.confirmation().rate()).isBetween(850.0, 900.0);
    }

    /** Under half of a rate that it held: then it does not hold that either. */
    @Test
    void aProcessThatEndsAfterItHeldALowerRateDoesNotCount() {
        CapacityCandidate candidate = run(server -> server.capacity(bench.round == 2 ? 960 : 1000)
                .dies(step -> bench.round == 2
                        && step.purpose() == Purpose.HALF
                        && server.steps().stream().anyMatch(made -> made.purpose() == Purpose.CONFIRM)));

        double found = candidate.bracket().low();
        assertThat(bench.steps(2)).last().matches(step -> step.startsWith("50 %"));
        assertThat(candidate.confirmation().rate())
                .isLessThan(Math.floor(found / 1.04))
                .isGreaterThan(found / 1.2);
        assertThat(bench.rounds).hasSize(4);
        assertThat(candidate.confirmation().held()).isEqualTo(3);
    }

    /** It is as busy as it gets there: that says nothing of a rate, and another one is asked. */
    @Test
    void aProcessThatEndsWhileItIsWarmedByUsersLeavesTheRate() {
        CapacityCandidate candidate = run(server ->
                server.dies(step -> bench.round == 2 && step.purpose() == Purpose.WARM_UP && step.users() != null));

        assertThat(candidate.confirmation().rate())
                .isEqualTo(candidate.bracket().low());
        assertThat(bench.rounds).hasSize(4);
        assertThat(candidate.confirmation().held()).isEqualTo(3);
    }

    /** It held four fifths before: what it is asked for ends there, and the next one is asked for that. */
    @Test
    void aProcessIsAskedForThreeStepsDownAtMost() {
        CapacityCandidate candidate = run(server -> server.capacity(bench.round == 2 ? 100 : 1000));

        assertThat(bench.steps(2))
                .filteredOn(step -> step.startsWith("confirm"))
                .hasSize(4);
        assertThat(bench.rounds).hasSize(4);
        double found = candidate.bracket().low();
        assertThat(candidate.confirmation().rate()).isBetween(0.7 * found, 0.75 * found);
        assertThat(candidate.confirmation().held()).isEqualTo(3);
    }

    /** Nothing is said of the server: the same process is asked once more. */
    @Test
    void anInconclusiveConfirmationIsRepeatedOnce() {
        CapacityCandidate candidate = run(server ->
                server.stalls(step -> step.purpose() == Purpose.CONFIRM && bench.round == 3 && stalled(server, step)));

        assertThat(bench.steps(3))
                .filteredOn(step -> step.startsWith("confirm"))
                .hasSize(2);
        assertThat(bench.rounds).hasSize(3);
        assertThat(candidate.confirmation().held()).isEqualTo(3);
    }

    /** Only before any step of its purpose was made. */
    private static boolean stalled(SimulatedServer server, SimulatedServer.Step step) {
        return server.steps().stream().noneMatch(made -> made.purpose() == step.purpose());
    }

    /** Above 700 calls a second the generator stands still. */
    @Test
    void aGeneratorThatIsTheLimitEndsTheSearchBelow() {
        CapacityCandidate candidate = run(server ->
                server.capacity(5000).stalls(step -> step.callsPerSecond() != null && step.callsPerSecond() > 700));

        assertThat(candidate.bracket().low()).isBetween(550.0, 700.0);
        assertThat(candidate.bracket().high()).isGreaterThan(700);
        assertThat(candidate.confirmation().held()).isEqualTo(3);
        assertThat(bench.lines)
                .anyMatch(line -> line.contains("inconclusive, the generator was overloaded, p99 70.")
                        && line.contains("; the generator stalled: longest 140 ms, 140 ms in all)"));
    }

    /** In half a core the server is the limit, far below what the generator can make. */
    @Test
    void whereTheGeneratorIsTheLimitTheServerGetsHalfOfItsCores() {
        bench.leastCpus = 0.25;

        CapacityCandidate whole = run(server -> server.capacity(bench.round == 1 ? 5000 : 500)
                .stalls(step -> step.callsPerSecond() != null && step.callsPerSecond() > 700));

        assertThat(whole.isGeneratorLimit()).isTrue();
        assertThat(bench.steps(1)).as("of the generator").noneMatch(step -> step.startsWith("closed"));
        assertThat(bench.boxes.keySet()).containsExactly(2, 3, 4, 5);
        assertThat(bench.boxes.values()).allMatch(box -> box.get("a").equals(new Limits(0.5, null)));
        assertThat(bench.steps(2))
                .startsWith("warm-up 1 users", "warm-up 16 users", "bracket 400")
                .endsWith("closed 2 users", "closed 1 users");
        assertThat(bench.steps(3)).last().matches(step -> step.matches("confirm 4[89]\\d"));
        assertThat(bench.connections).as("once").containsExactly("a");
        assertThat(bench.measured).hasSize(5);
        assertThat(bench.lines)
                .contains("a: the generator was the limit; the search goes on with 0.5 cores for the server");
    }

    /** A server that waits more than it works: in half a core the users would be as few. */
    @Test
    void whereUsersAreTooFewTheServerKeepsItsCores() {
        bench.leastCpus = 0.25;

        CapacityCandidate candidate = run(server ->
                server.capacity(5000).lacksUsers(step -> step.callsPerSecond() != null && step.callsPerSecond() > 700));

        assertThat(candidate.isGeneratorLimit()).isTrue();
        assertThat(bench.boxes.values())
                .isNotEmpty()
                .allMatch(box -> box.get("a").areNone());
        assertThat(candidate.confirmation().held()).isEqualTo(3);
    }

    /** Then what was found in the larger box is confirmed there. */
    @Test
    void aServerThatDoesNotStartInASmallerBoxIsConfirmedInTheLargerOne() {
        bench.leastCpus = 0.5;

        CapacityCandidate whole = run(server -> {
            server.capacity(5000).stalls(step -> step.callsPerSecond() != null && step.callsPerSecond() > 700);
            return bench.round == 2 ? server.down() : server;
        });

        assertThat(bench.steps(2)).isEmpty();
        assertThat(bench.boxes.values().stream().map(box -> box.get("a")).toList())
                .containsExactly(new Limits(0.5, null), Limits.NONE, Limits.NONE, Limits.NONE);
        assertThat(whole.confirmation().held()).isEqualTo(3);
        assertThat(bench.measured).as("not in the second round").hasSize(4);
    }

    /** Its throttling makes every call too slow: nothing is known but what the larger box carries. */
    @Test
    void aServerThatCarriesNothingInASmallerBoxIsConfirmedInTheLargerOne() {
        bench.leastCpus = 0.5;

        CapacityCandidate whole = run(server -> server.capacity(bench.round == 2 ? 0.5 : 5000)
                .stalls(step -> step.callsPerSecond() != null && step.callsPerSecond() > 700));

        assertThat(bench.boxes.values().stream().map(box -> box.get("a")).toList())
                .containsExactly(new Limits(0.5, null), Limits.NONE, Limits.NONE, Limits.NONE);
        assertThat(whole.confirmation().held()).isEqualTo(3);
    }

    /** The search was limited by the generator at 800, but a healthy process broke what it found. */
    @Test
    void aRateThatAFreshProcessBreaksMakesTheServerTheLimit() {
        CapacityCandidate candidate = run(server -> server.capacity(bench.round == 1 ? 5000 : 600)
                .stalls(step -> step.callsPerSecond() != null && step.callsPerSecond() > 700));

        assertThat(candidate.bracket().limit()).isEqualTo(StepVerdict.INCONCLUSIVE);
        assertThat(candidate.confirmation().held()).isEqualTo(3);
        assertThat(candidate.isGeneratorLimit()).isFalse();
        assertThat(bench.overloaded).containsExactly("a");
    }

    /** There its rate is confirmed as "at least". */
    @Test
    void theSmallestBoxIsTheLast() {
        bench.leastCpus = 0.25;

        run(server ->
                server.capacity(5000).stalls(step -> step.callsPerSecond() != null && step.callsPerSecond() > 700));

        assertThat(bench.boxes.values().stream().map(box -> box.get("a").cpus()).toList())
                .containsExactly(0.5, 0.25, 0.25, 0.25, 0.25);
        assertThat(bench.held).hasSize(3);
        assertThat(bench.overloaded).as("of no capacity that is known").isEmpty();
        // A rate at which the generator is the limit is tried as often as it takes in the last box only.
        assertThat(bench.steps(1)).filteredOn("bracket 800"::equals).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"WARM_UP", "HALF", "MOST", "CONFIRM"})
    void aProcessThatEndsUnderItsLoadTakesTheRateDown(Purpose purpose) {
        CapacityCandidate candidate = run(server ->
                server.dies(step -> bench.round == 2 && step.purpose() == purpose && step.callsPerSecond() != null));

        assertThat(bench.server(2, "a")
                        .steps()
                        .get(bench.server(2, "a").steps().size() - 1)
                        .purpose())
                .isEqualTo(purpose);
        double found = candidate.bracket().low();
        assertThat(candidate.confirmation().rate()).isEqualTo(Math.floor(found / 1.04));
        assertThat(candidate.confirmation().held()).isEqualTo(3);
        assertThat(bench.rounds).hasSize(4);
    }

    /** What was found until then is confirmed all the same. */
    @Test
    void aServerThatEndsInTheSearchIsNotSearchedOn() {
        CapacityCandidate candidate =
                run(server -> server.dies(step -> step.purpose() == Purpose.BRACKET && step.callsPerSecond() > 1000));

        assertThat(bench.steps(1)).endsWith("bracket 400", "bracket 800", "bracket 1600");
        assertThat(candidate.confirmation().rate()).isEqualTo(800);
        assertThat(candidate.confirmation().held()).isEqualTo(3);
    }

    @Test
    void aServerThatDoesNotComeUpAgainIsGivenUp() {
        CapacityCandidate candidate = run(server -> bench.round == 3 ? server.down() : server);

        assertThat(bench.rounds).hasSize(2);
        assertThat(candidate.confirmation().held()).isOne();
        assertThat(bench.steps(3)).isEmpty();
    }

    @Test
    void aServerThatHoldsNothingIsNotConfirmed() {
        CapacityCandidate candidate = run(server -> server.capacity(0.5));

        assertThat(candidate.confirmation().rate()).isNull();
        assertThat(bench.rounds).isEmpty();
        assertThat(bench.measured).containsExactly("a");
    }

    /** Half of it is left for confirmations, and what does not fit is not begun. */
    @Test
    void theTimeLimitEndsTheSearchAndTheConfirmations() {
        limit = Duration.ofSeconds(198);
        long begin = clock.nanos();

        CapacityCandidate candidate = run(server -> server.capacity(1000));

        assertThat(candidate.bracket().high() / candidate.bracket().low()).isGreaterThan(1.05);
        assertThat(candidate.confirmation().held()).isBetween(1, 3);
        assertThat(clock.since(begin)).isLessThan(limit);
    }

    @Test
    void whereNoTimeIsLeftNothingIsConfirmed() {
        limit = Duration.ofSeconds(60);

        CapacityCandidate candidate = run(server -> server.capacity(1000));

        assertThat(bench.rounds).isEmpty();
        assertThat(candidate.confirmation().held()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"BRACKET, 1", "CONFIRM, 2"})
    void aRunThatIsEndedStopsEverything(Purpose purpose, int rounds) {
        CapacityCandidate candidate =
                run(server -> server.endsRun(step -> step.purpose() == purpose, () -> bench.ended = true));

        assertThat(bench.round).isEqualTo(rounds);
        assertThat(candidate.confirmation().held()).isZero();
        assertThat(bench.measured).hasSize(1);
    }

    /** Before the search, before each confirmation, and after steps that say nothing of the server. */
    @Test
    void aBusyMachineIsAwaitedAndTold() {
        clock.late(second -> second < 20 ? 50 : 0);

        run(server -> server.capacity(1000));

        assertThat(bench.lines.get(0)).isEqualTo("a: waited 22 s because other programs kept the machine busy");
        assertThat(bench.lines).filteredOn(line -> line.contains("waited")).hasSize(1);
    }

    /** Each has time of its own; only those that are left start again. */
    @Test
    void severalTargetsShareTheirRounds() {
        List<CapacityCandidate> candidates = run(
                List.of("a", "b"),
                (name, server) -> server.capacity(name.equals("a") ? 1000 : bench.round == 2 ? 100 : 300));

        assertThat(candidates)
                .allSatisfy(
                        candidate -> assertThat(candidate.confirmation().held()).isEqualTo(3));
        assertThat(bench.rounds.subList(0, 3)).containsOnly(List.of("a", "b"));
        assertThat(bench.rounds.subList(3, bench.rounds.size())).containsExactly(List.of("b"));
        assertThat(candidates.get(1).left()).isLessThan(limit.minus(Duration.ofSeconds(bench.rounds.size() * 2L)));
    }

    private CapacityCandidate run(UnaryOperator<SimulatedServer> like) {
        return run(List.of("a"), (name, server) -> like.apply(server)).get(0);
    }

    private List<CapacityCandidate> run(List<String> names, BiFunction<String, SimulatedServer, SimulatedServer> like) {
        bench.like = like;
        bench.names = names;
        bench.begin(1, names);
        CapacitySearch load = new CapacitySearch(Duration.ofSeconds(10), true, 500, limit);
        SloJudge judge = new SloJudge(Slos.of(List.of("p99<50ms", "errors<0.1%")));
        ProbeAnalysis analysis = new ProbeAnalysis(SampleRun.record().environment(), new Cores.Shared(), judge);
        List<CapacityCandidate> candidates = names.stream()
                .map(name -> new CapacityCandidate(name, load, judge, analysis, clock))
                .toList();
        new CapacityController(load, bench, clock).run(candidates);
        return candidates;
    }

    private final class Bench implements CapacityController.Bench {
        private final Map<Integer, Map<String, SimulatedServer>> servers = new LinkedHashMap<>();
        private final List<List<String>> rounds = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private final List<String> measured = new ArrayList<>();
        private final List<String> overloaded = new ArrayList<>();
        private final List<String> connections = new ArrayList<>();
        private final List<String> backlogs = new ArrayList<>();
        private final List<Window> held = new ArrayList<>();
        private BiFunction<String, SimulatedServer, SimulatedServer> like;
        private List<String> names;
        private final Map<Integer, Map<String, Limits>> boxes = new LinkedHashMap<>();
        private double leastCpus = 1; // no smaller box
        private int round;
        private boolean ended;
        private Duration weighing = Duration.ZERO;

        private void begin(int number, List<String> targets) {
            round = number;
            Map<String, SimulatedServer> fresh = new LinkedHashMap<>();
            targets.forEach(name -> fresh.put(name, like.apply(name, new SimulatedServer(clock))));
            servers.put(number, fresh);
        }

        private SimulatedServer server(int number, String target) {
            return servers.get(number).get(target);
        }

        private List<String> steps(int number) {
            return server(number, "a").steps().stream()
                    .map(SimulatedServer.Step::text)
                    .toList();
        }

        @Override
        public boolean isEnded() {
            return ended;
        }

        @Override
        public ServerUnderLoad turnTo(String target) {
            clock.advance(weighing);
            return server(round, target);
        }

        @Override
        public void freshServers(int number, Map<String, Limits> fresh) {
            clock.advance(Duration.ofSeconds(4));
            rounds.add(List.copyOf(fresh.keySet()));
            boxes.put(number, fresh);
            begin(number, List.copyOf(fresh.keySet()));
        }

        @Override
        public Optional<CapacityCandidate> smaller(CapacityCandidate candidate) {
            double cpus = candidate.isInFirstBox() ? 1 : candidate.box().cpus();
            return cpus / 2 < leastCpus ? Optional.empty() : Optional.of(candidate.in(new Limits(cpus / 2, null)));
        }

        @Override
        public void weighConnections(String target) {
            connections.add(target);
        }

        @Override
        public void recover(String target) {
            backlogs.add(target);
        }

        @Override
        public void held(Window window) {
            held.add(window);
        }

        @Override
        public void measured(String target) {
            measured.add(target);
        }

        @Override
        public void overloaded(String target) {
            overloaded.add(target);
        }

        @Override
        public void line(String line) {
            lines.add(line);
        }
    }
}
