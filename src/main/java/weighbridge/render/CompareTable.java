package weighbridge.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
        /** Null where the target has not this figure. */
        private FigureComparison of(Figure figure) {
            return target.figures().stream()
                    .filter(comparison -> comparison.figure() == figure)
                    .findFirst()
                    .orElse(null);
        }

        private List<Field<Figure>> fields() {
            return Field.of(
                    this::of,
                    List.of(
                            number(letter, found -> ChangeWords.median(found.figure(), found.other())),
                            number("change", ChangeWords::change),
                            number("noise", ChangeWords::noise),
                            Field.words("", this::verdict)));
        }

        private String verdict(FigureComparison comparison) {
            String words = comparison.verdict().words();
            return comparison.reason() == null ? words : words + ": " + ObstacleWords.of(comparison.reason(), letter);
        }
    }

    private CompareTable() {}

    /** @param all whether figures are shown too that are never judged */
    static List<String> lines(List<Column> columns, boolean all) {
        List<Figure> figures = Arrays.stream(Figure.values())
                .filter(figure -> all || figure.is(Trait.JUDGED))
                .filter(figure -> first(columns, figure) != null)
                .toList();
        List<Field<Figure>> fields = new ArrayList<>();
        fields.add(new Field<>(TITLE, figure -> Cell.of(Numbers.title(figure))));
        fields.add(number(
                "A", figure -> ChangeWords.median(figure, first(columns, figure).baseline())));
        columns.forEach(column -> fields.addAll(column.fields()));
        return TextRenderer.rows(Field.table("", fields, figures));
    }

    private static <T> Field<T> number(String label, Function<T, String> text) {
        return new Field<>(Sheet.Column.number(label), subject -> Cell.of(text.apply(subject)));
    }

    private static FigureComparison first(List<Column> columns, Figure figure) {
        return columns.stream()
                .map(column -> column.of(figure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
