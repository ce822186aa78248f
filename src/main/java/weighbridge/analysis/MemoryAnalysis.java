package weighbridge.analysis;

import java.util.Optional;
import weighbridge.analysis.MemoryReport.LiveHeap;
import weighbridge.analysis.MemoryReport.Weight;
import weighbridge.recording.HeapWeighing;
import weighbridge.recording.Recording;
import weighbridge.recording.Weighing;
import weighbridge.recording.Weighing.Moment;
import weighbridge.recording.Window;

/** From weighings to a {@link MemoryReport}. */
final class MemoryAnalysis {
    private final Recording recording;
    private final String name;

    private MemoryAnalysis(Recording recording, String name) {
        this.recording = recording;
        this.name = name;
    }

    /** Of a target. */
    static MemoryReport ofTarget(Recording recording, String name) {
        MemoryAnalysis analysis = new MemoryAnalysis(recording, name);
        return analysis.report(analysis.liveHeap());
    }

    /** Of the process that hammers. */
    static MemoryReport ofMain(Recording recording) {
        return new MemoryAnalysis(recording, Weighing.MAIN).report(null);
    }

    private MemoryReport report(LiveHeap liveHeap) {
        Weight idle = weight(Moment.IDLE);
        Weight after = weight(Moment.AFTER);
        return new MemoryReport(
                idle,
                weight(Moment.WARM),
                after,
                weight(Moment.SETTLED),
                recording.window(name).map(Window::peakRssBytes).orElse(null),
                idle == null || after == null ? null : after.rssBytes() - idle.rssBytes(),
                liveHeap);
    }

    private Weight weight(Moment moment) {
        return recording
                .weighing(name, moment)
                .map(Weighing::reading)
                .map(reading ->
                        new Weight(reading.rssBytes(), reading.vmsBytes(), reading.pssBytes(), reading.privateBytes()))
                .orElse(null);
    }

    private LiveHeap liveHeap() {
        Optional<HeapWeighing> warm = recording.heap(name, Moment.WARM);
        Optional<HeapWeighing> settled = recording.heap(name, Moment.SETTLED);
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
