package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weighbridge.compare.FigureComparison;
import weighbridge.compare.TargetComparison;
import weighbridge.compare.Verdict;
import weighbridge.figure.Figure;

/** The figures of one target in all runs, side by side. */
final class CompareTable {
    private static final int TITLE_WIDTH = 16;

    /** The target in a run that has this letter. */
    record Column(String letter, TargetComparison target) {
        private Optional<FigureComparison> of(Figure figure) {
            return target.figures().stream()
                    .filter(comparison -> comparison.figure() == figure)
                    .findFirst();
        }
    }

    private CompareTable() {}

    /** @param all whether figures are shown too that are never judged */
    static List<String> lines(List<Column> columns, boolean all) {
        List<String> head = new ArrayList<>(List.of("A"));
        columns.forEach(column -> head.addAll(List.of(column.letter(), "change", "noise", "")));
        Table table = new Table(TITLE_WIDTH, head);
        for (Figure figure : Figure.values()) {
            Optional<FigureComparison> first = columns.stream()
                    .map(column -> column.of(figure))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .filter(comparison -> all || comparison.mayBeJudged());
            first.ifPresent(comparison -> table.add(FigureCells.title(figure), cells(columns, figure, comparison)));
        }
        return table.lines();
    }

    private static List<String> cells(List<Column> columns, Figure figure, FigureComparison first) {
        List<String> cells = new ArrayList<>(List.of(FigureCells.median(figure, first.baseline())));
        for (Column column : columns) {
            cells.addAll(column.of(figure)
                    .map(comparison -> List.of(
                            FigureCells.median(figure, comparison.other()),
                            FigureCells.change(comparison),
                            FigureCells.noise(comparison),
                            verdict(comparison)))
                    .orElse(List.of(Text.NOT_AVAILABLE, Text.NOT_AVAILABLE, Text.NOT_AVAILABLE, "")));
        }
        return cells;
    }

    private static String verdict(FigureComparison comparison) {
        Verdict verdict = comparison.verdict();
        return comparison.reason() == null ? verdict.words() : verdict.words() + ": " + comparison.reason();
    }
}
