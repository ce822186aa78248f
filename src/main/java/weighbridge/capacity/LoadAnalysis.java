package weighbridge.capacity;

import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;
import weighbridge.capacity.LoadReport.Lag;
import weighbridge.record.Latencies.Slice;
import weighbridge.record.ProbeRecord;
import weighbridge.statistics.Medians;

/** From a probe that has ended to what came of its load. */
public final class LoadAnalysis {
    private static final double MICROS_PER_MILLI = 1000;
    private static final double MILLIS_PER_SECOND = 1000;

    /** A shorter slice is the rest at the end, in which the last calls are awaited. */
    private static final double SHORTEST_SLICE_SECONDS = 0.5;

    private static final int LEAST_SLICES = 9;

    /** Of the calls between its thirds a load leaves so many behind where a queue grows. */
    private static final double LEFT_BEHIND = 0.001;

    private LoadAnalysis() {}

    /** What came of it. @param slices of this probe */
    public static LoadReport of(ProbeRecord probe, List<Slice> slices) {
        Answers answers = new Answers(slices);
        // The last of few calls ends long before the time is over that it stands for: 1 call/s for 1 s is one call.
        double seconds = Math.max(1, probe.isOpen() ? Math.max(probe.startMillis(), probe.millis()) : probe.millis())
                / MILLIS_PER_SECOND;
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
                probe.isOpen() && grows(slices, probe.callsPerSecond()),
                probe.isOpen() ? null : littleDeviation(answers, seconds, probe.concurrency()),
                probe.calls() == null ? null : probe.calls().logged());
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
     * of their latencies from the planned start ÷ its length. Of each third of the load the slice in the middle counts, so that a moment in
     * which the machine stood still is no growth; the thirds have to grow one after the other, and the last to be more than twice the first
     * and two. And from the first to the last more than {@value #LEFT_BEHIND} of the calls between them have to be left behind: a queue that a
     * server cannot get done grows by as much, one that a slower moment of the machine lengthens does not. In less than
     * {@value #LEAST_SLICES} slices nothing of that can be seen.
     */
    private static boolean grows(List<Slice> slices, double callsPerSecond) {
        List<Slice> whole = slices.stream()
                .filter(slice -> slice.seconds() >= SHORTEST_SLICE_SECONDS)
                .toList();
        double[] waiting = whole.stream()
                .mapToDouble(slice -> Answers.seconds(slice.planned()) / slice.seconds())
                .toArray();
        if (waiting.length < LEAST_SLICES) {
            return false;
        }
        int third = waiting.length / 3;
        double first = Medians.median(Arrays.copyOfRange(waiting, 0, third));
        double middle = Medians.median(Arrays.copyOfRange(waiting, third, waiting.length - third));
        double last = Medians.median(Arrays.copyOfRange(waiting, waiting.length - third, waiting.length));
        double seconds = whole.stream().mapToDouble(Slice::seconds).sum() * (waiting.length - third) / waiting.length;
        boolean leftBehind = last - first > LEFT_BEHIND * callsPerSecond * seconds;
        return first < middle && middle < last && last > 2 * first + 2 && leftBehind;
    }

    /** |X·R − N| ÷ N, X over the calls that ended and R their mean latency (Little 1961). */
    private static double littleDeviation(Answers answers, double seconds, int users) {
        return Math.abs(answers.totalSeconds() / seconds - users) / users;
    }
}
