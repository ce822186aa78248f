package weighbridge.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import weighbridge.analysis.Traces.RoundTrace;
import weighbridge.record.Recording;
import weighbridge.record.RoundRecord;
import weighbridge.record.RoundRecording;
import weighbridge.record.TargetRecord;

/** From a recording to what happened when. */
public final class TraceAnalysis {
    private TraceAnalysis() {}

    /** What these say; the same always give equal traces. @param report of the recording */
    public static Traces of(Report report, Recording recording) {
        Set<Integer> middleRounds =
                report.targets().stream().map(TargetReport::round).collect(Collectors.toSet());
        return of(recording, middleRounds, CapacityTrace.of(report.targets()));
    }

    /** @param middleRounds the rounds that the report shows a target of, by number */
    static Traces of(Recording recording, Set<Integer> middleRounds, List<CapacityTrace> capacities) {
        List<RoundRecord> all = recording.run().rounds();
        long startedAtMillis = Instant.parse(recording.run().startedAt()).toEpochMilli();
        int[] told = IntStream.range(0, all.size())
                .filter(index -> all.size() <= Traces.MOST_ROUNDS
                        || middleRounds.contains(all.get(index).number()))
                .toArray();
        int bursts = IntStream.of(told)
                .mapToObj(recording.rounds()::get)
                .mapToInt(round -> bursts(recording, round))
                .sum();
        List<RoundTrace> rounds = new ArrayList<>();
        for (int index : told) {
            Span span = Span.ofRound(all, index);
            RoundRecording round = recording.rounds().get(index);
            rounds.add(
                    trace(round, new TargetTracing(recording, round, span, startedAtMillis, DotChoice.most(bursts))));
        }
        return new Traces(Traces.SCHEMA, startedAtMillis, recording.samples().skipped(), rounds, capacities);
    }

    private static int bursts(Recording recording, RoundRecording round) {
        return targets(round)
                .mapToInt(target -> LoggedBurst.of(recording, round, target).size())
                .sum();
    }

    private static RoundTrace trace(RoundRecording round, TargetTracing tracing) {
        List<TargetTrace> targets = Stream.concat(targets(round).map(tracing::of), Stream.of(tracing.ofMain()))
                .toList();
        return new RoundTrace(round.round().number(), targets);
    }

    /** Without the one that ran again, which is there for the noise alone. */
    private static Stream<TargetRecord> targets(RoundRecording round) {
        return round.round().targets().stream().filter(target -> !RoundRecord.isAgain(target.name()));
    }
}
