package weighbridge.text;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Processors by their numbers, as {@code /sys} and taskset(1) write them: {@code 0-3,8}.
 *
 * @param numbers in order
 */
public record CpuList(SortedSet<Integer> numbers) {
    /** As many as Linux has on any machine. */
    private static final int MOST = 8_192;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

    /** Copies the numbers. */
    public CpuList {
        numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
    }

    /** Of these numbers. */
    public static CpuList of(Collection<Integer> numbers) {
        return new CpuList(new TreeSet<>(numbers));
    }

    /** What such a text says; empty where it is none, or names no processor. */
    public static Optional<CpuList> parse(String text) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String part : text.strip().split(",", -1)) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                return Optional.empty();
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (last < first || last >= MOST) {
                return Optional.empty();
            }
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        return Optional.of(new CpuList(numbers));
    }

    /** As it is parsed. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int number : numbers) {
            if (numbers.contains(number - 1)) {
                continue;
            }
            int last = number;
            while (numbers.contains(last + 1)) {
                last++;
            }
            text.append(text.isEmpty() ? "" : ",").append(number).append(last == number ? "" : "-" + last);
        }
        return text.toString();
    }

    /** How many they are. */
    public int count() {
        return numbers.size();
    }

    /** Those of them that are in the other list too. */
    public CpuList and(CpuList other) {
        SortedSet<Integer> both = new TreeSet<>(numbers);
        both.retainAll(other.numbers);
        return new CpuList(both);
    }

    /** All of the two. */
    public CpuList or(CpuList other) {
        SortedSet<Integer> all = new TreeSet<>(numbers);
        all.addAll(other.numbers);
        return new CpuList(all);
    }

    /** Those of them that are not in the other list. */
    public CpuList without(CpuList other) {
        SortedSet<Integer> rest = new TreeSet<>(numbers);
        rest.removeAll(other.numbers);
        return new CpuList(rest);
    }
}
