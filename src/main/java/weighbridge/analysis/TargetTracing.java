package weighbridge.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import weighbridge.analysis.TargetTrace.MomentTrace;
import weighbridge.record.HeapWeighing;
import weighbridge.record.Recording;
import weighbridge.record.RoundRecording;
import weighbridge.record.TargetRecord;
import weighbridge.record.Weighing;
import weighbridge.record.Window;

/**
 * From a round of a recording to what happened to each process tree.
 *
 * @param span which samples are of the round
 * @param startedAtMillis start of the run, time of the run, ms since 1970
 * @param mostDots of a burst
 */
record TargetTracing(Recording recording, RoundRecording round, Span span, long startedAtMillis, int mostDots) {
    TargetTrace of(TargetRecord target) {
        String name = target.name();
        Phases phases = new Phases(recording.run().settings(), round, name, startedAtMillis);
        Long peakRssBytes = round.window(name).map(Window::peakRssBytes).orElse(null);
        List<BurstTrace> bursts = LoggedBurst.of(recording, round, target).stream()
                .map(this::trace)
                .toList();
        return trace(name, phases.traces(), peakRssBytes, bursts);
    }

    TargetTrace ofMain() {
        return trace(Weighing.MAIN, List.of(), null, List.of());
    }

    private TargetTrace trace(
            String name, List<TargetTrace.PhaseTrace> phases, Long peakRssBytes, List<BurstTrace> bursts) {
        List<Weighing> weighings = round.round().weighings().stream()
                .filter(weighing -> weighing.name().equals(name))
                .sorted(Comparator.comparingLong(Weighing::atMillis))
                .toList();
        ProcessTracks tracks = new ProcessTracks(recording.samples().of(name), span, startedAtMillis);
        return new TargetTrace(
                name,
                phases,
                tracks.count(),
                tracks.rssBytes(weighings),
                tracks.cores(),
                weighings.stream().map(this::moment).toList(),
                peakRssBytes,
                bursts);
    }

    private MomentTrace moment(Weighing weighing) {
        return new MomentTrace(
                weighing.moment().name().toLowerCase(Locale.ROOT),
                weighing.atMillis() - startedAtMillis,
                weighing.reading().rssBytes(),
                weighing.reading().pssBytes(),
                weighing.reading().privateBytes(),
                round.heap(weighing.name(), weighing.moment())
                        .map(HeapWeighing::liveHeapBytes)
                        .orElse(null));
    }

    private BurstTrace trace(LoggedBurst burst) {
        BurstCalls calls = new BurstCalls(burst.calls());
        long fromMillis = recording.callsStartedAtMillis() + calls.firstMillis() - startedAtMillis;
        return new BurstTrace(
                burst.kind().label(),
                fromMillis,
                fromMillis + calls.lastMillis(),
                calls.size(),
                recording.run().settings().timeoutMillis(),
                calls.causes(),
                BurstRates.of(calls),
                InFlight.of(calls, fromMillis),
                DotChoice.of(calls, mostDots),
                LatencyCurve.of(calls.latenciesMillis(true)),
                LatencyCurve.of(calls.latenciesMillis(false)));
    }
}
