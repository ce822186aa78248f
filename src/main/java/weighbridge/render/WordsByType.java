package weighbridge.render;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The words of a sealed family of findings, type by type: Java 17 has no switch over types. A test asks for all of them. */
final class WordsByType<T> {
    private final Map<Class<?>, Function<T, String>> words = new HashMap<>();

    /** Adds those of one type. */
    <F extends T> WordsByType<T> put(Class<F> type, Function<F, String> itsWords) {
        words.put(type, finding -> itsWords.apply(type.cast(finding)));
        return this;
    }

    /** Adds those of one type as a format with its values. */
    @SafeVarargs
    final <F extends T> WordsByType<T> put(Class<F> type, String format, Function<F, Object>... values) {
        return put(
                type,
                finding -> text(
                        format,
                        Stream.of(values).map(value -> value.apply(finding)).toArray()));
    }

    boolean knows(Class<?> type) {
        return words.containsKey(type);
    }

    /** @throws IllegalArgumentException where its type has no words */
    String of(T finding) {
        Function<T, String> itsWords = words.get(finding.getClass());
        if (itsWords == null) {
            throw new IllegalArgumentException("no words for " + finding);
        }
        return itsWords.apply(finding);
    }

    /** Formatted the same in every locale. */
    static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
