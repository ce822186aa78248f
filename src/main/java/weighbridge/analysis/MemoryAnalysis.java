package weighbridge.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import weighbridge.analysis.MemoryReport.LiveHeap;
import weighbridge.analysis.MemoryReport.Weight;
import weighbridge.record.Box;
import weighbridge.record.GroupMemory;
import weighbridge.record.HeapWeighing;
import weighbridge.record.RoundRecording;
import weighbridge.record.Weighing;
import weighbridge.record.Weighing.Moment;
import weighbridge.record.Window;

/** From weighings to a {@link MemoryReport}. @param name of a target, or {@link Weighing#MAIN} */
record MemoryAnalysis(RoundRecording round, String name) {
    /** Of a target. */
    MemoryReport ofTarget() {
        return report(
                weight(Moment.IDLE), weight(Moment.WARM), round.window(name).orElse(null), liveHeap());
    }

    /** Of the process that hammers, which is the same in all rounds: idle in the first, after and settled in the last. */
    static MemoryReport ofMain(List<RoundRecording> rounds) {
        Weight idle = new MemoryAnalysis(rounds.get(0), Weighing.MAIN).weight(Moment.IDLE);
        return new MemoryAnalysis(rounds.get(rounds.size() - 1), Weighing.MAIN).report(idle, null, null, null);
    }

    /** @param window null where there was none */
    private MemoryReport report(Weight idle, Weight warm, Window window, LiveHeap liveHeap) {
        Weight after = weight(Moment.AFTER);
        Long deltaRssBytes = idle == null || after == null ? null : after.rssBytes() - idle.rssBytes();
        return new MemoryReport(
                idle,
                warm,
                after,
                weight(Moment.SETTLED),
                window == null ? null : window.peakRssBytes(),
                window == null ? null : window.peakPssBytes(),
                overallPeakRssBytes(window, weight(Moment.WARM), after, weight(Moment.SETTLED)),
                deltaRssBytes,
                liveHeap,
                group(window));
    }

    private static GroupMemory group(Window window) {
        Box box = window == null ? null : window.after().evidence().box();
        return box == null ? null : box.memory();
    }

    /** What the kernel's mark missed between two resets of it is in none of these; each of them is a peak at least. */
    private Long overallPeakRssBytes(Window window, Weight warm, Weight after, Weight settled) {
        Long marked =
                round.weighing(name, Moment.SETTLED).map(Weighing::peakRssBytes).orElse(null);
        boolean lost = window != null && window.peakRssBytes() == null; // with processes that nobody saw end
        if (marked == null || lost) {
            return null;
        }
        return Stream.of(
                        marked,
                        window == null ? null : window.peakRssBytes(),
                        warm == null ? null : warm.rssBytes(),
                        after == null ? null : after.rssBytes(),
                        settled == null ? null : settled.rssBytes())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Weight weight(Moment moment) {
        return round.weighing(name, moment)
                .map(Weighing::reading)
                .map(Weight::of)
                .orElse(null);
    }

    private LiveHeap liveHeap() {
        Optional<HeapWeighing> warm = round.heap(name, Moment.WARM);
        Optional<HeapWeighing> settled = round.heap(name, Moment.SETTLED);
        Long warmBytes = warm.map(HeapWeighing::liveHeapBytes).orElse(null);
        Long settledBytes = settled.map(HeapWeighing::liveHeapBytes).orElse(null);
        Long retainedBytes = warmBytes == null || settledBytes == null ? null : settledBytes - warmBytes;
        String reason = warm.map(HeapWeighing::reason)
                .or(() -> settled.map(HeapWeighing::reason))
                .orElse(null);
        return new LiveHeap(warmBytes, settledBytes, retainedBytes, reason);
    }
}
