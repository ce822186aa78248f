package weighbridge.capacity;

import java.util.List;
import weighbridge.figure.Figure;
import weighbridge.figure.Slo;
import weighbridge.record.EarlyEnd;

/** What a capacity card says beside its figures. {@code render} makes the words. */
public sealed interface CapacityFinding {
    /** Why a load step did not hold its rate, or says nothing of it. */
    sealed interface Reason extends CapacityFinding {
        /** What the reason points at. */
        default Bound bound() {
            return Bound.SLO;
        }
    }

    /** A reason that says nothing of the server. */
    sealed interface Overload extends Reason {
        @Override
        default Bound bound() {
            return Bound.GENERATOR;
        }
    }

    /** The step was ended early. */
    record Ended(EarlyEnd why) implements Reason {}

    /** Fewer latencies than calls are there. */
    record LatenciesLost() implements Reason {}

    /** So few calls cannot show that a percentile holds. */
    record TooFewCalls(Slo slo, long calls) implements Reason {}

    /** Of these calls {@code beyond} were slower than the limit or failed, and {@code most} may. */
    record TooSlow(Slo slo, long calls, long beyond, long most) implements Reason {}

    /** Too many calls failed. */
    record TooManyFailed(Slo slo, long calls, long failed) implements Reason {}

    /** Memory or CPU time is beyond its limit, or not known: null. */
    record TooMuchUsed(Slo slo, Double value) implements Reason {
        @Override
        public Bound bound() {
            return slo.figure() == Figure.PEAK_RSS_BYTES ? Bound.MEMORY : Bound.CPU;
        }
    }

    /** The rate was not reached, by calls that were started or else by calls that succeeded. */
    record RateNotReached(double reached, double offered, boolean started) implements Reason {}

    /** More and more calls were in flight. */
    record InFlightGrows() implements Reason {}

    /** The host took this share of the machine's CPU time. */
    record Stolen(double share) implements Overload {}

    /** Other processes took this share of it. */
    record OthersBusy(double share) implements Overload {}

    /** All cores were busy, so many of them with the generator and the server. */
    record CoresBusy(int cores, double generator, double server) implements Overload {}

    /** The generator was overloaded. */
    record GeneratorUnwell(GeneratorFault fault) implements Overload {}

    /** The generator started calls late. */
    record GeneratorLate(double p99Millis) implements Overload {}

    /** All users had a call in flight most of the time. */
    record PoolTooSmall(int users) implements Overload {}

    /** Users of a closed load were between two calls for this share of the time. */
    record UsersPaused(double share) implements Overload {}

    /**
     * So many calls of a closed load failed that its rate is not what so many users get answered.
     *
     * @param share part of the users' time that failed calls took
     */
    record UsersFailed(long calls, long failed, double share) implements Reason {}

    /** What stands in the way of a higher rate. */
    sealed interface Limit extends CapacityFinding {}

    /** A load step at a higher rate broke on this. */
    record StepBroke(Bound bound, List<Reason> reasons, double callsPerSecond) implements Limit {
        /** Copies the list. */
        public StepBroke {
            reasons = List.copyOf(reasons);
        }
    }

    /** No rate was held at all, or none was found that is not. */
    enum NoLimit implements Limit {
        /** No rate was held. */
        NONE_HELD,
        /** No rate was broken. */
        NONE_BROKEN
    }

    /** What a reader of the card has to know. */
    sealed interface Caveat extends CapacityFinding {}

    /** What fresh processes said of a rate: so many held it, did not hold it, or had a generator that was overloaded. */
    record Confirmations(int held, int broken, int inconclusive) {}

    /** Why no further process was asked. */
    enum CutShort {
        /** The time for the target was over. */
        TIME_LIMIT,
        /** The run was ended. */
        RUN_ENDED,
        /** The server did not start again. */
        NO_START
    }

    /** Fewer processes than needed confirmed the rate. */
    record FewProcesses(Confirmations asked, CutShort why) implements Caveat {}

    /** Not even this rate, the lowest that was to be confirmed, was held in every process. */
    record NoneConfirmed(double callsPerSecond, Confirmations asked, CutShort why) implements Caveat {}

    /** The server could not be started afresh. */
    record SameProcess() implements Caveat {}

    /** Each confirming load was short. */
    record ShortSteps(double seconds) implements Caveat {}

    /** The rates that were held and not held are far apart. */
    record WideBracket(double low, double high) implements Caveat {}

    /** Why something of the USL is not known. */
    sealed interface UslGap extends CapacityFinding {}

    /** These concurrency levels are too few. */
    record TooFewLevels(List<Double> concurrency) implements UslGap {
        /** Copies the list. */
        public TooFewLevels {
            concurrency = List.copyOf(concurrency);
        }
    }

    /** No call was answered. */
    record NothingAnswered() implements UslGap {}

    /** Rates stay at this one from so many users on, which the law does not allow for: it has a peak, or none. */
    record LevelsOff(double callsPerSecond, double users) implements UslGap {}

    /** The points lie beside the law by this share of the highest rate, more than those of one level differ. */
    record LiesBeside(double share) implements UslGap {}

    /** With more users each got more calls a second answered; by the law it is never more. */
    record RisesPerUser(double users, double callsPerSecond, double moreUsers, double more) implements UslGap {}

    /** The peak is beyond twice so many users, or there is none up to there. */
    record PeakOutOfReach(boolean exists, double users) implements UslGap {}

    /** Any other words; nothing is decided by them. */
    record Quoted(String words) implements Reason, Limit, Caveat, UslGap {}
}
