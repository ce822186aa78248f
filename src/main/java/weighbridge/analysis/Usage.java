package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import weighbridge.record.Reading;
import weighbridge.record.Reading.Column;
import weighbridge.record.RoundRecording;
import weighbridge.record.Samples;
import weighbridge.record.Samples.Series;
import weighbridge.record.Weighing;
import weighbridge.record.Weighing.Moment;
import weighbridge.record.Window;

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
        Window window = round.window(name).orElse(null);
        if (window == null) {
            return null;
        }
        List<Double> values = new ArrayList<>();
        values.add(value(column, window.before().target()));
        values.add(value(column, window.after().target()));
        Series series = samples.of(name);
        for (int sample = 0; sample < series.size(); sample++) {
            long atMillis = series.atMillis(sample);
            if (window.before().atMillis() <= atMillis
                    && atMillis <= window.after().atMillis()) {
                double value = series.value(column, sample);
                values.add(Double.isNaN(value) ? null : value);
            }
        }
        return values.stream()
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Double value(Column column, Reading reading) {
        Number number = reading == null ? null : column.of(reading);
        return number == null ? null : number.doubleValue();
    }
}
