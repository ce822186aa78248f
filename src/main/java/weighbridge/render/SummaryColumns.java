package weighbridge.render;

import java.util.List;
import weighbridge.figure.Figure;

/** Which figures the summary table shows, and what they are. */
final class SummaryColumns {
    static final List<Figure> FIGURES = List.of(
            Figure.SUCCESS_RATIO,
            Figure.SECONDS_PER_CALL,
            Figure.P50_MILLIS,
            Figure.P95_MILLIS,
            Figure.P99_MILLIS,
            Figure.IDLE_RSS_BYTES,
            Figure.PEAK_RSS_BYTES,
            Figure.SETTLED_RSS_BYTES,
            Figure.CPU_SECONDS_PER_1000_CALLS,
            Figure.STARTUP_MILLIS);

    static final List<SummaryTable.Column> ALL = FIGURES.stream()
            .map(figure -> new SummaryTable.Column(
                    figure.key(), FigureCells.title(figure), explanation(figure), figure.isMoreBetter()))
            .toList();

    private SummaryColumns() {}

    private static String explanation(Figure figure) {
        return switch (figure) {
            case SUCCESS_RATIO -> "The part of the calls that were answered as expected and in time.";
            case SECONDS_PER_CALL ->
                "From the start of the first call to the end of the last one, divided by the number of calls.";
            case P50_MILLIS -> "Half of the calls that succeeded took no longer than this.";
            case P95_MILLIS -> "95 of 100 calls that succeeded took no longer than this.";
            case P99_MILLIS -> "99 of 100 calls that succeeded took no longer than this.";
            case IDLE_RSS_BYTES -> "Resident memory of the server and its children, ready and before any load.";
            case PEAK_RSS_BYTES ->
                "The most resident memory during the measured calls, as the operating system's high-water mark has it.";
            case SETTLED_RSS_BYTES ->
                "Resident memory after the load, a quiet time and, of a JVM, a garbage collection.";
            case CPU_SECONDS_PER_1000_CALLS ->
                "Processor time of the server and its children for each 1,000 calls that were answered in time.";
            case STARTUP_MILLIS -> "From the start of the process to its first right answer.";
            default -> throw new IllegalArgumentException(figure + " is no column");
        };
    }
}
