package weighbridge.render;

import static weighbridge.render.PageTable.cell;
import static weighbridge.render.PageTable.number;
import static weighbridge.render.PageTable.words;

import java.util.List;
import java.util.stream.Collectors;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.Latency;
import weighbridge.capacity.LoadReport;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.StepVerdict;
import weighbridge.render.PageTable.Cell;

/** Every load that a capacity was looked for with. */
final class PageProbeTable {
    private static final List<PageTable.Column> COLUMNS = List.of(
            words("target"),
            number("probe"),
            words("for"),
            words("came of it"),
            number("processes"),
            number("offered calls/s"),
            number("users"),
            number("seconds"),
            number("achieved calls/s"),
            number("calls"),
            number("failed %"),
            number("p50 ms"),
            number("p99 ms"),
            number("max ms"),
            number("lag p99 ms"),
            number("late for want of a user"),
            number("in flight"),
            number("cores"),
            number("cores of main"),
            number("rss MiB"),
            number("rss peak MiB"),
            words("why"));

    private PageProbeTable() {}

    /** In the order in which they were made, target by target. */
    static PageTable of(List<TargetReport> targets) {
        return new PageTable(
                "Every probe; a button in the head of a column sorts by it",
                COLUMNS,
                targets.stream()
                        .filter(target -> target.capacity() != null)
                        .flatMap(target -> target.capacity().probes().stream().map(probe -> row(target.name(), probe)))
                        .toList());
    }

    private static List<Cell> row(String name, ProbeReport probe) {
        LoadReport load = probe.load();
        Latency latency = load.plannedLatencyMillis() == null ? load.latencyMillis() : load.plannedLatencyMillis();
        return List.of(
                cell(name),
                Quantity.count(probe.number()),
                cell(probe.purpose().label()),
                cell(word(probe.verdict())),
                Quantity.count(probe.round()),
                Quantity.cell(load.offeredCallsPerSecond()),
                load.concurrency() == null ? Quantity.cell(null) : Quantity.count(load.concurrency()),
                Quantity.cell(load.seconds()),
                Quantity.cell(load.achievedCallsPerSecond()),
                Quantity.count(load.calls()),
                Quantity.percent(load.errorRatio()),
                Quantity.cell(latency == null ? null : latency.p50()),
                Quantity.cell(latency == null ? null : latency.p99()),
                Quantity.cell(latency == null ? null : latency.max()),
                Quantity.cell(load.lag() == null ? null : load.lag().p99()),
                Quantity.count(load.poolDryCalls()),
                Quantity.cell(load.inFlight()),
                Quantity.cell(probe.cores()),
                Quantity.cell(probe.generatorCores()),
                Quantity.mebibytes(probe.rssBytes()),
                Quantity.mebibytes(probe.peakRssBytes()),
                cell(probe.reasons().stream().map(CapacityFindingWords::of).collect(Collectors.joining("; "))));
    }

    /** The same words as in the pictures. */
    private static String word(StepVerdict verdict) {
        return switch (verdict) {
            case KEPT -> "kept";
            case BROKEN -> "broken";
            case INCONCLUSIVE -> "generator";
            case UNJUDGED -> "not judged";
        };
    }
}
