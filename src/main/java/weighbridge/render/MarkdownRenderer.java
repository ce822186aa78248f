package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import weighbridge.render.Sheet.*;
import weighbridge.text.ForeignText;

/**
 * A sheet in Markdown, as a comment in a review shows it. GitHub takes under 65,536 characters, so each part has a limit of
 * its own; what does not fit is counted, with the file that has it.
 */
final class MarkdownRenderer {
    private static final int MOST_CHARS_OF_TARGETS = 24_000;
    private static final int MOST_CHARS_OF_LOADS = 10_000;
    private static final int MOST_CHARS_OF_PROMISES = 6_000;
    private static final int MOST_CHARS_OF_LINES = 5_000;
    private static final int MOST_CHARS_OF_COMMAND = 3_000;
    private static final int MOST_OPEN_FACTS = 8;
    private static final int MOST_CHARS_OF_OPEN_FACTS = 4_000;
    private static final int MOST_CHARS_OF_FOLDED_FACTS = 9_000;

    private final StringBuilder text = new StringBuilder();

    private MarkdownRenderer() {}

    /** The sheet, each line ended by \n, in under 60,000 characters. */
    static String format(Sheet sheet) {
        MarkdownRenderer markdown = new MarkdownRenderer();
        markdown.append(List.of("## Weighbridge", "", Markdown.text(sheet.headline(), 2_000)));
        boolean loads = sheet.sections().stream().anyMatch(section -> section.kind() == Kind.LOAD);
        for (Section section : sheet.sections()) {
            if (!section.title().isEmpty()) {
                markdown.append(List.of("### " + section.title()));
            }
            section.parts().forEach(part -> markdown.append(lines(section.kind(), part, loads)));
        }
        return markdown.text.toString();
    }

    private void append(List<String> lines) {
        text.append(text.isEmpty() ? "" : "\n").append(String.join("\n", lines)).append('\n');
    }

    private static List<String> lines(Kind kind, Part part, boolean loads) {
        if (part instanceof Table table) {
            return table(kind, table, loads);
        }
        if (part instanceof Facts facts) {
            return facts(kind, facts);
        }
        return part instanceof Lines lines ? list(lines) : command((Code) part);
    }

    private static List<String> table(Kind kind, Table table, boolean loads) {
        List<String> lines = new ArrayList<>();
        lines.add(row(table.columns().stream().map(Column::label).toList()).replace("|  |", "| |"));
        lines.add(row(table.columns().stream()
                .map(column -> column.isNumber() ? "---:" : ":---")
                .toList()));
        List<String> rows = table.rows().stream().map(row -> row(table, row)).toList();
        int fitting = fitting(rows, most(kind, loads));
        lines.addAll(rows.subList(0, fitting));
        if (fitting < rows.size()) {
            lines.add("");
            lines.add((rows.size() - fitting) + " of " + rows.size()
                    + (kind == Kind.PROMISES
                            ? " SLOs are left out here; summary.txt has all of them."
                            : " targets are left out here; summary.txt and targets.csv have all of them."));
        }
        if (!table.notes().isEmpty()) {
            lines.add("");
            String legend = table.isMarked() ? "**Bold** is best, **bold** = is a tie for it. " : "";
            lines.add(legend + Markdown.text(String.join(" ", table.notes()), 2_000));
        }
        return lines;
    }

    private static int most(Kind kind, boolean loads) {
        return switch (kind) {
            case PROMISES -> MOST_CHARS_OF_PROMISES;
            case LOAD -> MOST_CHARS_OF_LOADS;
            default -> MOST_CHARS_OF_TARGETS - (loads ? MOST_CHARS_OF_LOADS : 0);
        };
    }

    private static String row(Table table, List<Cell> row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            cells.add(cell(table.columns().get(column).holds(), row.get(column)));
        }
        return row(cells);
    }

    /** Of cells that hold no line break and no pipe. */
    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cell(Content holds, Cell cell) {
        if (holds == Content.CODE) {
            return Markdown.code(cell.text(), 300);
        }
        String words = holds == Content.NUMBER || cell.detail().isEmpty()
                ? Markdown.text(cell.text(), 200)
                : Markdown.text(cell.text(), 200) + " " + Markdown.text(cell.detail(), 150);
        String note = cell.note().isEmpty() ? "" : ", " + Markdown.text(cell.note(), 200);
        return switch (cell.mark()) {
            case BEST, STRONG -> "**" + words + "**";
            case TIE -> "**" + words + "** =";
            case NONE -> words + note;
        };
    }

    /** A list, of which what is long is folded. */
    private static List<String> facts(Kind kind, Facts facts) {
        int most = kind == Kind.REMARKS ? 400 : 600;
        List<String> all = facts.facts().stream().map(fact -> line(fact, most)).toList();
        int open = Math.min(MOST_OPEN_FACTS, fitting(all, MOST_CHARS_OF_OPEN_FACTS));
        List<String> lines = new ArrayList<>(all.subList(0, open));
        List<String> rest = all.subList(open, all.size());
        if (!rest.isEmpty()) {
            // The empty lines make what stands between the tags Markdown again.
            lines.addAll(List.of("", "<details><summary>" + rest.size() + " more</summary>", ""));
            lines.addAll(fit(rest, MOST_CHARS_OF_FOLDED_FACTS, "remarks"));
            lines.addAll(List.of("", "</details>"));
        }
        return lines;
    }

    private static String line(Fact fact, int most) {
        return "- **" + fact.name() + ":** "
                + (fact.holds() == Content.CODE
                        ? Markdown.code(fact.value(), most)
                        : Markdown.text(fact.value(), most));
    }

    private static List<String> list(Lines lines) {
        List<String> all = lines.lines().stream()
                .map(line -> "- " + Markdown.text(line, 1_000))
                .toList();
        return fit(all, MOST_CHARS_OF_LINES, "lines about orders");
    }

    /** A command that was cut would be another one. */
    private static List<String> command(Code code) {
        String command = ForeignText.whole(code.text()).replaceAll("[\\uFFFE\\uFFFF]", "?");
        return command.length() > MOST_CHARS_OF_COMMAND
                ? List.of("The command that makes this run again is too long for here; run.json has its settings.")
                : List.of(Markdown.fenced(code.language(), command));
    }

    /** The first of the lines, and behind them, where not all fit, a line that says so. */
    private static List<String> fit(List<String> lines, int most, String what) {
        if (fitting(lines, most) == lines.size()) {
            return lines;
        }
        String leftOut = "- %d more " + what + " are left out here; summary.txt has all of them.";
        List<String> shown = new ArrayList<>(lines.subList(0, fitting(lines, most - leftOut.length() - 10)));
        shown.add(String.format(Locale.ROOT, leftOut, lines.size() - shown.size()));
        return shown;
    }

    /** How many of the lines fit into so many characters, each with its end. */
    private static int fitting(List<String> lines, int most) {
        int used = 0;
        int count = 0;
        for (String line : lines) {
            used += line.length() + 1;
            if (used > most) {
                break;
            }
            count++;
        }
        return count;
    }
}
