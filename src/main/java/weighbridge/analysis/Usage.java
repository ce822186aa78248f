package weighbridge.analysis;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import weighbridge.record.Reading.Column;
import weighbridge.record.RoundRecording;
import weighbridge.record.Samples;
import weighbridge.record.Samples.Series;
import weighbridge.record.Weighing;
import weighbridge.record.Weighing.Moment;
import weighbridge.record.Window;
import weighbridge.record.Window.Edge;

/**
 * What was read of a process tree in one round.
 *
 * @param round which
 * @param name of the target
 * @param samples of the whole run
 */
record Usage(RoundRecording round, String name, Samples samples) {
    /** Before any load; null where it was not read. */
    Number idle(Column column) {
        return round.weighing(name, Moment.IDLE)
                .map(Weighing::reading)
                .map(column::of)
                .orElse(null);
    }

    /** The most at the edges of the measured burst and in the samples between; null where none of them has it. */
    Double peak(Column column) {
        return round.window(name).map(window -> peak(column, window)).orElse(null);
    }

    private Double peak(Column column, Window window) {
        Series series = samples.of(name);
        DoubleStream between = IntStream.range(0, series.size())
                .filter(sample -> series.atMillis(sample) >= window.before().atMillis())
                .filter(sample -> series.atMillis(sample) <= window.after().atMillis())
                .mapToDouble(sample -> series.value(column, sample));
        DoubleStream edges = Stream.of(window.before(), window.after())
                .map(Edge::target)
                .filter(Objects::nonNull)
                .map(column::of)
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue);
        OptionalDouble most = DoubleStream.concat(edges, between)
                .filter(value -> !Double.isNaN(value))
                .max();
        return most.isPresent() ? most.getAsDouble() : null;
    }
}
