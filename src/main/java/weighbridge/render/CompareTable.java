package weighbridge.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import weighbridge.compare.FigureComparison;
import weighbridge.compare.TargetComparison;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.render.Sheet.Cell;
import weighbridge.render.Sheet.Content;

/** The figures of one target in all runs, side by side. */
final class CompareTable {
    private static final Sheet.Column TITLE = new Sheet.Column("", Content.WORDS, "", 16);

    /** The target in a run that has this letter. */
    record Column(String letter, TargetComparison target) {
        private Optional<FigureComparison> of(Figure figure) {
            return target.figures().stream()
                    .filter(comparison -> comparison.figure() == figure)
                    .findFirst();
        }

        private Field<Figure> number(String label, Function<FigureComparison, String> text) {
            return CompareTable.number(label, figure -> of(figure).map(text).orElse(Numbers.NONE));
        }
    }

    private CompareTable() {}

    /** @param all whether figures are shown too that are never judged */
    static List<String> lines(List<Column> columns, boolean all) {
        List<Field<Figure>> fields = new ArrayList<>();
        fields.add(new Field<>(TITLE, figure -> Cell.of(Numbers.title(figure))));
        fields.add(number(
                "A",
                figure -> ChangeWords.median(
                        figure, first(columns, figure).orElseThrow().baseline())));
        for (Column column : columns) {
            fields.add(column.number(column.letter(), found -> ChangeWords.median(found.figure(), found.other())));
            fields.add(column.number("change", ChangeWords::change));
            fields.add(column.number("noise", ChangeWords::noise));
            fields.add(Field.words(
                    "", figure -> column.of(figure).map(CompareTable::verdict).orElse("")));
        }
        List<Figure> figures = Arrays.stream(Figure.values())
                .filter(figure -> all || figure.is(Trait.JUDGED))
                .filter(figure -> first(columns, figure).isPresent())
                .toList();
        return TextRenderer.rows(Field.table("", fields, figures));
    }

    private static Field<Figure> number(String label, Function<Figure, String> text) {
        return new Field<>(Sheet.Column.number(label), figure -> Cell.of(text.apply(figure)));
    }

    private static Optional<FigureComparison> first(List<Column> columns, Figure figure) {
        return columns.stream().flatMap(column -> column.of(figure).stream()).findFirst();
    }

    private static String verdict(FigureComparison comparison) {
        String words = comparison.verdict().words();
        return comparison.reason() == null ? words : words + ": " + ObstacleWords.of(comparison.reason(), "B");
    }
}
