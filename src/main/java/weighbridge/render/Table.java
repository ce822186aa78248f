package weighbridge.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of cells below a head, each column as wide as it has to be. Figures stand to the right; the first column and those
 * without a head are words and stand to the left.
 */
final class Table {
    static final String GAP = "   ";

    private final int titleWidth;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param titleWidth of the first column
     * @param head of the other columns
     */
    Table(int titleWidth, List<String> head) {
        this.titleWidth = titleWidth;
        add("", head);
    }

    void add(String title, List<String> cells) {
        List<String> row = new ArrayList<>(List.of(title));
        row.addAll(cells);
        rows.add(row);
    }

    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder(Text.pad(row.get(0), titleWidth));
        for (int column = 1; column < row.size(); column++) {
            String cell = row.get(column);
            String padding = " ".repeat(width(column) - cell.length());
            boolean words = rows.get(0).get(column).isEmpty();
            line.append(GAP).append(words ? cell + padding : padding + cell);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
