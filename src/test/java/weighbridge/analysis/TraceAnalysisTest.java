package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.TargetTrace.MomentTrace;
import weighbridge.analysis.TargetTrace.PhaseTrace;
import weighbridge.analysis.Traces.RoundTrace;
import weighbridge.record.Calls;
import weighbridge.record.Latencies;
import weighbridge.record.MadeUpSample;
import weighbridge.record.Outcome;
import weighbridge.record.Recording;
import weighbridge.record.RecordingReader;
import weighbridge.record.RoundRecord;
import weighbridge.record.RoundRecording;
import weighbridge.record.RunFolder;
import weighbridge.record.RunRecord;
import weighbridge.record.SampleRounds;
import weighbridge.record.SampleRun;
import weighbridge.record.Samples;
import weighbridge.record.TargetRecord;
import weighbridge.record.Weighing;
import weighbridge.render.EachLocale;
import weighbridge.render.Golden;
import weighbridge.text.Json;

class TraceAnalysisTest {

    private final Traces traces = TraceAnalysis.of(SampleRun.recording(), Set.of(1), List.of());

    /** With lists of numbers on one line each, for there are thousands of numbers. */
    @EachLocale
    void theSampleRunIsTracedAsBefore(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Traces told = TraceAnalysis.of(SampleRun.recording(), Set.of(1), List.of());

        String json = Json.write(told).replaceAll("(?<=[\\[,])\\s+(?=[-0-9])|(?<=[0-9])\\s+(?=])", "");
        Golden.check("traces.json", json);
    }

    @Test
    void whatTheSampleRunSaysIsToldInMillisecondsAfterItsStart() {
        TargetTrace good = target("good");

        assertThat(traces.startedAtMillis()).isEqualTo(1_795_428_930_123L);
        assertThat(traces.rounds()).hasSize(1);
        assertThat(traces.rounds().get(0).targets())
                .extracting(TargetTrace::name)
                .containsExactly("good", "slow", "mortal", "broken", "main");
        // The log began 877 ms after the run, and its calls from 1,000 ms on, of which the last ended at 1,299.
        BurstTrace measured = good.bursts().get(1);
        assertThat(good.bursts()).extracting(BurstTrace::kind).containsExactly("cold", "measured");
        assertThat(measured.fromMillis()).isEqualTo(1877);
        assertThat(measured.toMillis()).isEqualTo(2176);
        assertThat(measured.calls()).isEqualTo(800);
        assertThat(measured.timeoutMillis()).isEqualTo(1000);
        assertThat(measured.ko()).isNull();
        assertThat(good.peakRssBytes()).isEqualTo(80L << 20);
        assertThat(good.phases()).startsWith(new PhaseTrace("idle", null, 0, 877, null, null));
        assertThat(good.phases()).endsWith(new PhaseTrace("settled", null, 7877, 10_377, null, null));
        assertThat(good.moments())
                .contains(new MomentTrace("settled", 10_377, 70L << 20, 66L << 20, 62L << 20, 12L << 20))
                .extracting(MomentTrace::moment)
                .containsExactly("idle", "warm", "after", "settled");
        assertThat(good.cores().values()).containsExactly(0.5, 0.5, 0.0, 0.0);
    }

    @Test
    void whoFailsHasWhatThereIs() {
        TargetTrace mortal = target("mortal");
        assertThat(mortal.bursts()).extracting(BurstTrace::kind).containsExactly("measured");
        assertThat(mortal.bursts().get(0).ok().count()).isEqualTo(200);
        assertThat(mortal.bursts().get(0).ko().count()).isEqualTo(300);
        assertThat(mortal.bursts().get(0).causes()).containsExactly(new BurstTrace.CauseTrace("refused", -1, 300));
        assertThat(mortal.phases()).isEmpty();
        assertThat(mortal.moments()).containsExactly(new MomentTrace("idle", 0, 10L << 20, null, null, null));
        assertThat(mortal.rssBytes().values()).containsExactly(10L << 20);

        assertThat(target("broken"))
                .isEqualTo(new TargetTrace(
                        "broken",
                        List.of(),
                        0,
                        new Track<>(List.of(), List.of()),
                        new Track<>(List.of(), List.of()),
                        List.of(),
                        null,
                        List.of()));
    }

    @Test
    void theProcessThatHammersComesLastWithoutPhasesAndBursts() {
        TargetTrace main = target("main");

        assertThat(main.phases()).isEmpty();
        assertThat(main.bursts()).isEmpty();
        assertThat(main.peakRssBytes()).isNull();
        assertThat(main.moments()).hasSize(3);
        assertThat(main.cores().values()).containsExactly(1.5, 1.5);
    }

    @Test
    void withoutALogThereAreNoBursts() {
        Recording with = SampleRun.recording();
        Recording without = new Recording(with.run(), null, with.rounds(), List.of(), Latencies.NONE, new Samples());

        Traces told = TraceAnalysis.of(without, Set.of(1), List.of());

        assertThat(told.rounds().get(0).targets())
                .allSatisfy(target -> assertThat(target.bursts()).isEmpty());
        assertThat(told.rounds().get(0).targets().get(0).phases()).isNotEmpty();
    }

    @Test
    void aMeasuredBurstThatWasCutOffIsNotTold() {
        Recording recording =
                with(Outcome.NOT_REACHED, SampleRun.recording().rounds().get(0).calls());

        assertThat(TraceAnalysis.of(recording, Set.of(1), List.of())
                        .rounds()
                        .get(0)
                        .targets()
                        .get(0)
                        .bursts())
                .extracting(BurstTrace::kind)
                .containsExactly("cold");
    }

    @Test
    void aColdBurstThatWasCutOffIsNotTold() {
        Recording recording = SampleRun.recording();
        Calls calls = new Calls();
        calls.add(0, 1, 2, true, "");
        recording.rounds().get(0).coldCalls().put("mortal", calls);

        assertThat(TraceAnalysis.of(recording, Set.of(1), List.of())
                        .rounds()
                        .get(0)
                        .targets()
                        .get(2)
                        .bursts())
                .extracting(BurstTrace::kind)
                .containsExactly("measured");
    }

    @Test
    void whereAllFailedNoLatencyOfASuccessIsTold() {
        Calls calls = new Calls();
        calls.add(0, 1000, 1001, false, MadeUpBursts.REFUSED);

        BurstTrace burst = only(with(Outcome.MEASURED, Map.of("good", calls)));

        assertThat(burst.ok()).isNull();
        assertThat(burst.ko().count()).isEqualTo(1);
        assertThat(burst.rates().ok()).containsExactly(0, 0);
    }

    @Test
    void roundsHaveTheirTargetsButNotTheOneThatRanAgain() {
        Traces told = TraceAnalysis.of(SampleRounds.three(), Set.of(1), List.of());

        assertThat(told.rounds()).extracting(RoundTrace::number).containsExactly(1, 2, 3);
        assertThat(told.rounds().get(2).targets())
                .extracting(TargetTrace::name)
                .containsExactly("good", "slow", "mortal", "broken", "main");
    }

    @Test
    void ofManyRoundsOnlyThoseAreToldThatTheReportShows() {
        assertThat(TraceAnalysis.of(rounds(12), Set.of(3), List.of()).rounds()).hasSize(12);
        assertThat(TraceAnalysis.of(rounds(13), Set.of(3, 13, 99), List.of()).rounds())
                .extracting(RoundTrace::number)
                .containsExactly(3, 13);
    }

    /** The sample run has five bursts a round with calls: of 12 rounds each may have 20,000 ÷ 60 = 333 dots, so 66 parts. */
    @Test
    void allRoundsThatAreToldShareTheDots() {
        Traces told = TraceAnalysis.of(rounds(12), Set.of(), List.of());

        assertThat(told.rounds().get(0).targets().get(0).bursts().get(0).dots().atMillis())
                .hasSize(330);
        assertThat(traces.rounds()
                        .get(0)
                        .targets()
                        .get(0)
                        .bursts()
                        .get(0)
                        .dots()
                        .atMillis())
                .hasSize(800);
    }

    @Test
    void aRunOfTheFirstReleaseIsTraced() {
        RunFolder folder = new RunFolder(Path.of("src/test/resources/runs/0.1.0"));

        Traces told = TraceAnalysis.of(RecordingReader.read(folder), Set.of(1), List.of());

        List<TargetTrace> targets = told.rounds().get(0).targets();
        assertThat(targets).extracting(TargetTrace::name).containsExactly("jdk-httpserver", "netty", "main");
        for (TargetTrace target : targets.subList(0, 2)) {
            BurstTrace measured = target.bursts().get(target.bursts().size() - 1);
            PhaseTrace phase = target.phases().stream()
                    .filter(one -> one.kind().equals("measured"))
                    .findFirst()
                    .orElseThrow();
            assertThat(measured.calls()).isEqualTo(20);
            // Two programs wrote the times of these, by the same clock.
            assertThat(measured.fromMillis()).isBetween(phase.fromMillis(), phase.toMillis());
            assertThat(measured.toMillis()).isBetween(phase.fromMillis(), phase.toMillis());
            assertThat(target.rssBytes().values()).hasSizeGreaterThan(10);
            assertThat(target.cores().values()).hasSizeGreaterThan(2).allMatch(cores -> cores >= 0 && cores < 64);
            assertThat(target.phases())
                    .extracting(PhaseTrace::kind)
                    .startsWith("idle")
                    .endsWith("settled");
        }
    }

    /** Processes of all rounds have the same names; the second round is weighed 20 s after the first. */
    @Test
    void eachRoundHasItsOwnSamples() {
        RoundRecord first = SampleRun.recording().rounds().get(0).round();
        List<Weighing> later = first.weighings().stream()
                .map(weighing -> new Weighing(
                        weighing.name(), weighing.moment(), weighing.atMillis() + 20_000, weighing.reading()))
                .toList();
        RoundRecord second = new RoundRecord(
                2, first.order(), null, first.targets(), List.of(), later, first.heaps(), first.windows(), List.of());
        Samples samples = SampleRun.samples();
        samples.add(MadeUpSample.of("good", traces.startedAtMillis() + 19_999, 8, 2));
        samples.add(MadeUpSample.of("good", traces.startedAtMillis() + 20_001, 9, 1));
        samples.add(MadeUpSample.of("good", traces.startedAtMillis() + 20_101, 9, 1.2));

        List<RoundTrace> rounds = TraceAnalysis.of(
                        recording(
                                List.of(
                                        new RoundRecording(first, Map.of(), Map.of()),
                                        new RoundRecording(second, Map.of(), Map.of())),
                                samples),
                        Set.of(),
                        List.of())
                .rounds();

        assertThat(rounds.get(0).targets().get(0).rssBytes().values()).endsWith(75L << 20, 8L);
        assertThat(rounds.get(1).targets().get(0).rssBytes().atMillis())
                .containsExactly(20_000L, 20_001L, 20_101L, 21_867L, 29_877L, 30_377L);
        assertThat(rounds.get(1).targets().get(0).cores()).isEqualTo(new Track<>(List.of(20_101L), List.of(2.0)));
    }

    @Test
    void manyCallsAreNoBurden() {
        int count = 200_000;
        Calls calls = new Calls();
        for (int call = 0; call < count; call++) {
            boolean ok = call % 100 > 0;
            calls.add(0, call / 20, call / 20 + call % 997, ok, ok ? "" : MadeUpBursts.REFUSED);
        }

        BurstTrace burst = only(with(Outcome.MEASURED, Map.of("good", calls)));

        assertThat(burst.calls()).isEqualTo(count);
        assertThat(burst.causes().get(0).calls()).isEqualTo(2000);
        assertThat(burst.rates().ok()).hasSizeLessThanOrEqualTo(100);
        assertThat(burst.dots().atMillis()).hasSize(2000);
        assertThat(burst.inFlight().values()).hasSizeLessThanOrEqualTo(2002);
        assertThat(burst.ok().atLeastMillis()).hasSizeLessThanOrEqualTo(500);
        assertThat(burst.ok().bins()).hasSizeLessThanOrEqualTo(60);
    }

    private TargetTrace target(String name) {
        return traces.rounds().get(0).targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static BurstTrace only(Recording recording) {
        List<BurstTrace> bursts = TraceAnalysis.of(recording, Set.of(1), List.of()).rounds().stream()
                .flatMap(round -> round.targets().stream())
                .flatMap(target -> target.bursts().stream())
                .toList();
        assertThat(bursts).hasSize(1);
        return bursts.get(0);
    }

    /** The sample run with one target, of which this came, and without its cold calls where it has others. */
    private static Recording with(Outcome outcome, Map<String, Calls> calls) {
        RoundRecording round = SampleRun.recording().rounds().get(0);
        TargetRecord target = round.round().targets().get(0).with(outcome);
        Map<String, Calls> cold = calls.size() > 1 ? round.coldCalls() : Map.of();
        RoundRecord record = round(1, List.of(target), round.round());
        return recording(List.of(new RoundRecording(record, calls, cold)));
    }

    private static Recording rounds(int count) {
        RoundRecording first = SampleRun.recording().rounds().get(0);
        List<RoundRecording> rounds = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            RoundRecord record = round(number, first.round().targets(), first.round());
            rounds.add(new RoundRecording(record, first.calls(), first.coldCalls()));
        }
        return recording(rounds);
    }

    private static RoundRecord round(int number, List<TargetRecord> targets, RoundRecord like) {
        return new RoundRecord(
                number,
                like.order(),
                null,
                targets,
                like.phases(),
                like.weighings(),
                like.heaps(),
                like.windows(),
                List.of());
    }

    private static Recording recording(List<RoundRecording> rounds) {
        return recording(rounds, new Samples());
    }

    private static Recording recording(List<RoundRecording> rounds, Samples samples) {
        Recording sample = SampleRun.recording();
        RunRecord run = sample.run();
        List<RoundRecord> records = rounds.stream().map(RoundRecording::round).toList();
        return new Recording(
                new RunRecord(
                        run.schema(),
                        run.id(),
                        run.simulation(),
                        run.startedAt(),
                        run.complete(),
                        run.settings(),
                        run.environment(),
                        run.main(),
                        records,
                        run.remarks()),
                sample.callsStartedAtMillis(),
                rounds,
                List.of(),
                Latencies.NONE,
                samples);
    }
}
