package weighbridge.render;

import static weighbridge.render.PageTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.ConnectionMemory;
import weighbridge.render.PageContent.Fact;
import weighbridge.render.PageTable.Cell;

/** The cards of all targets whose capacity was looked for. */
final class CapacityCards {
    private static final List<PageTable.Column> COLUMNS = List.of(
            PageTable.words("of the rate"),
            number("calls/s"),
            number("p50 ms"),
            number("p95 ms"),
            number("p99 ms"),
            number("max ms"),
            number("rss MiB"),
            number("cores"));

    private CapacityCards() {}

    static List<PageCapacityCard> of(List<TargetReport> targets) {
        return targets.stream()
                .filter(target -> target.capacity() != null)
                .map(target -> card(target, target.capacity()))
                .toList();
    }

    private static PageCapacityCard card(TargetReport target, CapacityReport capacity) {
        return new PageCapacityCard(
                target.name(),
                target.identity().version(),
                rate(capacity),
                interval(capacity),
                facts(capacity),
                new PageTable(
                        "How " + target.name() + " fares at parts of the rate: latency from the planned start",
                        COLUMNS,
                        capacity.points().stream().map(CapacityCards::row).toList()),
                capacity.remarks().stream().map(CapacityFindingWords::of).toList());
    }

    private static String rate(CapacityReport capacity) {
        if (capacity.callsPerSecond() == null) {
            return none(capacity);
        }
        return (capacity.atLeast() ? "at least " : "") + Quantity.inWords(capacity.callsPerSecond()) + " calls/s";
    }

    private static String none(CapacityReport capacity) {
        if (isByGenerator(capacity)) {
            return "not known: the generator was the limit";
        }
        if (!CapacityWords.isTried(capacity)) {
            return "not known: no rate was tried";
        }
        return CapacityWords.isUnconfirmed(capacity) ? "no rate was confirmed" : "none of the rates that were tried";
    }

    private static String interval(CapacityReport capacity) {
        String broken = capacity.high() == null
                ? null
                : (isByGenerator(capacity) ? "the generator was the limit at " : "a promise was broken at ")
                        + Quantity.inWords(capacity.high()) + " calls/s";
        if (capacity.callsPerSecond() == null) {
            return broken == null ? "" : broken;
        }
        String achieved = capacity.low() == null
                ? null
                : "each time " + Quantity.inWords(capacity.low()) + " calls/s or more were achieved";
        return Stream.of(confirmed(capacity), achieved, broken == null ? "no rate is known to break a promise" : broken)
                .filter(words -> words != null)
                .collect(Collectors.joining("; "));
    }

    private static boolean isByGenerator(CapacityReport capacity) {
        return capacity.bound() == Bound.GENERATOR;
    }

    private static String confirmed(CapacityReport capacity) {
        if (capacity.confirmed() == 0) {
            return "held in the search only and in no fresh process";
        }
        return "held in " + capacity.confirmed() + (capacity.confirmed() == 1 ? " process" : " fresh processes")
                + " for " + Quantity.inWords(capacity.confirmSeconds()) + " s"
                + (capacity.confirmed() == 1 ? "" : " each");
    }

    private static List<Fact> facts(CapacityReport capacity) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "under the promises", capacity.promises().isEmpty() ? "none" : String.join(", ", capacity.promises())));
        facts.add(new Fact("bound by", CapacityWords.binds(capacity)));
        CapacityReport.Memory memory = capacity.memory();
        if (memory != null) {
            facts.add(new Fact("rss idle", mebibytes(memory.idleRssBytes())));
            facts.add(new Fact("rss at the rate", mebibytes(memory.atRateRssBytes())));
            facts.add(new Fact("rss peak", mebibytes(memory.peakRssBytes())));
            facts.add(new Fact("rss settled", mebibytes(memory.settledRssBytes())));
        }
        Double bytes = capacity.rssBytesPer1000CallsPerSecond();
        facts.add(new Fact("rss per 1,000 calls/s", mebibytes(bytes == null ? null : Math.round(bytes))));
        facts.add(new Fact(
                "cores per 1,000 calls/s",
                Quantity.cell(capacity.coresPer1000CallsPerSecond()).text()));
        if (capacity.connections() != null) {
            facts.add(new Fact("rss per open connection", connections(capacity.connections())));
        }
        if (capacity.usl() != null) {
            facts.addAll(UslFacts.of(capacity.usl()));
        }
        facts.add(new Fact(
                "start-up",
                capacity.startupMillis() == null
                        ? Text.orNotAvailable(null)
                        : String.format(Locale.ROOT, "%,d ms", capacity.startupMillis())));
        facts.add(new Fact("found and confirmed in", Quantity.inWords(capacity.searchSeconds()) + " s"));
        return facts;
    }

    private static String mebibytes(Long bytes) {
        return Quantity.with(Quantity.mebibytes(bytes), "MiB");
    }

    private static String connections(ConnectionMemory connections) {
        return Quantity.kibibytes(connections.bytesPerConnection()) + ", standard error "
                + Quantity.kibibytes(connections.standardError()) + ", of "
                + connections.points().size() + " weighings" + (connections.told() ? "" : ": not told from none");
    }

    private static List<Cell> row(CapacityReport.Point point) {
        return List.of(
                new Cell(String.format(Locale.ROOT, "%.0f %%", 100 * point.share()), point.share()),
                Quantity.cell(point.callsPerSecond()),
                Quantity.cell(point.p50Millis()),
                Quantity.cell(point.p95Millis()),
                Quantity.cell(point.p99Millis()),
                Quantity.cell(point.maxMillis()),
                Quantity.mebibytes(point.rssBytes()),
                Quantity.cell(point.cores()));
    }
}
