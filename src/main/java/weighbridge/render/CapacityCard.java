package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Memory;
import weighbridge.capacity.CapacityReport.Point;
import weighbridge.capacity.ConnectionMemory;
import weighbridge.text.Fault;

/** What a target holds and what that costs, as the console shows it. */
final class CapacityCard {
    private static final String INDENT = "    ";

    private final TargetReport target;
    private final CapacityReport card;

    private CapacityCard(TargetReport target) {
        this.target = target;
        this.card = target.capacity();
    }

    /** With the target's title above. @param target with a capacity */
    static List<String> lines(TargetReport target) {
        CapacityCard card = new CapacityCard(target);
        List<String> below = new ArrayList<>();
        below.add("bound by " + CapacityWords.bound(card.card));
        below.addAll(card.points());
        below.add(card.memory());
        below.add(card.costs());
        below.addAll(UslLine.of(card.card.usl()).stream().toList());
        card.card
                .remarks()
                .forEach(remark -> below.add("Remark: " + Fault.oneLine(CapacityFindingWords.of(remark), 400)));
        below.add("found in " + LoadText.seconds(card.card.searchSeconds()) + " s, with "
                + Headline.count(card.card.probes().size(), "probe"));
        List<String> lines = new ArrayList<>(List.of(target.title()));
        below.forEach(line -> lines.add(INDENT + line));
        return lines;
    }

    private List<String> points() {
        if (card.points().isEmpty()) {
            return List.of();
        }
        Table table = new Table(
                card.points().stream()
                        .mapToInt(point -> title(point).length())
                        .max()
                        .orElse(0),
                List.of("p50", "p95", "p99", "max", "rss", "cores"));
        card.points().forEach(point -> table.add(title(point), cells(point)));
        List<String> lines = new ArrayList<>(List.of("latency from the planned start in ms, resident memory in MiB:"));
        lines.addAll(table.lines());
        return lines;
    }

    private static String title(Point point) {
        return String.format(Locale.ROOT, "%3.0f %%  ", 100 * point.share())
                + LoadText.callsPerSecond(point.callsPerSecond());
    }

    private static List<String> cells(Point point) {
        return List.of(
                LoadText.millis(point.p50Millis()),
                LoadText.millis(point.p95Millis()),
                LoadText.millis(point.p99Millis()),
                LoadText.millis(point.maxMillis()),
                Text.mebibytesOrNot(point.rssBytes()),
                LoadText.cores(point.cores()));
    }

    private String memory() {
        Memory memory = CapacityWords.memory(card);
        return "memory in MiB: idle " + Text.mebibytesOrNot(memory.idleRssBytes()) + ", at the rate "
                + Text.mebibytesOrNot(memory.atRateRssBytes()) + ", peak "
                + Text.mebibytesOrNot(memory.peakRssBytes()) + ", settled "
                + Text.mebibytesOrNot(memory.settledRssBytes());
    }

    private String costs() {
        return "per 1,000 calls/s: " + LoadText.mebibytes(card.rssBytesPer1000CallsPerSecond()) + " MiB, "
                + LoadText.cores(card.coresPer1000CallsPerSecond()) + " cores; per open connection: "
                + connection(card.connections()) + "; start-up "
                + (card.startupMillis() == null ? Text.NOT_AVAILABLE : card.startupMillis() + " ms");
    }

    /** In ASCII, for a console may know nothing else. */
    private static String connection(ConnectionMemory memory) {
        return memory == null
                ? Text.NOT_AVAILABLE
                : LoadText.kibibytes(memory.bytesPerConnection()) + " +- " + LoadText.kibibytes(memory.standardError())
                        + " KiB" + (memory.told() ? "" : ", not told from none");
    }
}
