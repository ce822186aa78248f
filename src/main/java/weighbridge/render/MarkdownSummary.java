package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.Report;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Steady;
import weighbridge.workload.Workload;

/**
 * {@code summary.md}: the run as a comment in a review shows it. GitHub takes under 65,536 characters, so each part has a
 * room of its own; what does not fit is counted, with the file that has it.
 */
public final class MarkdownSummary {
    private final StringBuilder text = new StringBuilder();

    private MarkdownSummary() {}

    /** The report as Markdown, each line ended by \n, in under 60,000 characters. */
    public static String format(Report report) {
        MarkdownSummary summary = new MarkdownSummary();
        summary.part(List.of("## Weighbridge", "", Markdown.text(Headline.of(report), 2_000)));
        summary.tables(report);
        summary.titled("Orders", orders(report));
        summary.titled("Promises", MarkdownPromises.lines(report.promises(), 6_000));
        summary.titled("Remarks", MarkdownRemarks.lines(report, 4_000, 9_000));
        summary.titled("What was run", MarkdownRun.lines(report, 600));
        summary.titled("Again", again(report));
        return summary.text.toString();
    }

    private void tables(Report report) {
        Workload workload = report.run().settings().workload();
        if (workload instanceof CapacitySearch) {
            part(MarkdownCapacity.lines(report, 24_000));
        } else if (workload instanceof Steady) {
            part(MarkdownLoad.lines(report, 10_000));
            part(MarkdownTable.lines(SummaryTable.of(report), 14_000));
        } else {
            part(MarkdownTable.lines(SummaryTable.of(report), 24_000));
        }
    }

    private void titled(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            part(List.of("### " + title));
            part(lines);
        }
    }

    private void part(List<String> lines) {
        text.append(text.isEmpty() ? "" : "\n").append(String.join("\n", lines)).append('\n');
    }

    private static List<String> orders(Report report) {
        List<String> lines = new ArrayList<>();
        report.ranking().stream().filter(ranking -> ranking.reason() == null).forEach(ranking -> {
            String label = ranking.figure().label();
            lines.add("By " + label + ": " + RoundsTable.words(ranking));
            lines.addAll(RoundsTable.left(ranking, "Not in the order by " + label));
        });
        lines.addAll(RoundsTable.withoutOrder(report));
        return Room.fit(
                lines.stream().map(line -> "- " + Markdown.text(line, 1_000)).toList(),
                5_000,
                "- %d more lines about orders are left out here; summary.txt has all of them.");
    }

    /** A command that was cut would be another one. */
    private static List<String> again(Report report) {
        String command = RepeatCommand.of(report).replaceAll("[\\p{Cs}\\uFFFE\\uFFFF]", "?");
        return command.length() > 3_000
                ? List.of("The command that makes this run again is too long for here; run.json has its settings.")
                : List.of(Markdown.fenced("sh", command));
    }
}
