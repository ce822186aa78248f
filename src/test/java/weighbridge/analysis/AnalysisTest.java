package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.Explanation.RootCause;
import weighbridge.record.Calls;
import weighbridge.record.Outcome.Kind;
import weighbridge.record.Recording;
import weighbridge.record.RunJournal;
import weighbridge.record.SampleRun;
import weighbridge.render.ExplanationWords;
import weighbridge.render.FindingWords;

/** The made-up run's figures, each worked out by hand. */
class AnalysisTest {
    private static final long MIB = 1024 * 1024;

    private final Report report = Analysis.of(SampleRun.recording());
    private final TargetReport good = report.targets().get(0);
    private final TargetReport slow = report.targets().get(1);
    private final TargetReport mortal = report.targets().get(2);

    @Test
    void coldAndWarmAreToldApart() {
        assertThat(good.cold().secondsPerCall()).isCloseTo(0.599 / 800, within(1e-12)); // 500 to 1099 ms
        assertThat(good.burst().secondsPerCall()).isCloseTo(0.299 / 800, within(1e-12)); // 1000 to 1299 ms
        assertThat(slow.cold().successRatio()).isEqualTo(0.5);
        assertThat(slow.burst().successRatio()).isEqualTo(0.8);
        assertThat(good.warmup()).isEqualTo(new Report.Warmup(8, true, null, null));
        assertThat(slow.warmup()).isEqualTo(new Report.Warmup(1, false, null, null));
    }

    @Test
    void processorTimeIsThatOfTheWindow() {
        // 0.5 s of one tree and 0.8 s of the generator, in 1 s of a machine with 2 cores
        assertThat(good.window().cpu().seconds()).isCloseTo(0.5, within(1e-9));
        assertThat(good.window().cpu().machineShare()).isCloseTo(0.25, within(1e-9));
        assertThat(good.window().cpuSecondsPer1000Calls()).isCloseTo(0.625, within(1e-9));
        assertThat(good.window().generator().cpu().secondsPer1000Calls()).isCloseTo(1.0, within(1e-9));
        assertThat(good.window().generator().cpu().machineShare()).isCloseTo(0.4, within(1e-9));
        assertThat(good.window().othersShare()).isCloseTo(0.15, within(1e-9)); // 1.6 s of 2 s were busy
        assertThat(good.window().generator().allowedShare()).isCloseTo(0.4, within(1e-9));
        // 3.2 s for the 640 right answers and the 10 with status 503; 150 had none
        assertThat(slow.window().cpuSecondsPer1000Calls()).isCloseTo(3200 / 650.0, within(1e-9));
    }

    @Test
    void memoryAtEveryMoment() {
        assertThat(good.memory())
                .isEqualTo(new MemoryReport(
                        weight(50, 2048),
                        weight(60, 2048),
                        weight(75, 2048),
                        weight(70, 2048),
                        80 * MIB,
                        null,
                        82 * MIB,
                        25 * MIB,
                        new MemoryReport.LiveHeap(10 * MIB, 12 * MIB, 2 * MIB, null),
                        null));
        assertThat(slow.memory().liveHeap()).isEqualTo(new MemoryReport.LiveHeap(null, null, null, "not a JVM"));
        assertThat(mortal.memory().idle().pssBytes()).isNull();
    }

    /** As a KILL leaves it while the first target is hammered: all servers were up, and no burst has ended. */
    @Test
    void whatARunThatWasCutOffHasNotMeasuredWasNotReached() {
        RunJournal journal = SampleRun.begun();
        Recording cutOff = SampleRun.recording(journal.snapshot("cut-off"), noCalls(), noCalls());

        Report report = Analysis.of(cutOff);

        assertThat(report.targets())
                .extracting(TargetReport::outcome)
                .containsExactly(Kind.NOT_REACHED, Kind.NOT_REACHED, Kind.DIED_UNDER_LOAD, Kind.FAILED_TO_START);
        assertThat(report.verdict().faults())
                .extracting(FindingWords::of)
                .contains("the run ended early or could not be saved: only what was recorded is reported");
        assertThat(ExitStatus.of(report)).isEqualTo(ExitStatus.NOT_VALID);
    }

    private static Map<String, Calls> noCalls() {
        return Map.of("good", new Calls(), "slow", new Calls(), "mortal", new Calls(), "broken", new Calls());
    }

    @Test
    void concurrencyIsToldBesideTheSpreadOfTheStarts() {
        assertThat(good.burst().startSpreadMillis()).isEqualTo(99);
        assertThat(good.burst().peakInFlight()).isEqualTo(800); // the last starts at 1099, the first ends at 1100
        assertThat(slow.burst().startSpreadMillis()).isZero();
    }

    @Test
    void theVerdictNamesWhatIsTheGeneratorsAndWhatLooksLikeALeak() {
        assertThat(report.verdict().valid()).isFalse();
        assertThat(report.verdict().faults())
                .extracting(FindingWords::of)
                .containsExactly(
                        "slow: the generator waited for CPU during 35 % of the time: the figures of this target are"
                                + " affected",
                        "slow: the generator stalled: longest 140 ms, 140 ms in all: the figures of this"
                                + " target are affected");
        assertThat(report.verdict().remarks())
                .startsWith(report.verdict().faults().toArray(Remark[]::new))
                .extracting(FindingWords::of)
                .contains(
                        "good: live heap grew by 2.00 MiB in 800 calls (2.50 MiB per 1,000 calls): a possible leak; a longer run tells a leak from a cache that fills")
                .anySatisfy(remark -> assertThat(remark).startsWith("slow: not steady"));
    }

    @Test
    void theEvidenceExplainsTheFailures() {
        assertThat(slow.window().sockets().acceptQueueDrops()).isEqualTo(75);
        assertThat(slow.window().sockets().listenOverflows()).isEqualTo(75);
        assertThat(slow.explanation().cause()).isEqualTo(RootCause.ACCEPT_QUEUE);
        assertThat(ExplanationWords.of(slow.explanation()))
                .isEqualTo(
                        "slow: accept queue 50 is shorter than the burst of 800: 150 of 800 timed out before connecting;"
                                + " 75 overflows; fix: raise the server's backlog, or make bursts that fit: -Dcalls=50");
        assertThat(good.explanation()).isNull();
    }

    @Test
    void figuresBeyondTheFloorAreTheTargetsOwn() {
        assertThat(report.generatorWarmup()).isEqualTo(new Report.Warmup(10, true, null, null));
        assertThat(good.floor().secondsPerCall()).isCloseTo(0.155 / 800, within(1e-12)); // of 140 150 155 160 900
        assertThat(good.floor().highSecondsPerCall()).isCloseTo(0.16 / 800, within(1e-12));
        assertThat(report.floor().bursts()).isEqualTo(10);
        assertThat(good.atFloor()).isFalse();
        assertThat(slow.atFloor()).as("calls failed").isNull();
    }

    private static MemoryReport.Weight weight(long rssMiB, long vmsMiB) {
        return new MemoryReport.Weight(rssMiB * MIB, vmsMiB * MIB, (rssMiB - 4) * MIB, (rssMiB - 8) * MIB);
    }
}
