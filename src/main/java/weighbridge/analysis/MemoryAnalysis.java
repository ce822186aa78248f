package weighbridge.analysis;

import java.util.List;
import java.util.Optional;
import weighbridge.analysis.MemoryReport.LiveHeap;
import weighbridge.analysis.MemoryReport.Weight;
import weighbridge.record.HeapWeighing;
import weighbridge.record.RoundRecording;
import weighbridge.record.Weighing;
import weighbridge.record.Weighing.Moment;
import weighbridge.record.Window;

/** From weighings to a {@link MemoryReport}. */
final class MemoryAnalysis {
    private final RoundRecording round;
    private final String name;

    private MemoryAnalysis(RoundRecording round, String name) {
        this.round = round;
        this.name = name;
    }

    /** Of a target. */
    static MemoryReport ofTarget(RoundRecording round, String name) {
        MemoryAnalysis analysis = new MemoryAnalysis(round, name);
        return analysis.report(analysis.liveHeap());
    }

    /** Of the process that hammers, which is the same in all rounds: idle in the first, after and settled in the last. */
    static MemoryReport ofMain(List<RoundRecording> rounds) {
        MemoryAnalysis first = new MemoryAnalysis(rounds.get(0), Weighing.MAIN);
        MemoryAnalysis last = new MemoryAnalysis(rounds.get(rounds.size() - 1), Weighing.MAIN);
        return report(first.weight(Moment.IDLE), null, last, null, null);
    }

    private MemoryReport report(LiveHeap liveHeap) {
        Long peakRssBytes = round.window(name).map(Window::peakRssBytes).orElse(null);
        return report(weight(Moment.IDLE), weight(Moment.WARM), this, peakRssBytes, liveHeap);
    }

    private static MemoryReport report(
            Weight idle, Weight warm, MemoryAnalysis last, Long peakRssBytes, LiveHeap liveHeap) {
        Weight after = last.weight(Moment.AFTER);
        Long deltaRssBytes = idle == null || after == null ? null : after.rssBytes() - idle.rssBytes();
        return new MemoryReport(idle, warm, after, last.weight(Moment.SETTLED), peakRssBytes, deltaRssBytes, liveHeap);
    }

    private Weight weight(Moment moment) {
        return round.weighing(name, moment)
                .map(Weighing::reading)
                .map(reading ->
                        new Weight(reading.rssBytes(), reading.vmsBytes(), reading.pssBytes(), reading.privateBytes()))
                .orElse(null);
    }

    private LiveHeap liveHeap() {
        Optional<HeapWeighing> warm = round.heap(name, Moment.WARM);
        Optional<HeapWeighing> settled = round.heap(name, Moment.SETTLED);
        Long warmBytes = warm.map(HeapWeighing::liveHeapBytes).orElse(null);
        Long settledBytes = settled.map(HeapWeighing::liveHeapBytes).orElse(null);
        return new LiveHeap(
                warmBytes,
                settledBytes,
                warmBytes == null || settledBytes == null ? null : settledBytes - warmBytes,
                warm.map(HeapWeighing::reason)
                        .or(() -> settled.map(HeapWeighing::reason))
                        .orElse(null));
    }
}
