package weighbridge.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import weighbridge.record.Latencies.Slice;

/** The kinds of figures that a slice has. */
enum LatencyKind {
    ACTUAL(Slice::actual),
    PLANNED(Slice::planned),
    LAG(Slice::lag),
    DRY_LAG(Slice::dryLag),
    FAILED(Slice::failed);

    private static final String SEPARATOR = "-";

    private final Function<Slice, Histogram> figures;

    LatencyKind(Function<Slice, Histogram> figures) {
        this.figures = figures;
    }

    Histogram of(Slice slice) {
        return figures.apply(slice);
    }

    /** What marks its lines, such as {@code 12-planned}. */
    String tag(int probe) {
        return probe + SEPARATOR + label();
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that this tag names; empty where it names none. */
    static Optional<LatencyKind> of(String tag) {
        return Arrays.stream(values())
                .filter(kind -> tag.endsWith(SEPARATOR + kind.label()) && tag.equals(kind.tag(probe(tag))))
                .findFirst();
    }

    /** The number of the probe that this tag names; 0 where it names none. */
    static int probe(String tag) {
        String digits = tag.replaceFirst(SEPARATOR + ".*", "");
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }
}
