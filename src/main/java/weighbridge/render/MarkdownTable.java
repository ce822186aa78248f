package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.render.SummaryTable.Cell;
import weighbridge.render.SummaryTable.Column;
import weighbridge.render.SummaryTable.Row;

/** Tables in Markdown. */
final class MarkdownTable {
    private MarkdownTable() {}

    /** The summary table with a line that says what its marks mean. @param most characters of the rows */
    static List<String> lines(SummaryTable table, int most) {
        List<String> head = Stream.of(
                        Stream.of("target"), table.columns().stream().map(Column::label), Stream.of("url"))
                .flatMap(labels -> labels)
                .toList();
        List<String> rows = table.rows().stream().map(row -> line(cells(row))).toList();
        List<String> lines =
                new ArrayList<>(List.of(line(head), rule(table.columns().size())));
        lines.addAll(fitting(rows, most));
        lines.add((table.isMarked() ? "**Bold** is best, **bold** = is a tie for it. " : "")
                + Markdown.text(table.note(), 2_000));
        return lines;
    }

    /** As many rows of targets as there is room for, and what ends them. @param most characters of them */
    static List<String> fitting(List<String> rows, int most) {
        int fitting = Room.fitting(rows, most);
        List<String> lines = new ArrayList<>(rows.subList(0, fitting));
        lines.add("");
        if (fitting < rows.size()) {
            lines.add((rows.size() - fitting) + " of " + rows.size()
                    + " targets are left out here; summary.txt and targets.csv have all of them.");
            lines.add("");
        }
        return lines;
    }

    /** A row of cells that hold no line break and no pipe. */
    static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String rule(int figures) {
        return "| :--- | " + "---: | ".repeat(figures) + ":--- |";
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(List.of(title(row.name(), row.version(), row.outcome(), row.reason())));
        row.cells().forEach(cell -> cells.add(marked(cell)));
        cells.add(Markdown.code(row.url(), 300));
        return cells;
    }

    /** Of a target, with what came of it where it was not measured. @param reason null of none */
    static String title(String name, String version, String outcome, String reason) {
        String title = Markdown.text(name, 200) + " " + Markdown.text(version, 150);
        return outcome.equals("measured")
                ? title
                : title + ", " + Markdown.text(outcome + (reason == null ? "" : ": " + firstLine(reason)), 200);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String marked(Cell cell) {
        return switch (cell.mark()) {
            case BEST -> "**" + cell.text() + "**";
            case TIE -> "**" + cell.text() + "** =";
            case NONE -> cell.text();
        };
    }
}
