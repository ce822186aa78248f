package weighbridge.compare;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.statistics.ShiftInterval;

/**
 * What is needed to call a change better or worse.
 *
 * @param threshold smaller changes are none, as a part of 1
 * @param noise by figure, how far values lie apart of which none is better, on the figure's {@link ChangeScale}; missing where that
 *     is not known
 * @param latencyMillis to how much latencies are told: a smaller change is none
 */
record DetectionLimits(double threshold, Map<Figure, Double> noise, double latencyMillis) {
    /** Of success, in parts of 1: of 1,000 calls one. */
    static final double PART_THRESHOLD = 0.001;

    /** Between two runs. */
    static DetectionLimits between(ComparedRun baseline, ComparedRun other, double threshold) {
        Map<Figure, Double> noise = new EnumMap<>(Figure.class);
        Double machine = machineShift(baseline, other);
        for (Figure figure : Figure.values()) {
            DoubleStream.Builder known = DoubleStream.builder();
            addTo(known, baseline.noise().get(figure));
            if (figure != Figure.SUCCESS_RATIO) {
                // Of success only the baseline's: one that has begun to lose calls now and then must not excuse itself.
                addTo(known, other.noise().get(figure));
            }
            addTo(known, figure.unit().isTime() ? machine : null);
            known.build().max().ifPresent(greatest -> noise.put(figure, greatest));
        }
        return new DetectionLimits(
                threshold, noise, Math.max(baseline.latencyResolutionMillis(), other.latencyResolutionMillis()));
    }

    /**
     * By how much the generator by itself took longer or shorter, as a natural logarithm: the sink is the same in all runs, so
     * this is the machine's. Null where it is not known.
     */
    static Double machineShift(ComparedRun baseline, ComparedRun other) {
        Double before = baseline.floorSecondsPerCall();
        Double after = other.floorSecondsPerCall();
        return before == null || after == null || before <= 0 || after <= 0
                ? null
                : (Double) Math.abs(Math.log(after / before));
    }

    /**
     * Of a change.
     *
     * @param shift on the figure's scale
     * @param plainShift in the figure's unit
     */
    ChangeVerdict of(Figure figure, ShiftInterval shift, ShiftInterval plainShift) {
        if (!figure.is(Trait.JUDGED)) {
            return ChangeVerdict.NOT_JUDGED;
        }
        boolean beyond = shift.excludesNone()
                && Math.abs(shift.estimate()) > noise.getOrDefault(figure, 0.0)
                && Math.abs(shift.estimate()) > threshold(ChangeScale.of(figure))
                && Math.abs(plainShift.estimate()) >= figure.resolution(latencyMillis);
        if (!beyond) {
            return ChangeVerdict.SAME;
        }
        return shift.estimate() > 0 == figure.isMoreBetter() ? ChangeVerdict.BETTER : ChangeVerdict.WORSE;
    }

    /** On a logarithmic scale 5 % more are as far as 5 % less: × 1.05 and ÷ 1.05. */
    private double threshold(ChangeScale scale) {
        return scale == ChangeScale.RATIO ? Math.log1p(threshold) : PART_THRESHOLD;
    }

    private static void addTo(DoubleStream.Builder known, Double noise) {
        if (noise != null) {
            known.add(Math.abs(noise));
        }
    }
}
