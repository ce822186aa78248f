package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import weighbridge.render.Sheet.*;
import weighbridge.text.Fault;

/** A sheet in plain text, as a console shows it: parts with an empty line between them. */
final class TextRenderer {
    /** Between columns. */
    static final String GAP = "   ";

    private static final String INDENT = "    ";

    private TextRenderer() {}

    /** All of it, each line ended by \n. A run folder may come from somebody else: no text in it is sure to be harmless. */
    static String format(Sheet sheet) {
        List<List<String>> blocks = new ArrayList<>();
        for (Section section : sheet.sections()) {
            if (section.kind() == Kind.CARD) {
                blocks.add(card(section));
            } else {
                section.parts().forEach(part -> blocks.add(lines(part)));
            }
        }
        return blocks.stream()
                .map(block -> block.stream().map(Fault::oneLine).collect(Collectors.joining("\n", "", "\n")))
                .collect(Collectors.joining("\n"));
    }

    /** Its parts are set in below its title. */
    private static List<String> card(Section section) {
        List<String> lines = new ArrayList<>(List.of(section.title()));
        section.parts().stream()
                .flatMap(part -> lines(part).stream())
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.add(INDENT + line));
        return lines;
    }

    private static List<String> lines(Part part) {
        if (part instanceof Table table) {
            List<String> lines = new ArrayList<>(table.caption().isEmpty() ? List.of() : List.of(table.caption(), ""));
            lines.addAll(rows(table));
            lines.addAll(table.notes());
            return lines;
        }
        if (part instanceof Facts facts) {
            return facts.facts().stream().map(TextRenderer::line).toList();
        }
        return part instanceof Lines lines ? lines.lines() : List.of(((Code) part).text());
    }

    private static String line(Fact fact) {
        return fact.name() + ": " + fact.value();
    }

    /** The rows below the head, which is left out where no column but the first has a label. */
    static List<String> rows(Table table) {
        List<List<String>> rows = new ArrayList<>();
        List<String> labels =
                table.columns().stream().skip(1).map(Column::label).toList();
        if (!labels.stream().allMatch(String::isEmpty)) {
            rows.add(Stream.concat(Stream.of(""), labels.stream()).toList());
        }
        table.rows()
                .forEach(row -> rows.add(row.stream().map(TextRenderer::text).toList()));
        int[] widths = IntStream.range(0, table.columns().size())
                .map(column -> width(table, rows, column))
                .toArray();
        return rows.stream().map(row -> line(table, row, widths)).toList();
    }

    private static String text(Cell cell) {
        return cell.detail().isEmpty() ? cell.text() : cell.text() + " " + cell.detail();
    }

    private static int width(Table table, List<List<String>> rows, int column) {
        int fixed = table.columns().get(column).width();
        return fixed > 0
                ? fixed
                : rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String line(Table table, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            boolean right = table.columns().get(column).isNumber();
            String padding = " ".repeat(Math.max(0, widths[column] - cell.length()));
            line.append(column == 0 ? "" : GAP).append(right ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    /** Words on the left of a column. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
