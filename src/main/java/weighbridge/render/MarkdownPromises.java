package weighbridge.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import weighbridge.analysis.PromiseReport;

/** Promises in Markdown, those that were not kept first. */
final class MarkdownPromises {
    private MarkdownPromises() {}

    /** None where nothing was promised. @param most characters of the rows */
    static List<String> lines(List<PromiseReport> promises, int most) {
        if (promises.isEmpty()) {
            return List.of();
        }
        List<String> rows = promises.stream()
                .sorted(Comparator.comparing(MarkdownPromises::place))
                .map(MarkdownPromises::row)
                .toList();
        int fitting = Room.fitting(rows, most);
        List<String> lines =
                new ArrayList<>(List.of("| | target | promise | measured |", "| :--- | :--- | :--- | :--- |"));
        lines.addAll(rows.subList(0, fitting));
        if (fitting < rows.size()) {
            lines.add("");
            lines.add((rows.size() - fitting) + " of " + rows.size()
                    + " promises are left out here; summary.txt has all of them.");
        }
        return lines;
    }

    private static int place(PromiseReport promise) {
        return promise.kept() ? 2 : promise.known() ? 0 : 1;
    }

    private static String row(PromiseReport promise) {
        String outcome = promise.known() ? PromiseLines.value(promise) : promise.reason();
        return MarkdownTable.line(List.of(
                promise.kept() ? "kept" : promise.known() ? "**broken**" : "**not known**",
                Markdown.text(promise.target(), 200),
                Markdown.text(promise.condition(), 200),
                Markdown.text(outcome.lines().findFirst().orElse(""), 300)));
    }
}
