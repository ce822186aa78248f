package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;

/**
 * The figures that a reader looks at first, a row for each target: what the page and the Markdown show.
 *
 * @param columns what there is of each target
 * @param rows the targets in the order of the report
 * @param note what the marks mean in this run, in plain words
 */
public record SummaryTable(List<Column> columns, List<Row> rows, String note) {
    static final List<Figure> FIGURES = Figure.byTopic(Trait.IN_SUMMARY);

    private static final List<Column> COLUMNS = FIGURES.stream()
            .map(figure -> new Column(figure.key(), FigureCells.title(figure), figure.meaning(), figure.isMoreBetter()))
            .toList();

    /** Copies the lists. */
    public SummaryTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Whether any value is marked. */
    public boolean isMarked() {
        return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> cell.mark() != Mark.NONE);
    }

    /**
     * A figure.
     *
     * @param key of the {@link Figure}
     * @param label its name with its unit
     * @param explanation in one sentence
     * @param moreIsBetter whether the greatest value is the best
     */
    public record Column(String key, String label, String explanation, boolean moreIsBetter) {}

    /**
     * A target.
     *
     * @param name what it is called
     * @param version what it calls its version
     * @param outcome as {@link TargetReport#outcome} has it
     * @param reason first line of why it was not measured; null where it was
     * @param url what was called first
     * @param cells one for each column
     */
    public record Row(String name, String version, String outcome, String reason, String url, List<Cell> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A value; of several rounds their median.
     *
     * @param text in the unit of the column, n/a where it is not known
     * @param value to sort by, in the unit of the figure; null where it is not known
     * @param detail the 95 % interval over the rounds; null where there is none
     * @param mark whether it is the best
     */
    public record Cell(String text, Double value, String detail, Mark mark) {}

    /** Whether a value is the best of its column. */
    public enum Mark {
        /** It alone is. */
        BEST,
        /** It is one of those that are not told apart. */
        TIE,
        /** It is not, or nobody is said to be. */
        NONE
    }

    /** Of this report. */
    public static SummaryTable of(Report report) {
        Marks marks = new Marks(report);
        List<List<Mark>> byColumn = FIGURES.stream().map(marks::of).toList();
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < report.targets().size(); index++) {
            TargetReport target = report.targets().get(index);
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < byColumn.size(); column++) {
                cells.add(cell(target, FIGURES.get(column), byColumn.get(column).get(index)));
            }
            String reason = target.reason() == null
                    ? null
                    : target.reason().lines().findFirst().orElse("");
            rows.add(new Row(
                    target.name(),
                    target.identity().version(),
                    target.outcome(),
                    reason,
                    target.identity().url(),
                    cells));
        }
        return new SummaryTable(COLUMNS, rows, marks.note());
    }

    private static Cell cell(TargetReport target, Figure figure, Mark mark) {
        FigureReport over = target.figure(figure);
        String detail = over.low() == null
                ? null
                : FigureCells.value(figure, over.low()) + " to " + FigureCells.value(figure, over.high());
        return new Cell(FigureCells.value(figure, over.median()), over.median(), detail, mark);
    }
}
