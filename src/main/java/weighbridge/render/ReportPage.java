package weighbridge.render;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import weighbridge.analysis.Report;
import weighbridge.analysis.SloReport;
import weighbridge.analysis.TargetReport;
import weighbridge.analysis.Traces;
import weighbridge.render.Remarks.Kind;
import weighbridge.render.Sheet.*;
import weighbridge.statistics.RankInterval;
import weighbridge.text.Json;
import weighbridge.workload.BurstLoad;

/**
 * {@code report.html}: one file that needs no network. It carries {@code summary.json} and the traces, and draws its charts
 * from those two alone.
 */
public final class ReportPage {
    /** Its name. */
    public static final String FILE = "report.html";

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ReportPage() {}

    /**
     * What the template is filled with.
     *
     * @param tone a word for the style sheet: {@code good}, {@code doubt} or {@code bad}
     * @param table the main figures of each target
     * @param faults why the measurement is invalid
     * @param promises what came of each SLO
     * @param targets a section for each
     * @param run settings, machine, kernel and versions
     * @param minRounds from how many rounds on there are intervals
     * @param evidence what the kernel counted of each target's connections
     * @param capacity whether capacities were searched for
     * @param probes every load step of that search
     * @param loads what was offered over time and what was achieved; empty in a run of bursts
     * @param boxes a table for each server that was measured in several boxes
     * @param called whether there are charts of logged calls
     */
    public record Content(
            Report report,
            Traces traces,
            String tone,
            String headline,
            String when,
            Table table,
            List<String> faults,
            List<String> remarks,
            List<Fact> orders,
            Table promises,
            List<TargetPart> targets,
            List<Facts> run,
            String command,
            int minRounds,
            Table evidence,
            boolean capacity,
            Table probes,
            List<Table> loads,
            List<Table> boxes,
            boolean bursts,
            boolean called,
            Embedded embedded) {}

    /** The page of this run. @param traces of the same recording */
    public static String format(Report report, Traces traces) {
        List<CapacityCard> cards = CapacityCard.of(report.targets());
        return HtmlTemplate.fill(
                "report.ftlh",
                new Content(
                        report,
                        traces,
                        tone(report),
                        Headline.of(report),
                        WHEN.format(Instant.parse(report.run().startedAt())),
                        TargetsTable.of(report),
                        report.verdict().faults().stream().map(FindingWords::of).toList(),
                        remarks(report),
                        RoundsSection.facts(report),
                        SloSection.page(report.promises()),
                        TargetPart.of(report, cards),
                        RunSection.all(report),
                        RepeatCommand.of(report),
                        RankInterval.MIN_COUNT,
                        SocketSection.of(report.targets()),
                        !cards.isEmpty(),
                        ProbesSection.full(report.targets()),
                        LoadSection.full(report.targets()),
                        BoxesSection.of(report),
                        report.run().settings().workload() instanceof BurstLoad,
                        cards.isEmpty() || hasCalls(traces),
                        Embedded.of(SummaryJson.compact(report), Json.writeCompact(traces))));
    }

    private static boolean hasCalls(Traces traces) {
        return traces.rounds().stream()
                .flatMap(round -> round.targets().stream())
                .anyMatch(target -> !target.bursts().isEmpty());
    }

    /** Green only where all figures can be relied on. */
    static String tone(Report report) {
        boolean kept = report.promises().stream().allMatch(SloReport::kept);
        List<TargetReport> well =
                report.targets().stream().filter(TargetReport::well).toList();
        if (!kept || well.isEmpty()) {
            return "bad";
        }
        boolean whole = report.targets().stream().allMatch(ReportPage::isWhole);
        return report.verdict().valid()
                        && whole
                        && well.size() == report.targets().size()
                ? "good"
                : "doubt";
    }

    /** Of a capacity the SLO says how many calls may fail. */
    private static boolean isWhole(TargetReport target) {
        Double success = target.burst().successRatio();
        return target.capacity() == null
                ? success != null && success == 1
                : target.capacity().wellConfirmed();
    }

    /** The faults stand apart, and above them. */
    private static List<String> remarks(Report report) {
        return Remarks.of(report).stream()
                .filter(remark -> remark.kind() != Kind.NOT_VALID)
                .map(remark -> (remark.kind() == Kind.OTHER ? "" : remark.kind().title() + ": ") + remark.words())
                .toList();
    }
}
