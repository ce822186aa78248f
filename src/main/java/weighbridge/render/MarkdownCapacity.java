package weighbridge.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Memory;
import weighbridge.capacity.CapacityReport.Point;
import weighbridge.capacity.ConnectionMemory;
import weighbridge.record.SettingsRecord;

/** The capacity cards in Markdown, a row for each. */
final class MarkdownCapacity {
    private static final List<String> HEAD = List.of(
            "target",
            "holds calls/s",
            "low",
            "high",
            "bound by",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "max ms",
            "rss idle MiB",
            "at the rate",
            "peak",
            "settled",
            "MiB per 1,000 calls/s",
            "cores per 1,000 calls/s",
            "KiB per connection",
            "start-up ms",
            "url");

    private MarkdownCapacity() {}

    /** The table with lines that says what it is of. @param most characters of the rows */
    static List<String> lines(Report report, int most) {
        List<String> rows = report.targets().stream()
                .map(target -> MarkdownTable.line(cells(target)))
                .toList();
        List<String> lines = new ArrayList<>(List.of(
                MarkdownTable.line(HEAD), "| :--- | ---: | ---: | ---: | :--- |" + " ---: |".repeat(12) + " :--- |"));
        lines.addAll(MarkdownTable.fitting(rows, most));
        SettingsRecord settings = report.run().settings();
        lines.add("Each server was hammered " + LoadWords.of(settings) + ", with "
                + Markdown.text(CapacityWords.promises(settings.slo()), 1_000)
                + ". Latency is from the planned start at the rate that is held; low is the least rate that was achieved at"
                + " it, high the lowest that is not held. Where a rate is \"at least\", the generator was the limit or no"
                + " rate was found that is not held. summary.json has all probes.");
        return lines;
    }

    private static List<String> cells(TargetReport target) {
        CapacityReport card = target.capacity();
        Stream<String> figures =
                card == null ? Stream.generate(() -> Text.NOT_AVAILABLE).limit(HEAD.size() - 2) : figures(card);
        return Stream.of(
                        Stream.of(MarkdownTable.title(
                                target.name(), target.identity().version(), target.outcome(), target.reason())),
                        figures,
                        Stream.of(Markdown.code(target.identity().url(), 300)))
                .flatMap(cells -> cells)
                .toList();
    }

    private static Stream<String> figures(CapacityReport card) {
        return Stream.of(
                        Stream.of(
                                holds(card),
                                LoadText.rate(card.low()),
                                LoadText.rate(card.high()),
                                Markdown.text(CapacityWords.bound(card), 200)),
                        atRate(card),
                        memory(CapacityWords.memory(card)),
                        Stream.of(
                                LoadText.mebibytes(card.rssBytesPer1000CallsPerSecond()),
                                LoadText.cores(card.coresPer1000CallsPerSecond()),
                                connection(card.connections()),
                                Text.orNotAvailable(card.startupMillis())))
                .flatMap(cells -> cells);
    }

    private static String connection(ConnectionMemory memory) {
        return memory == null
                ? Text.NOT_AVAILABLE
                : LoadText.kibibytes(memory.bytesPerConnection()) + " ± " + LoadText.kibibytes(memory.standardError())
                        + (memory.told() ? "" : " (not told from none)");
    }

    private static String holds(CapacityReport card) {
        if (card.callsPerSecond() == null) {
            boolean known = CapacityWords.isTried(card) && !CapacityWords.isGenerators(card);
            return !known ? "not known" : CapacityWords.isUnconfirmed(card) ? "not confirmed" : "none";
        }
        return "**" + (card.atLeast() ? "at least " : "") + LoadText.rate(card.callsPerSecond()) + "**";
    }

    /** At the greatest part of the rate that was measured. */
    private static Stream<String> atRate(CapacityReport card) {
        Optional<Point> point = card.points().stream().max(Comparator.comparing(Point::share));
        return Stream.of(
                LoadText.millis(point.map(Point::p50Millis).orElse(null)),
                LoadText.millis(point.map(Point::p95Millis).orElse(null)),
                LoadText.millis(point.map(Point::p99Millis).orElse(null)),
                LoadText.millis(point.map(Point::maxMillis).orElse(null)));
    }

    private static Stream<String> memory(Memory memory) {
        return Stream.of(
                        memory.idleRssBytes(), memory.atRateRssBytes(), memory.peakRssBytes(), memory.settledRssBytes())
                .map(Text::mebibytesOrNot);
    }
}
