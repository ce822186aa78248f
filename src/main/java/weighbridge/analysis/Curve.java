package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/** Points of something that changes with time, while there may still be more of them than can be shown. */
final class Curve {
    /** More points than a chart has pixels show nothing more. */
    private static final int MOST_POINTS = 1_000;

    private static final int STRETCHES = 500;

    private long[] atMillis = new long[16];
    private double[] values = new double[16];
    private int size;

    /** Adds a point. One that is not later than the one before is left out: the wall clock may have been set back. */
    void add(long at, double value) {
        if (size > 0 && at <= atMillis[size - 1]) {
            return;
        }
        if (size == values.length) {
            atMillis = Arrays.copyOf(atMillis, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        atMillis[size] = at;
        values[size] = value;
        size++;
    }

    /** The same without the points between the ends of each stretch in which nothing changes. */
    Curve withoutFlats() {
        Curve kept = new Curve();
        for (int point = 0; point < size; point++) {
            boolean end = point == 0 || point == size - 1;
            if (end || values[point] != values[point - 1] || values[point] != values[point + 1]) {
                kept.add(atMillis[point], values[point]);
            }
        }
        return kept;
    }

    /**
     * The same or, of more than {@value #MOST_POINTS} points, the first, the last and, of those between, the least and the
     * greatest in each of {@value #STRETCHES} stretches of equal time: no peak is lost.
     */
    Curve bounded() {
        if (size <= MOST_POINTS) {
            return this;
        }
        Curve kept = new Curve();
        kept.addPoint(this, 0);
        long length = atMillis[size - 1] - atMillis[0];
        int begin = 1;
        for (int stretch = 1; stretch <= STRETCHES; stretch++) {
            int end = begin;
            while (end < size - 1 && (atMillis[end] - atMillis[0]) * STRETCHES < stretch * length) {
                end++;
            }
            if (begin < end) {
                keepExtremes(kept, begin, end);
            }
            begin = end;
        }
        kept.addPoint(this, size - 1);
        return kept;
    }

    /** In the order in which they occurred, and once where they are one. */
    private void keepExtremes(Curve kept, int begin, int end) {
        int least = begin;
        int greatest = begin;
        for (int point = begin + 1; point < end; point++) {
            least = values[point] < values[least] ? point : least;
            greatest = values[point] > values[greatest] ? point : greatest;
        }
        kept.addPoint(this, Math.min(least, greatest));
        kept.addPoint(this, Math.max(least, greatest));
    }

    private void addPoint(Curve from, int point) {
        add(from.atMillis[point], from.values[point]);
    }

    /** As it is told. */
    <V extends Number> Track<V> track(DoubleFunction<V> toValue) {
        List<Long> times = new ArrayList<>(size);
        List<V> told = new ArrayList<>(size);
        for (int point = 0; point < size; point++) {
            times.add(atMillis[point]);
            told.add(toValue.apply(values[point]));
        }
        return new Track<>(times, told);
    }
}
