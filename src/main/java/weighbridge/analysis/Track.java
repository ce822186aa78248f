package weighbridge.analysis;

import java.util.List;

/**
 * Something that changes with time.
 *
 * @param <V> what its values are
 * @param atMillis when, rising
 * @param values what it was then, as many as times
 */
public record Track<V extends Number>(List<Long> atMillis, List<V> values) {
    /** Copies the lists. @throws IllegalArgumentException where they are not equally long */
    public Track {
        atMillis = List.copyOf(atMillis);
        values = List.copyOf(values);
        if (atMillis.size() != values.size()) {
            throw new IllegalArgumentException(atMillis.size() + " times and " + values.size() + " values");
        }
    }
}
