package weighbridge.analysis;

import java.util.List;
import java.util.stream.IntStream;
import weighbridge.record.Reading.Column;
import weighbridge.record.Samples.Series;
import weighbridge.record.Weighing;

/**
 * How the memory and the processor time of a process tree went in one round.
 *
 * @param samples of the process tree
 * @param span which of them are of the round
 * @param startedAtMillis start of the run, time of the run, ms since 1970
 */
record ProcessTracks(Series samples, Span span, long startedAtMillis) {
    private static final double THOUSANDTHS = 1000.0;

    /** How many there are. */
    int count() {
        return (int) IntStream.range(0, samples.size())
                .filter(sample -> span.holds(samples.atMillis(sample)))
                .count();
    }

    /** Resident set size. @param weighings of the same process tree, in the order of time; they count beside the samples */
    Track<Long> rssBytes(List<Weighing> weighings) {
        Curve curve = new Curve();
        int weighed = 0;
        for (int sample = 0; sample < samples.size(); sample++) {
            long atMillis = samples.atMillis(sample);
            if (span.holds(atMillis)) {
                while (weighed < weighings.size() && weighings.get(weighed).atMillis() <= atMillis) {
                    add(weighings.get(weighed++), curve);
                }
                curve.add(atMillis - startedAtMillis, samples.value(Column.RSS_BYTES, sample));
            }
        }
        weighings.subList(weighed, weighings.size()).forEach(weighing -> add(weighing, curve));
        return curve.withoutFlats().bounded().track(bytes -> (long) bytes);
    }

    private void add(Weighing weighing, Curve curve) {
        curve.add(weighing.atMillis() - startedAtMillis, weighing.reading().rssBytes());
    }

    /** Processors in use. A tree that has used less than before has lost a process and all that it had used. */
    Track<Double> cores() {
        Curve curve = new Curve();
        for (int sample = 1; sample < samples.size(); sample++) {
            long atMillis = samples.atMillis(sample);
            long millis = atMillis - samples.atMillis(sample - 1);
            double cpuSeconds =
                    samples.value(Column.CPU_SECONDS, sample) - samples.value(Column.CPU_SECONDS, sample - 1);
            if (span.holds(samples.atMillis(sample - 1)) && span.holds(atMillis) && millis > 0 && cpuSeconds >= 0) {
                curve.add(atMillis - startedAtMillis, cores(cpuSeconds, millis));
            }
        }
        return curve.withoutFlats().bounded().track(cores -> cores);
    }

    /** In thousandths: the samples tell processor time in ms, and come ten times a second. */
    private static double cores(double cpuSeconds, long millis) {
        return Math.round(cpuSeconds * 1000 / millis * THOUSANDTHS) / THOUSANDTHS;
    }
}
