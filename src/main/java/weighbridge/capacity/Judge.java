package weighbridge.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weighbridge.figure.Figure;
import weighbridge.figure.LoadPromises;
import weighbridge.figure.Operator;
import weighbridge.figure.Promise;
import weighbridge.record.Latencies.Slice;

/**
 * Whether a load kept its promises. A call that failed is slower than any limit. Latencies are from the planned start; of
 * a percentile the upper end of its 95 % confidence interval has to keep the promise ({@link TailBound}).
 */
public final class Judge {
    /** Of the offered rate so much has to be reached. */
    public static final double LEAST_ACHIEVED = 0.99;

    private final List<Promise> promises;

    /**
     * @param promises of this target
     * @throws IllegalArgumentException where one of them cannot be told of a load at one rate
     */
    public Judge(List<Promise> promises) {
        if (!promises.stream().allMatch(LoadPromises::canBeTold)) {
            throw new IllegalArgumentException(promises + " are not all of a load");
        }
        this.promises = List.copyOf(promises);
    }

    /** The fewest calls after which all promises can be told. */
    public long fewestCalls() {
        return promises.stream()
                .mapToDouble(promise -> promise.figure().quantile())
                .filter(quantile -> quantile > 0 && quantile < 1)
                .mapToLong(TailBound::fewestCalls)
                .max()
                .orElse(1);
    }

    /** The tightest limit of a latency, ms; infinite where there is none. */
    public double tightestMillis() {
        return promises.stream()
                .filter(promise -> promise.figure().isLatency())
                .mapToDouble(promise -> promise.limit().number().doubleValue())
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** What was broken, in words, and by what. */
    public record Broken(String words, Kind kind) {
        /** By what. */
        public enum Kind {
            /** Latency, errors, or the rate that was reached. */
            CALLS,
            /** Memory. */
            MEMORY,
            /** Processor time. */
            CPU
        }
    }

    /**
     * What is broken for good while the load still goes on: whatever becomes of the calls that are left. Empty where nothing is.
     *
     * @param planned calls of the whole load
     */
    public List<Broken> beyondDoubt(List<Slice> soFar, long planned) {
        Answers answers = new Answers(soFar);
        List<Broken> broken = new ArrayList<>();
        for (Promise promise : promises) {
            if (isOfCalls(promise.figure())) {
                calls(promise, answers, planned).ifBroken(broken);
            }
        }
        return broken;
    }

    /**
     * What is broken of a load that has ended; empty where all is kept.
     *
     * @param load what came of it
     * @param calls that are judged: those that ended, or all that were planned of a load that was ended because nothing could save it
     * @param peakRssBytes the target's high-water mark; null where it is not known
     * @param cpuSecondsPer1000Calls of the target; null where it is not known
     */
    public List<Broken> broken(
            LoadReport load, long calls, List<Slice> slices, Long peakRssBytes, Double cpuSecondsPer1000Calls) {
        Answers answers = new Answers(slices);
        List<Broken> broken = new ArrayList<>();
        for (Promise promise : promises) {
            switch (promise.figure()) {
                case PEAK_RSS_BYTES ->
                    other(promise, peakRssBytes == null ? null : (double) peakRssBytes, Broken.Kind.MEMORY)
                            .ifBroken(broken);
                case CPU_SECONDS_PER_1000_CALLS ->
                    other(promise, cpuSecondsPer1000Calls, Broken.Kind.CPU).ifBroken(broken);
                default -> calls(promise, answers, calls).ifBroken(broken);
            }
        }
        reached(load).ifBroken(broken);
        if (load.inFlightGrows()) {
            broken.add(new Broken("more and more calls were under way", Broken.Kind.CALLS));
        }
        return broken;
    }

    /**
     * Whether the calls that were started kept what is promised of calls, but calls had to wait for a user in most slices: then it
     * is the number of users that stands in the way. Where nothing is promised of calls, 99 of 100 have to be answered as expected. A
     * server that stands still for a moment makes calls wait only then.
     */
    public boolean isPoolTooSmall(List<Slice> slices) {
        long dry = slices.stream()
                .filter(slice -> slice.dryLag().getTotalCount() > 0)
                .count();
        if (2 * dry <= slices.size()) {
            return false;
        }
        Answers answers = new Answers(slices);
        List<Promise> ofCalls =
                promises.stream().filter(promise -> isOfCalls(promise.figure())).toList();
        return ofCalls.isEmpty()
                ? answers.failed() <= (1 - LEAST_ACHIEVED) * answers.calls()
                : ofCalls.stream().allMatch(promise -> isKeptFromStart(promise, answers));
    }

    /** Counted from when calls were started. */
    private static boolean isKeptFromStart(Promise promise, Answers answers) {
        return promise.figure().isLatency()
                ? answers.slowerFromStart(promise.limit().number(), isStrict(promise)) + answers.failed()
                        <= most(promise.figure(), answers.calls())
                : calls(promise, answers, answers.calls()).broken() == null;
    }

    private static long most(Figure figure, long calls) {
        return figure.quantile() == 1 ? 0 : TailBound.mostBeyond(calls, figure.quantile());
    }

    private static boolean isStrict(Promise promise) {
        return promise.operator() == Operator.LESS;
    }

    /**
     * Whether the rate was reached. Calls that failed are what a promise of calls is about, and were started all the same;
     * where there is no such promise, a call that failed is none that the server carried.
     */
    private Held reached(LoadReport load) {
        boolean ofCalls = promises.stream().anyMatch(promise -> promise.figure() == Figure.SUCCESS_RATIO);
        if (load.offeredCallsPerSecond() == null || ofCalls && load.calls() > 0 && load.succeeded() == 0) {
            return new Held(null);
        }
        double reached = ofCalls ? load.startedCallsPerSecond() : load.achievedCallsPerSecond();
        return new Held(
                reached >= LEAST_ACHIEVED * load.offeredCallsPerSecond()
                        ? null
                        : new Broken(
                                text(
                                        "%.0f of %.0f calls/s were %s",
                                        reached,
                                        load.offeredCallsPerSecond(),
                                        ofCalls ? "started" : "answered as expected"),
                                Broken.Kind.CALLS));
    }

    /** A promise and why it is not kept; null where it is. */
    private record Held(Broken broken) {
        void ifBroken(List<Broken> all) {
            if (broken != null) {
                all.add(broken);
            }
        }
    }

    private static Held calls(Promise promise, Answers answers, long calls) {
        if (promise.figure() == Figure.SUCCESS_RATIO) {
            // Of all calls: while some are left, those will succeed as far as anybody knows.
            double ratio = calls == 0 ? 0 : 1 - (double) answers.failed() / calls;
            return promise.isKeptBy(ratio)
                    ? new Held(null)
                    : new Held(new Broken(
                            text("%s: %d of %d failed", promise.condition(), answers.failed(), calls),
                            Broken.Kind.CALLS));
        }
        long most = most(promise.figure(), calls);
        long beyond = answers.slower(promise.limit().number(), isStrict(promise)) + answers.failed();
        if (most >= 0 && beyond <= most) {
            return new Held(null);
        }
        return new Held(new Broken(
                most < 0
                        ? text("%s: %d calls are too few to tell", promise.condition(), calls)
                        : text(
                                "%s: %d of %d were slower or failed, at most %d may",
                                promise.condition(), beyond, calls, most),
                Broken.Kind.CALLS));
    }

    private static Held other(Promise promise, Double value, Broken.Kind kind) {
        if (value == null) {
            return new Held(new Broken(promise.condition() + ": not known", kind));
        }
        return promise.isKeptBy(value)
                ? new Held(null)
                : new Held(new Broken(
                        promise.condition() + ": " + promise.amount(value).text(), kind));
    }

    private static boolean isOfCalls(Figure figure) {
        return figure.isLatency() || figure == Figure.SUCCESS_RATIO;
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
