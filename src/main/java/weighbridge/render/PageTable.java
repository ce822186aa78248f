package weighbridge.render;

import java.util.List;

/**
 * A table of the page.
 *
 * @param caption what it shows; also for those who do not see it
 * @param columns the first of them says whose row it is
 * @param rows of a cell for each column
 */
public record PageTable(String caption, List<Column> columns, List<List<Cell>> rows) {
    /** Copies the lists. */
    public PageTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * A column.
     *
     * @param label with its unit
     * @param number whether it has numbers, which stand on the right and are sorted by their value
     */
    public record Column(String label, boolean number) {}

    /**
     * A cell.
     *
     * @param text as it is read
     * @param value to sort by; null of words, and of a number that is not known
     */
    public record Cell(String text, Double value) {}

    static Column words(String label) {
        return new Column(label, false);
    }

    static Column number(String label) {
        return new Column(label, true);
    }

    static Cell cell(String text) {
        return new Cell(text, null);
    }
}
