package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weighbridge.capacity.Bound;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.SloJudge;
import weighbridge.capacity.StepVerdict;
import weighbridge.figure.Slos;
import weighbridge.record.Box;
import weighbridge.record.EarlyEnd;
import weighbridge.record.MadeUpProbe;
import weighbridge.record.MadeUpSlice;
import weighbridge.record.MadeUpWindow;
import weighbridge.record.SampleRun;
import weighbridge.render.CapacityFindingWords;
import weighbridge.workload.Cores;
import weighbridge.workload.Purpose;

/** Loads of 100 calls a second for 10 s, on two cores. */
class ProbeAnalysisTest {
    private static final long MIB = 1 << 20;
    private static final String[] USUAL = {"p99<50ms", "errors<0.1%"};

    @Test
    void aLoadThatKeepsAllIsKept() {
        ProbeReport probe = report(fast().window(window().cpu(5, 2, 1).get()), USUAL);

        assertThat(probe.verdict()).isEqualTo(StepVerdict.KEPT);
        assertThat(probe.bound()).isNull();
        assertThat(probe.reasons()).isEmpty();
        assertThat(probe.number()).isEqualTo(7);
        assertThat(probe.round()).isEqualTo(3);
        assertThat(probe.purpose()).isEqualTo(Purpose.NARROW);
        assertThat(probe.cores()).isCloseTo(0.5, within(1e-9)); // 5 s of 10
        assertThat(probe.generatorCores()).isCloseTo(0.2, within(1e-9));
        assertThat(probe.rssBytes()).isEqualTo(60 * MIB);
        assertThat(probe.peakRssBytes()).isEqualTo(64 * MIB);
        assertThat(probe.load().calls()).isEqualTo(1000);
    }

    @Test
    void callsThatAreTooSlowAreBrokenByTheServer() {
        ProbeReport probe = report(slow().window(window().get()), USUAL);

        assertThat(probe.verdict()).isEqualTo(StepVerdict.BROKEN);
        assertThat(probe.bound()).isEqualTo(Bound.SLO);
        // P(Bin(1000, 0.01) ≤ 4) is 2.9 %, and of 5 it is 6.6 %.
        assertThat(words(probe)).containsExactly("p99 < 50 ms: 20 of 1000 calls slower or failed, at most 4 allowed");
    }

    @Test
    void aGeneratorThatStoodStillSaysNothingOfTheServer() {
        ProbeReport probe = report(slow().window(window().stalled(140).get()), USUAL);

        assertThat(probe.verdict()).isEqualTo(StepVerdict.INCONCLUSIVE);
        assertThat(probe.bound()).isEqualTo(Bound.GENERATOR);
        assertThat(words(probe))
                .containsExactly(
                        "p99 < 50 ms: 20 of 1000 calls slower or failed, at most 4 allowed",
                        "the generator stalled: longest 140 ms, 140 ms in all");
    }

    /** Whatever ails the generator, what was kept was kept. */
    @Test
    void whatIsKeptDespiteTheGeneratorIsKept() {
        assertThat(report(fast().window(window().stalled(140).get()), USUAL).verdict())
                .isEqualTo(StepVerdict.KEPT);
    }

    /** 10 ms, or half of the tightest latency that is promised, at the 99th percentile. */
    @Test
    void callsThatTheGeneratorStartedLateAreItsOwn() {
        MadeUpProbe late = probe().slices(calls().calls(970, 5).late(30, 12, 45));

        assertThat(report(late, USUAL).verdict()).isEqualTo(StepVerdict.INCONCLUSIVE);
        assertThat(words(report(late, USUAL)))
                .contains("the generator started calls late: scheduling delay 12.0 ms (p99)");
        assertThat(report(probe().slices(calls().calls(970, 5).late(30, 9, 45)), USUAL)
                        .verdict())
                .isEqualTo(StepVerdict.BROKEN);
        assertThat(report(probe().slices(calls().calls(970, 5).late(30, 9, 45)), "p99<16ms")
                        .verdict())
                .isEqualTo(StepVerdict.INCONCLUSIVE);
    }

    @Test
    void othersWhoTakeTheMachineSayNothingOfTheServer() {
        assertThat(words(report(slow().window(window().cpu(5, 2, 11).get()), USUAL)))
                .contains("other processes used 55 % of the machine's CPU time");
        assertThat(report(slow().window(window().cpu(5, 2, 9).get()), USUAL).verdict())
                .isEqualTo(StepVerdict.BROKEN);
    }

    @Test
    void aHostThatTakesTheMachineSaysNothingOfTheServer() {
        ProbeReport much = report(slow().window(window().stolen(1.2).get()), USUAL);

        assertThat(words(much)).contains("steal: the host gave 6 % of the CPU time to other virtual machines");
        assertThat(much.verdict()).isEqualTo(StepVerdict.INCONCLUSIVE);
        assertThat(report(slow().window(window().stolen(0.8).get()), USUAL).verdict())
                .isEqualTo(StepVerdict.BROKEN);
    }

    @Test
    void aFullMachineIsTheServersOrTheGenerators() {
        ProbeReport server = report(slow().window(window().cpu(18.2, 1.2, 0).get()), USUAL);
        ProbeReport generator = report(slow().window(window().cpu(8, 11.5, 0).get()), USUAL);

        assertThat(server.verdict()).isEqualTo(StepVerdict.BROKEN);
        assertThat(server.bound()).isEqualTo(Bound.CPU); // 91 % of two cores
        assertThat(generator.verdict()).isEqualTo(StepVerdict.INCONCLUSIVE);
        assertThat(report(slow().window(window().cpu(12, 7.5, 0).get()), USUAL).verdict())
                .as("more than half as much as the server")
                .isEqualTo(StepVerdict.INCONCLUSIVE);
        assertThat(report(slow().window(window().cpu(13.4, 6, 0).get()), USUAL).verdict())
                .isEqualTo(StepVerdict.BROKEN);
        assertThat(words(generator)).contains("all 2 cores were busy: 1.15 with the generator, 0.80 with the server");
    }

    @Test
    void aServerThatUsesAllThatItsControlGroupAllowsIsBoundByItsCpu() {
        Box half = new Box(0.5, null, 0L, 0L, 0L, null);
        ProbeReport full =
                report(slow().window(window().cpu(4.6, 1.2, 0).box(half, half).get()), USUAL);
        ProbeReport idle =
                report(slow().window(window().cpu(4.4, 1.2, 0).box(half, half).get()), USUAL);
        ProbeReport free = report(slow().window(window().cpu(4.6, 1.2, 0).get()), USUAL);

        assertThat(full.bound()).isEqualTo(Bound.CPU);
        assertThat(idle.bound()).isEqualTo(Bound.SLO);
        assertThat(free.bound()).isEqualTo(Bound.SLO);
    }

    /** The answers that were held back until the next period keep the generator busy all at once. */
    @Test
    void aServerThatWasHeldBackAllTheTimeIsItsOwnLimitHoweverLateTheGeneratorWas() {
        ProbeReport full = heldBack(4.6, 60);

        assertThat(full.verdict()).isEqualTo(StepVerdict.BROKEN);
        assertThat(full.bound()).isEqualTo(Bound.CPU);
        assertThat(words(full)).containsExactly("p99 < 50 ms: 20 of 1000 calls slower or failed, at most 4 allowed");
        assertThat(heldBack(4.4, 60).verdict()).as("it had time left").isEqualTo(StepVerdict.INCONCLUSIVE);
        assertThat(heldBack(4.6, 40).verdict()).as("in few periods").isEqualTo(StepVerdict.INCONCLUSIVE);
    }

    /** Of half a core, in so many of 100 periods, by a generator that stood still. */
    private ProbeReport heldBack(double cpuSeconds, long throttledPeriods) {
        Box before = new Box(0.5, null, 0L, 0L, 0L, null);
        Box after = new Box(0.5, null, 100L, throttledPeriods, 1_000_000L, null);
        return report(
                slow().window(window().cpu(cpuSeconds, 1.2, 0)
                        .box(before, after)
                        .stalled(140)
                        .get()),
                USUAL);
    }

    @Test
    void memoryIsHeldAgainstItsSloWithEachPageCountedOnce() {
        MadeUpProbe probe = fast().window(window().rss(190, 200L).pss(95, 90).get());

        assertThat(report(probe, "peakRss<=100MiB").verdict()).isEqualTo(StepVerdict.KEPT);
        assertThat(words(report(probe, "peakRss<100MiB"))).startsWith("peakRss < 100 MiB: 100 MiB");
        assertThat(report(probe, "peakRss<100MiB").peakRssBytes()).isEqualTo(200L << 20);
        assertThat(report(probe, "peakRss<100MiB").peakPssBytes()).isEqualTo(100L << 20);
    }

    @Test
    void memoryAndProcessorTimeAreTheServersWhateverTheGeneratorDoes() {
        MadeUpProbe probe =
                fast().window(window().cpu(5, 2, 0).rss(90, 101L).stalled(140).get());

        ProbeReport memory = report(probe, "p99<50ms", "peakRss<100MiB");
        ProbeReport cpu = report(probe, "p99<50ms", "cpuPer1000Calls<5s");

        assertThat(memory.verdict()).isEqualTo(StepVerdict.BROKEN);
        assertThat(memory.bound()).isEqualTo(Bound.MEMORY);
        assertThat(words(memory)).startsWith("peakRss < 100 MiB: 101 MiB");
        assertThat(cpu.verdict()).isEqualTo(StepVerdict.BROKEN);
        assertThat(cpu.bound()).isEqualTo(Bound.CPU);
        assertThat(words(cpu)).startsWith("cpuPer1000Calls < 5 s: 5 s");
        assertThat(report(probe, "peakRss<=101MiB", "cpuPer1000Calls<=5s").verdict())
                .isEqualTo(StepVerdict.KEPT);
    }

    @Test
    void usersThatAreTooFewAreNoFaultOfTheServer() {
        ProbeReport probe = report(probe().slices(calls().dry(1000, 200, 5)), USUAL);

        assertThat(probe.verdict()).isEqualTo(StepVerdict.INCONCLUSIVE);
        assertThat(words(probe)).contains("all 500 users had a call in flight most of the time: raise -Dpool");
    }

    /** Of a server that ran already nothing is known but its answers. */
    @Test
    void aServerWithoutAProcessIsJudgedByItsCalls() {
        ProbeReport kept = report(fast().window(window().withoutServer().get()), USUAL);
        ProbeReport broken = report(slow().window(window().withoutServer().get()), USUAL);
        ProbeReport unseen = report(slow(), USUAL);

        assertThat(kept.verdict()).isEqualTo(StepVerdict.KEPT);
        assertThat(kept.cores()).isNull();
        assertThat(kept.rssBytes()).isNull();
        assertThat(kept.peakRssBytes()).isNull();
        assertThat(kept.generatorCores()).isCloseTo(0.01, within(1e-9));
        assertThat(broken.bound()).isEqualTo(Bound.SLO);
        assertThat(unseen.bound()).isEqualTo(Bound.SLO);
        assertThat(unseen.generatorCores()).isNull();
    }

    /** Few calls are lost with a server, fewer than may fail: but it does not hold the rate. */
    @Test
    void aServerThatEndsUnderALoadDoesNotHoldIt() {
        ProbeReport probe = report(fast().window(window().stalled(140).get()).stopped(EarlyEnd.SERVER_ENDED), USUAL);

        assertThat(probe.verdict()).isEqualTo(StepVerdict.BROKEN);
        assertThat(probe.bound()).isEqualTo(Bound.SLO);
        assertThat(words(probe)).startsWith("the server ended under this load");
    }

    @Test
    void aLoadThatTheEndOfTheRunCutOffSaysNothing() {
        for (MadeUpProbe probe : List.of(fast(), slow(), probe())) {
            ProbeReport report = report(probe.stopped(EarlyEnd.RUN_ENDED), USUAL);

            assertThat(report.verdict()).isEqualTo(StepVerdict.UNJUDGED);
            assertThat(report.bound()).isNull();
            assertThat(words(report)).containsExactly("the run was ended");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"WARM_UP", "GENERATOR", "CONNECTIONS", "STEADY"})
    void whatIsNotForASearchIsNotJudged(Purpose purpose) {
        ProbeReport probe = report(
                MadeUpProbe.open(1, purpose, 100).slices(calls().calls(980, 5).calls(20, 60)), USUAL);

        assertThat(probe.verdict()).isEqualTo(StepVerdict.UNJUDGED);
        assertThat(probe.reasons()).isEmpty();
    }

    @Test
    void aClosedLoadIsOfUseWhereTheGeneratorWasWellAndNothingCutItOff() {
        ProbeReport whole = report(closed().slices(calls().closed(16_000, 5)), USUAL);
        ProbeReport unwell = report(
                closed().slices(calls().closed(16_000, 5))
                        .window(window().stalled(140).get()),
                USUAL);
        ProbeReport died = report(closed().stopped(EarlyEnd.SERVER_ENDED).slices(calls().closed(16_000, 5)), USUAL);
        ProbeReport cut = report(closed().stopped(EarlyEnd.RUN_ENDED).slices(calls().closed(16_000, 5)), USUAL);

        assertThat(whole.verdict()).isEqualTo(StepVerdict.UNJUDGED);
        assertThat(whole.bound()).isNull();
        assertThat(whole.reasons()).isEmpty();
        assertThat(unwell.verdict()).isEqualTo(StepVerdict.INCONCLUSIVE);
        assertThat(unwell.bound()).isEqualTo(Bound.GENERATOR);
        assertThat(died.verdict()).isEqualTo(StepVerdict.BROKEN);
        assertThat(died.bound()).isEqualTo(Bound.SLO);
        assertThat(words(died)).containsExactly("the server ended under this load");
        assertThat(cut.verdict()).isEqualTo(StepVerdict.UNJUDGED);
        assertThat(words(cut)).containsExactly("the run was ended");
    }

    /** Neither calls that are refused at once nor a few that wait for their timeout are what users get answered. */
    @Test
    void aClosedLoadWhoseCallsFailIsNoPointOfTheUsl() {
        ProbeReport refused = report(closed().slices(calls().closed(160, 5).failed(15_840, 5)), USUAL);
        ProbeReport timedOut = report(closed().slices(calls().closed(8_000, 5).failed(40, 1000)), USUAL);
        ProbeReport few = report(closed().slices(calls().closed(15_900, 5).failed(100, 5)), USUAL);

        assertThat(refused.verdict()).isEqualTo(StepVerdict.UNJUDGED);
        assertThat(words(refused))
                .containsExactly("15840 of 16000 calls failed and took 99.0 % of the users' time: no point of the USL");
        assertThat(words(timedOut))
                .containsExactly("40 of 8040 calls failed and took 50.0 % of the users' time: no point of the USL");
        assertThat(few.reasons()).isEmpty();
    }

    private static MadeUpProbe probe() {
        return MadeUpProbe.open(7, Purpose.NARROW, 100);
    }

    private static MadeUpProbe closed() {
        return MadeUpProbe.closed(8, Purpose.CLOSED, 8);
    }

    private static MadeUpProbe fast() {
        return probe().slices(calls().calls(1000, 5));
    }

    private static MadeUpProbe slow() {
        return probe().slices(calls().calls(980, 5).calls(20, 60));
    }

    private static MadeUpSlice calls() {
        return MadeUpSlice.of(0, 10_000);
    }

    private static MadeUpWindow window() {
        return MadeUpWindow.of(10);
    }

    private static ProbeReport report(MadeUpProbe probe, String... promises) {
        return new ProbeAnalysis(
                        SampleRun.record().environment(), new Cores.Shared(), new SloJudge(Slos.of(List.of(promises))))
                .report(3, probe.record(), probe.slices());
    }

    private static List<String> words(ProbeReport probe) {
        return probe.reasons().stream().map(CapacityFindingWords::of).toList();
    }
}
