package weighbridge.render;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import weighbridge.render.Sheet.*;

/**
 * A column together with how a row's cell in it is made, so that a table is a list of fields over a list of subjects.
 *
 * @param <T> what a row is of
 */
record Field<T>(Column column, Function<T, Cell> cell) {
    /** Words. */
    static <T> Field<T> words(String label, Function<T, String> text) {
        return new Field<>(Column.words(label), subject -> Cell.of(text.apply(subject)));
    }

    /** A number. @param text of a value, and of null */
    static <T> Field<T> number(String label, Function<T, ? extends Number> value, Function<Number, String> text) {
        return new Field<>(Column.number(label), subject -> {
            Number number = value.apply(subject);
            return Cell.of(text.apply(number), number == null ? null : number.doubleValue());
        });
    }

    /** A value of a part that may be missing, which is null then. */
    static <T, P> Function<T, Number> at(Function<T, P> part, Function<P, ? extends Number> value) {
        return subject -> {
            P found = part.apply(subject);
            return found == null ? null : value.apply(found);
        };
    }

    /** A row for each subject. */
    static <T> Table table(String caption, List<Field<T>> fields, Collection<T> subjects, String... notes) {
        List<List<Cell>> rows =
                subjects.stream().map(subject -> row(fields, subject)).toList();
        return new Table(caption, columns(fields), rows, Arrays.asList(notes));
    }

    static <T> List<Column> columns(List<Field<T>> fields) {
        return fields.stream().map(Field::column).toList();
    }

    /** The cells of one row. @param subject null where nothing is known of it */
    static <T> List<Cell> row(List<Field<T>> fields, T subject) {
        return fields.stream()
                .map(field -> subject == null ? none(field.column) : field.cell.apply(subject))
                .toList();
    }

    private static Cell none(Column column) {
        return Cell.of(column.label().isEmpty() ? "" : Numbers.NONE);
    }

    /** The same fields of a subject's part, which may be missing. */
    static <T, P> List<Field<T>> of(Function<T, P> part, List<Field<P>> fields) {
        return fields.stream()
                .map(field -> new Field<T>(field.column, subject -> {
                    P found = part.apply(subject);
                    return found == null ? none(field.column) : field.cell.apply(found);
                }))
                .toList();
    }

    /** One list of all. */
    @SafeVarargs
    static <E> List<E> join(List<E>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }
}
