package weighbridge.render;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import weighbridge.analysis.PromiseReport;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.analysis.Traces;
import weighbridge.render.PageContent.PromiseLine;
import weighbridge.render.Remarks.Kind;
import weighbridge.statistics.RankInterval;
import weighbridge.text.Json;
import weighbridge.workload.BurstLoad;

/**
 * {@code report.html}: one file that needs no network and opens by itself. It carries {@code summary.json} and the traces, and
 * draws its charts from those two alone.
 */
public final class ReportPage {
    /** Its name. */
    public static final String FILE = "report.html";

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** In the order in which each builds on those before it. */
    private static final List<String> SCRIPTS = List.of(
            "element.js",
            "format.js",
            "theme.js",
            "chart.js",
            "track.js",
            "moment.js",
            "memory-chart.js",
            "overview-chart.js",
            "latency-parts.js",
            "percentile-chart.js",
            "histogram-chart.js",
            "scatter-chart.js",
            "failures-chart.js",
            "rounds-chart.js",
            "capacity-chart.js",
            "usl-chart.js",
            "sort.js",
            "run.js",
            "capacity-section.js",
            "memory-section.js",
            "latency-section.js",
            "main.js");

    private ReportPage() {}

    /** The page of this run. @param traces of the same recording */
    public static String format(Report report, Traces traces) {
        String style = Embedded.file("page.css");
        List<String> scripts = List.of(Embedded.file("echarts.common.min.js"), script());
        List<CapacityCard> cards = CapacityCard.of(report.targets());
        return HtmlTemplate.fill(
                "report.ftlh",
                new PageContent(
                        report.run().id(),
                        tone(report),
                        Headline.of(report),
                        WHEN.format(Instant.parse(report.run().startedAt())),
                        SummarySection.page(report),
                        report.verdict().faults().stream().map(FindingWords::of).toList(),
                        remarks(report),
                        RoundsSection.facts(report),
                        report.promises().stream().map(ReportPage::promise).toList(),
                        RunSection.settings(report).facts(),
                        RunSection.machine(report.run().environment()).facts(),
                        RunSection.kernel(report.run().environment()).facts(),
                        RunSection.versions(report).facts(),
                        RepeatCommand.of(report),
                        report.run().complete(),
                        report.rounds().count() >= RankInterval.MIN_COUNT,
                        roundsNote(report),
                        SocketEvidence.of(report.targets()),
                        cards,
                        ProbesSection.full(report.targets()),
                        LoadSection.full(report.targets()),
                        report.run().settings().workload() instanceof BurstLoad,
                        cards.isEmpty() || hasCalls(traces),
                        report.schema(),
                        traces.schema(),
                        Embedded.json(SummaryJson.compact(report)),
                        Embedded.json(Json.writeCompact(traces)),
                        style,
                        scripts,
                        Embedded.policy(scripts, style)));
    }

    private static String script() {
        return SCRIPTS.stream()
                .map(Embedded::file)
                .map(Embedded::withoutComments)
                .collect(Collectors.joining("\n", "(() => {\n\"use strict\";\n", "})();\n"));
    }

    private static boolean hasCalls(Traces traces) {
        return traces.rounds().stream()
                .flatMap(round -> round.targets().stream())
                .anyMatch(target -> !target.bursts().isEmpty());
    }

    private static String tone(Report report) {
        boolean kept = report.promises().stream().allMatch(PromiseReport::kept);
        if (!kept || !report.targets().stream().allMatch(TargetReport::well)) {
            return "bad";
        }
        boolean whole = report.targets().stream()
                .allMatch(target ->
                        target.burst().successRatio() != null && target.burst().successRatio() == 1);
        return report.verdict().valid() && whole ? "good" : "doubt";
    }

    /** The faults stand apart, and above them. */
    private static List<String> remarks(Report report) {
        return Remarks.of(report).stream()
                .filter(remark -> remark.kind() != Kind.NOT_VALID)
                .map(remark -> remark.kind() == Kind.OTHER
                        ? remark.words()
                        : remark.kind().title() + ": " + remark.words())
                .toList();
    }

    private static PromiseLine promise(PromiseReport promise) {
        return new PromiseLine(
                promise.target(),
                promise.condition(),
                promise.known() ? PromisesSection.value(promise) : "n/a: " + promise.reason(),
                PromisesSection.verdict(promise));
    }

    private static String roundsNote(Report report) {
        int rounds = report.rounds().count();
        String dots = "Each dot is one round of fresh processes; the bar is the median. ";
        return rounds < RankInterval.MIN_COUNT
                ? dots + "Under " + RankInterval.MIN_COUNT
                        + " rounds there is no interval and no noise to hold a difference"
                        + " against: make them with -Drounds=" + RankInterval.MIN_COUNT + "."
                : dots
                        + "The whiskers are the 95 % interval for the median by ranks. The band around it is the noise of this"
                        + " run: so far a target that ran twice lay apart from itself. Medians that differ by less are a tie; those that"
                        + " differ by more are told apart only where the rounds, compared one by one, agree, as the orders above say. Where no band"
                        + " is drawn too few of its rounds could be held against each other.";
    }
}
