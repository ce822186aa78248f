package weighbridge.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.text.Fault;

/**
 * Which promises can be told of a load at one rate, so that a highest rate can be looked for under which they are kept: of
 * figures that the load itself has, each with its limit on the side on which more load breaks it.
 */
public final class LoadPromises {
    private LoadPromises() {}

    /** Whether this is one of them. */
    public static boolean canBeTold(Promise promise) {
        return fault(promise).isEmpty();
    }

    /** Whether it is told of the processes of a server and not of its answers. */
    public static boolean isOfProcess(Promise promise) {
        return promise.figure().topic() == Topic.MEMORY || promise.figure().topic() == Topic.CPU;
    }

    /** What is wrong with those that are none of them. */
    public static List<Fault> faults(List<Promise> promises) {
        return promises.stream()
                .map(LoadPromises::fault)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Fault> fault(Promise promise) {
        if (!promise.figure().is(Trait.SEARCHED)) {
            return Optional.of(wrong(
                    promise,
                    promise.key(),
                    "where a capacity is looked for, " + keys(),
                    "leave it out, or promise it of a run of bursts"));
        }
        boolean moreIsBetter = promise.figure().isMoreBetter() && !promise.key().equals(Promise.ERRORS);
        boolean lower = promise.operator() == Operator.MORE || promise.operator() == Operator.AT_LEAST;
        if (lower != moreIsBetter) {
            Operator usual = moreIsBetter ? Operator.AT_LEAST : Operator.LESS;
            return Optional.of(wrong(
                    promise,
                    promise.operator().sign(),
                    "where a capacity is looked for, " + (moreIsBetter ? "> or >=" : "< or <=") + " for "
                            + promise.key(),
                    "write for example " + promise.key() + usual.sign()
                            + promise.limit().text().replace(" ", "")));
        }
        return Optional.empty();
    }

    private static Fault wrong(Promise promise, String found, String allowed, String fix) {
        return new Fault(Promises.SETTING, promise.text(), '"' + found + '"', allowed, fix);
    }

    private static String keys() {
        return Stream.concat(Figure.all(Trait.SEARCHED).stream().map(Figure::key), Stream.of(Promise.ERRORS))
                .collect(Collectors.joining(", "));
    }
}
