package weighbridge.capacity;

import java.util.List;
import org.HdrHistogram.Histogram;
import weighbridge.capacity.LoadReport.Lag;
import weighbridge.recording.Latencies.Slice;
import weighbridge.recording.ProbeRecord;

/** From a probe that has ended to what came of its load. */
public final class LoadAnalysis {
    private static final double MICROS_PER_MILLI = 1000;
    private static final double MILLIS_PER_SECOND = 1000;

    /** A shorter slice is the rest at the end, in which the last calls are awaited. */
    private static final double SHORTEST_SLICE_SECONDS = 0.5;

    private LoadAnalysis() {}

    /** What came of it. @param slices of this probe */
    public static LoadReport of(ProbeRecord probe, List<Slice> slices) {
        Answers answers = new Answers(slices);
        double seconds = Math.max(1, probe.millis()) / MILLIS_PER_SECOND;
        double inFlight = answers.totalSeconds() / seconds;
        double achieved = probe.isOpen() && probe.startMillis() > 0
                ? probe.succeeded() * MILLIS_PER_SECOND / probe.startMillis()
                : probe.succeeded() / seconds;
        return new LoadReport(
                probe.isOpen() ? "open" : "closed",
                probe.callsPerSecond(),
                probe.concurrency(),
                probe.keepAlive(),
                probe.pool(),
                probe.plannedMillis() / MILLIS_PER_SECOND,
                probe.started(),
                probe.succeeded(),
                achieved,
                Latency.of(answers.actual()),
                probe.isOpen() ? Latency.of(answers.planned()) : null,
                probe.isOpen() ? lag(answers) : null,
                probe.dry(),
                inFlight,
                probe.isOpen() && grows(slices),
                probe.isOpen() ? null : littleDeviation(answers, seconds, probe.concurrency()));
    }

    private static Lag lag(Answers answers) {
        Histogram any = answers.anyLag();
        Histogram ofGenerator = answers.lag();
        return new Lag(
                any.getValueAtPercentile(99) / MICROS_PER_MILLI,
                any.getMaxValue() / MICROS_PER_MILLI,
                ofGenerator.getTotalCount() == 0 ? null : ofGenerator.getValueAtPercentile(99) / MICROS_PER_MILLI);
    }

    /**
     * Whether more and more calls were under way or waited for their turn: by Little's law their mean number in a slice is the sum
     * of their latencies from the planned start ÷ its length. Those of the last third are held against those of the first; less than two
     * more, or twice as many, is the noise of a server that holds.
     */
    private static boolean grows(List<Slice> slices) {
        List<Slice> whole = slices.stream()
                .filter(slice -> slice.seconds() >= SHORTEST_SLICE_SECONDS)
                .toList();
        if (whole.size() < 2) {
            return false;
        }
        int third = Math.max(1, whole.size() / 3);
        double first = waiting(whole.subList(0, third));
        double last = waiting(whole.subList(whole.size() - third, whole.size()));
        return last > 2 * first + 2;
    }

    private static double waiting(List<Slice> slices) {
        Answers answers = new Answers(slices);
        double seconds = slices.stream().mapToDouble(Slice::seconds).sum();
        return Answers.seconds(answers.planned()) / seconds;
    }

    /** |X·R − N| ÷ N, X over the calls that ended and R their mean latency (Little 1961). */
    private static double littleDeviation(Answers answers, double seconds, int users) {
        return Math.abs(answers.totalSeconds() / seconds - users) / users;
    }
}
