package weighbridge.capacity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weighbridge.capacity.CapacityFinding.*;
import weighbridge.figure.Figure;
import weighbridge.figure.Operator;
import weighbridge.figure.SearchSlos;
import weighbridge.figure.Slo;
import weighbridge.record.Latencies.Slice;

/**
 * Whether a load step met its SLOs. A call that failed is slower than any limit. Latencies are from the planned start; of a
 * percentile the upper end of its 95 % confidence interval has to be within the limit ({@link TailBound}).
 */
public final class SloJudge {
    /** This share of the offered rate has to be reached. */
    public static final double LEAST_ACHIEVED = 0.99;

    private final List<Slo> slos;

    /**
     * @param slos of this target
     * @throws IllegalArgumentException where one of them cannot be told of a load at one rate
     */
    public SloJudge(List<Slo> slos) {
        if (!slos.stream().allMatch(SearchSlos::isOne)) {
            throw new IllegalArgumentException(slos + " are not all of a load");
        }
        this.slos = List.copyOf(slos);
    }

    /** The fewest calls after which all SLOs can be judged. */
    public long fewestCalls() {
        return slos.stream()
                .mapToDouble(slo -> slo.figure().quantile())
                .filter(quantile -> quantile > 0 && quantile < 1)
                .mapToLong(TailBound::fewestCalls)
                .max()
                .orElse(1);
    }

    /** The tightest limit of a latency, ms; infinite where there is none. */
    public double tightestMillis() {
        return slos.stream()
                .filter(slo -> slo.figure().isLatency())
                .mapToDouble(slo -> slo.limit().number().doubleValue())
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Whether an SLO is broken for good while the load goes on, whatever becomes of the rest of its {@code planned} calls. */
    public boolean isLost(List<Slice> soFar, long planned) {
        Answers answers = new Answers(soFar);
        return ofCalls().anyMatch(slo -> ofCalls(slo, answers, planned).isPresent());
    }

    /**
     * What is broken of a load that has ended; empty where every SLO is met.
     *
     * @param load what came of it
     * @param calls that are judged: those that ended, or all that were planned of a load that was ended because it was lost
     * @param peakRssBytes the target's high-water mark; null where it is not known
     * @param cpuSecondsPer1000Calls of the target; null where it is not known
     */
    public List<Reason> broken(
            LoadReport load, long calls, List<Slice> slices, Long peakRssBytes, Double cpuSecondsPer1000Calls) {
        Answers answers = new Answers(slices);
        Stream<Optional<Reason>> ofSlos = slos.stream().map(slo -> switch (slo.figure()) {
            case PEAK_RSS_BYTES -> ofProcess(slo, peakRssBytes == null ? null : (double) peakRssBytes);
            case CPU_SECONDS_PER_1000_CALLS -> ofProcess(slo, cpuSecondsPer1000Calls);
            default -> ofCalls(slo, answers, calls);
        });
        Optional<Reason> growth = load.inFlightGrows() ? Optional.of(new InFlightGrows()) : Optional.empty();
        return Stream.concat(ofSlos, Stream.of(rate(load), growth))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Whether the calls that were started met the SLOs of calls, but calls had to wait for a user in most slices: then the number
     * of users stands in the way. Where no SLO is of calls, 99 of 100 have to succeed. A server that stands still for a moment
     * makes calls wait only then.
     */
    public boolean isPoolTooSmall(List<Slice> slices) {
        long dry = slices.stream()
                .filter(slice -> slice.dryLag().getTotalCount() > 0)
                .count();
        if (2 * dry <= slices.size()) {
            return false;
        }
        Answers answers = new Answers(slices);
        return ofCalls().findAny().isEmpty()
                ? answers.failed() <= (1 - LEAST_ACHIEVED) * answers.calls()
                : ofCalls().allMatch(slo -> isMetFromStart(slo, answers));
    }

    /** Whether a slice met the SLOs of calls, as far as so few calls tell; one in which no call ended did not. */
    public boolean isMet(Slice slice) {
        Answers answers = new Answers(List.of(slice));
        return answers.calls() > 0
                && ofCalls()
                        .allMatch(slo -> slo.figure() == Figure.SUCCESS_RATIO
                                ? ofCalls(slo, answers, answers.calls()).isEmpty()
                                : answers.slower(slo.limit().number(), isStrict(slo)) + answers.failed()
                                        <= (1 - slo.figure().quantile()) * answers.calls());
    }

    /** How many calls were answered as fast as the tightest SLO of a latency asks for; all that succeeded where there is none. */
    public long good(List<Slice> slices) {
        Answers answers = new Answers(slices);
        long succeeded = answers.calls() - answers.failed();
        return slos.stream()
                .filter(slo -> slo.figure().isLatency())
                .mapToLong(slo -> succeeded - answers.slower(slo.limit().number(), isStrict(slo)))
                .min()
                .orElse(succeeded);
    }

    private Stream<Slo> ofCalls() {
        return slos.stream().filter(slo -> !slo.isOfProcess());
    }

    /** Counted from when calls were started. */
    private static boolean isMetFromStart(Slo slo, Answers answers) {
        return slo.figure().isLatency()
                ? answers.slowerFromStart(slo.limit().number(), isStrict(slo)) + answers.failed()
                        <= most(slo.figure(), answers.calls())
                : ofCalls(slo, answers, answers.calls()).isEmpty();
    }

    /**
     * Whether the rate was reached. Calls that failed are what an SLO of success is about, and were started all the same; where
     * there is no such SLO, the server did not carry a call that failed.
     */
    private Optional<Reason> rate(LoadReport load) {
        boolean ofSuccess = slos.stream().anyMatch(slo -> slo.figure() == Figure.SUCCESS_RATIO);
        if (load.offeredCallsPerSecond() == null || ofSuccess && load.calls() > 0 && load.succeeded() == 0) {
            return Optional.empty();
        }
        double reached = ofSuccess ? load.startedCallsPerSecond() : load.achievedCallsPerSecond();
        return reached >= LEAST_ACHIEVED * load.offeredCallsPerSecond()
                ? Optional.empty()
                : Optional.of(new RateNotReached(reached, load.offeredCallsPerSecond(), ofSuccess));
    }

    private static Optional<Reason> ofCalls(Slo slo, Answers answers, long calls) {
        if (slo.figure() == Figure.SUCCESS_RATIO) {
            // Of all calls: while some are left, those will succeed as far as anybody knows.
            double ratio = calls == 0 ? 0 : 1 - (double) answers.failed() / calls;
            return slo.isKeptBy(ratio)
                    ? Optional.empty()
                    : Optional.of(new TooManyFailed(slo, calls, answers.failed()));
        }
        long most = most(slo.figure(), calls);
        if (most < 0) {
            return Optional.of(new TooFewCalls(slo, calls));
        }
        long beyond = answers.slower(slo.limit().number(), isStrict(slo)) + answers.failed();
        return beyond <= most ? Optional.empty() : Optional.of(new TooSlow(slo, calls, beyond, most));
    }

    private static Optional<Reason> ofProcess(Slo slo, Double value) {
        return value != null && slo.isKeptBy(value) ? Optional.empty() : Optional.of(new TooMuchUsed(slo, value));
    }

    private static long most(Figure figure, long calls) {
        return figure.quantile() == 1 ? 0 : TailBound.mostBeyond(calls, figure.quantile());
    }

    private static boolean isStrict(Slo slo) {
        return slo.operator() == Operator.LESS;
    }
}
