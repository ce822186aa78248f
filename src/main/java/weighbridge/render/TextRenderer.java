package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import weighbridge.render.Sheet.*;
import weighbridge.text.Fault;

/** A sheet in plain text: parts with an empty line between them. */
final class TextRenderer {
    /** Between columns. */
    static final String GAP = "   ";

    /** The same where lines have an end. */
    private static final String NARROW_GAP = "  ";

    private static final String INDENT = "    ";

    private final TextStyle style;

    private TextRenderer(TextStyle style) {
        this.style = style;
    }

    /** All of it, each line ended by \n. A run folder may come from somebody else: no text in it is sure to be harmless. */
    static String format(Sheet sheet, TextStyle style) {
        TextRenderer renderer = new TextRenderer(style);
        return sheet.sections().stream()
                .flatMap(renderer::blocks)
                .filter(block -> !block.isEmpty())
                .map(block -> String.join("\n", block) + "\n")
                .collect(Collectors.joining("\n"));
    }

    private Stream<List<String>> blocks(Section section) {
        return section.kind() == Kind.CARD
                ? Stream.of(card(section))
                : section.parts().stream().map(this::lines);
    }

    /** Its parts are set in below its title. */
    private List<String> card(Section section) {
        List<String> lines = new ArrayList<>(List.of(Fault.oneLine(section.title())));
        section.parts().stream()
                .flatMap(part -> lines(part).stream())
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.add(INDENT + line));
        return lines;
    }

    private List<String> lines(Part part) {
        List<String> lines = new ArrayList<>();
        if (part instanceof Table table) {
            if (!table.caption().isEmpty()) {
                lines.addAll(wrapped(table.caption()));
                lines.add("");
            }
            lines.addAll(rows(table, style));
            table.notes().forEach(note -> lines.addAll(wrapped(note)));
        } else if (part instanceof Facts facts) {
            facts.facts().forEach(fact -> lines.addAll(lines(fact)));
        } else if (part instanceof Lines words) {
            words.lines().forEach(line -> lines.addAll(wrapped(line)));
        } else {
            lines.add(Fault.oneLine(((Code) part).text()));
        }
        return lines;
    }

    private List<String> wrapped(String line) {
        return style.wrap(Fault.oneLine(line));
    }

    private List<String> lines(Fact fact) {
        List<String> lines = new ArrayList<>(wrapped(fact.name() + ": " + fact.value()));
        int name = Math.min(Fault.oneLine(fact.name()).length(), lines.get(0).length());
        String first = lines.get(0);
        lines.set(0, style.paint(first.substring(0, name), fact.mark()) + first.substring(name));
        return lines;
    }

    /** The rows below the head, which is left out where no column but the first has a label. */
    static List<String> rows(Table table) {
        return rows(table, TextStyle.FILE);
    }

    private static List<String> rows(Table table, TextStyle style) {
        List<List<Cell>> rows = new ArrayList<>();
        List<String> labels =
                table.columns().stream().skip(1).map(Column::label).toList();
        if (!labels.stream().allMatch(String::isEmpty)) {
            rows.add(Stream.concat(Stream.of(""), labels.stream()).map(Cell::of).toList());
        }
        rows.addAll(table.rows());
        int[] widths = IntStream.range(0, table.columns().size())
                .map(column -> width(table, rows, column))
                .toArray();
        return rows.stream().map(row -> line(table, row, widths, style)).toList();
    }

    private static String text(Cell cell) {
        return Fault.oneLine(cell.detail().isEmpty() ? cell.text() : cell.text() + " " + cell.detail());
    }

    private static int width(Table table, List<List<Cell>> rows, int column) {
        int fixed = table.columns().get(column).width();
        return fixed > 0
                ? fixed
                : rows.stream()
                        .mapToInt(row -> text(row.get(column)).length())
                        .max()
                        .orElse(0);
    }

    private static String line(Table table, List<Cell> row, int[] widths, TextStyle style) {
        String gap = style.columns() == 0 ? GAP : NARROW_GAP;
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = text(row.get(column));
            boolean right = table.columns().get(column).isNumber();
            String padding = " ".repeat(Math.max(0, widths[column] - cell.length()));
            String painted = style.paint(cell, row.get(column).mark());
            line.append(column == 0 ? "" : gap).append(right ? padding + painted : painted + padding);
        }
        return line.toString().stripTrailing();
    }

    /** Words on the left of a column. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
