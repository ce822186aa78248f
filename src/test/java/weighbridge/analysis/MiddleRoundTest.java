package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.recording.Calls;
import weighbridge.recording.Outcome;
import weighbridge.recording.Recording;
import weighbridge.recording.RoundRecord;
import weighbridge.recording.RoundRecording;
import weighbridge.recording.RunRecord;
import weighbridge.recording.SampleRun;
import weighbridge.recording.SettingsRecord;
import weighbridge.recording.TargetRecord;

/** The sample run three times over, of which the second round is slower and the third did not go well. */
class MiddleRoundTest {
    private final Report report = Analysis.of(threeRounds());
    private final TargetReport good = report.targets().get(0);
    private final TargetReport slow = report.targets().get(1);

    @Test
    void theRoundInTheMiddleIsShownWithTheFiguresOfAll() {
        assertThat(report.targets()).extracting(TargetReport::name).containsExactly("good", "slow", "mortal", "broken");
        // 0.000374, and twice as much and half as much in the two others.
        assertThat(good.round()).isEqualTo(1);
        assertThat(good.figures().get("secondsPerCall").values()).hasSize(3).doesNotContainNull();
        assertThat(good.figures().get("secondsPerCall").median()).isEqualTo(good.secondsPerCall());
        assertThat(good.figures().get("secondsPerCall").max()).isGreaterThan(1.5 * good.secondsPerCall());
        assertThat(good.figures().get("secondsPerCall").low()).isNull();
        assertThat(slow.figures().get("secondsPerCall").values())
                .hasSize(3)
                .last()
                .isNull();
    }

    @Test
    void whatWentWrongInOtherRoundsAndInASecondStartIsSaid() {
        assertThat(good.misbehaviour()).containsExactly("in round 3, started twice: failed-to-start, exited with 3");
        assertThat(slow.misbehaviour()).containsExactly("in round 3: failed-to-start, exited with 1");
        assertThat(ExitStatus.of(report)).isEqualTo(ExitStatus.TARGET_FAILED);
    }

    @Test
    void remarksThatSayTheSameOfSeveralRoundsAreOne() {
        assertThat(report.verdict().remarks())
                .contains("slow: 160 of its 800 calls failed (in 2 of 3 rounds, told of round 1)")
                .filteredOn(remark -> remark.startsWith("slow: the generator waited"))
                .singleElement()
                .asString()
                .endsWith(" (in 2 of 3 rounds, told of round 1)");
        assertThat(report.verdict().faults())
                .as("in both of the rounds in which it was measured")
                .anyMatch(fault -> fault.startsWith("slow: the generator waited"));
    }

    @Test
    void underSixRoundsNobodyIsRanked() {
        assertThat(report.ranking())
                .hasSize(5)
                .allMatch(ranking -> ranking.reason().equals("under six rounds: no interval can be told"));
    }

    private static Recording threeRounds() {
        Recording sample = SampleRun.recording();
        RunRecord run = sample.run();
        RoundRecording first = sample.rounds().get(0);
        List<RoundRecording> rounds = List.of(
                first,
                new RoundRecording(
                        of(2, first.round().targets(), first.round()), slower(first.calls()), first.coldCalls()),
                new RoundRecording(
                        of(3, lastTargets(first.round()), first.round()), faster(first.calls()), first.coldCalls()));
        return new Recording(
                new RunRecord(
                        run.schema(),
                        run.id(),
                        run.simulation(),
                        run.startedAt(),
                        run.complete(),
                        settings(run.settings()),
                        run.environment(),
                        run.main(),
                        rounds.stream().map(RoundRecording::round).toList(),
                        run.remarks()),
                rounds,
                List.of());
    }

    private static List<TargetRecord> lastTargets(RoundRecord round) {
        List<TargetRecord> targets = new ArrayList<>(round.targets());
        targets.set(1, targets.get(1).with(new Outcome.FailedToStart("exited with 1\n    its output")));
        TargetRecord good = targets.get(0);
        targets.add(new TargetRecord(
                "good~again",
                good.version(),
                good.command(),
                good.env(),
                good.requests(),
                1,
                false,
                null,
                null,
                new Outcome.FailedToStart("exited with 3"),
                List.of()));
        return targets;
    }

    private static RoundRecord of(int number, List<TargetRecord> targets, RoundRecord like) {
        return new RoundRecord(
                number,
                like.order(),
                number == 3 ? "good" : null,
                targets,
                like.phases(),
                like.weighings(),
                like.heaps(),
                like.windows());
    }

    private static Map<String, Calls> slower(Map<String, Calls> calls) {
        return stretched(calls, 2);
    }

    private static Map<String, Calls> faster(Map<String, Calls> calls) {
        Map<String, Calls> half = stretched(calls, 0.5);
        half.put("slow", new Calls());
        half.put("good~again", new Calls());
        return half;
    }

    private static Map<String, Calls> stretched(Map<String, Calls> calls, double factor) {
        Map<String, Calls> stretched = new LinkedHashMap<>();
        calls.forEach((name, all) -> {
            Calls other = new Calls();
            for (int call = 0; call < all.size(); call++) {
                int start = all.startMillis(call);
                int end = start + (int) Math.round(factor * (all.endMillis(call) - start));
                other.add(all.request(call), start, end, all.ok(call), all.message(call));
            }
            stretched.put(name, other);
        });
        return stretched;
    }

    private static SettingsRecord settings(SettingsRecord of) {
        return new SettingsRecord(
                of.targets(),
                of.calls(),
                of.timeoutMillis(),
                of.port(),
                of.settleMillis(),
                of.warmup(),
                of.strict(),
                3,
                4711L,
                List.of());
    }
}
