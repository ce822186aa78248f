package weighbridge.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.workload.Cores;
import weighbridge.workload.Settings;

/** The sample run several times over, its calls stretched. */
public final class SampleRounds {
    private SampleRounds() {}

    /** The second round is slower; in the third one target does not start, and another not a second time. */
    public static Recording three() {
        Recording sample = SampleRun.recording();
        RoundRecording first = sample.rounds().get(0);
        List<RoundRecording> rounds = List.of(
                first,
                new RoundRecording(
                        of(2, first.round().targets(), first.round()), slower(first.calls()), first.coldCalls()),
                new RoundRecording(
                        of(3, lastTargets(first.round()), first.round()), faster(first.calls()), first.coldCalls()));
        return of(sample, rounds);
    }

    /** Six rounds of two targets of which all calls succeed, one of them three times as slow; one runs twice in each. */
    public static Recording six() {
        Recording sample = SampleRun.recording();
        RoundRecording first = sample.rounds().get(0);
        Calls good = first.calls().get("good");
        double[] factors = {1, 1.2, 0.9, 1.1, 1, 0.8};
        List<RoundRecording> rounds = new ArrayList<>();
        for (int index = 0; index < factors.length; index++) {
            Map<String, Calls> calls = new LinkedHashMap<>();
            calls.put("good", stretched(good, factors[index]));
            calls.put("slow", stretched(good, 3 * factors[index]));
            calls.put("good~again", stretched(good, factors[index] * (index % 2 == 0 ? 1.03 : 0.98)));
            List<TargetRecord> targets = new ArrayList<>(first.round().targets().subList(0, 2));
            targets.add(again(targets.get(0), Outcome.MEASURED));
            RoundRecord round = of(index + 1, targets, first.round());
            rounds.add(new RoundRecording(round, calls, Map.of()));
        }
        return of(sample, rounds);
    }

    private static Recording of(Recording sample, List<RoundRecording> rounds) {
        RunRecord run = sample.run();
        return new Recording(
                new RunRecord(
                        run.schema(),
                        run.id(),
                        run.simulation(),
                        run.startedAt(),
                        run.complete(),
                        settings(run.settings(), rounds.size()),
                        run.environment(),
                        run.main(),
                        rounds.stream().map(RoundRecording::round).toList(),
                        run.remarks()),
                sample.callsStartedAtMillis(),
                rounds,
                List.of(),
                Latencies.NONE,
                new Samples());
    }

    private static List<TargetRecord> lastTargets(RoundRecord round) {
        List<TargetRecord> targets = new ArrayList<>(round.targets());
        targets.set(1, targets.get(1).with(Outcome.failedToStart("exited with 1\n    its output")));
        targets.add(again(targets.get(0), Outcome.failedToStart("exited with 3")));
        return targets;
    }

    private static TargetRecord again(TargetRecord target, Outcome outcome) {
        return new TargetRecord(
                target.name() + "~again",
                target.version(),
                target.command(),
                target.env(),
                target.requests(),
                1,
                false,
                null,
                null,
                outcome,
                List.of());
    }

    private static RoundRecord of(int number, List<TargetRecord> targets, RoundRecord like) {
        return new RoundRecord(
                number,
                like.order(),
                number == 3 || targets.size() == 3 ? "good" : null,
                targets,
                like.phases(),
                like.weighings(),
                like.heaps(),
                like.windows(),
                List.of());
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
        calls.forEach((name, all) -> stretched.put(name, stretched(all, factor)));
        return stretched;
    }

    private static Calls stretched(Calls calls, double factor) {
        Calls other = new Calls();
        for (int call = 0; call < calls.size(); call++) {
            int start = calls.startMillis(call);
            int end = start + (int) Math.round(factor * (calls.endMillis(call) - start));
            other.add(calls.request(call), start, end, calls.ok(call), calls.message(call));
        }
        return other;
    }

    private static Settings settings(Settings of, int rounds) {
        return new Settings(
                of.targets(),
                of.workload(),
                of.timeout(),
                of.port(),
                of.settle(),
                of.strict(),
                rounds,
                4711L,
                List.of(),
                null,
                List.of(),
                new Cores.Shared(),
                List.of());
    }
}
