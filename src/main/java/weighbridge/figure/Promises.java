package weighbridge.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.text.Spelling;

/** The promises of a run, as a user gives them: {@code p99<50ms, netty:p50<=5ms}. */
public final class Promises {
    static final String SETTING = "slo";

    private Promises() {}

    /**
     * Those of a text, in its order; what is wrong with the others goes to the faults.
     *
     * @param text conditions separated by commas
     */
    public static List<Promise> read(String text, List<Fault> faults) {
        List<Promise> promises = new ArrayList<>();
        for (String condition : text.split(",", -1)) {
            ConditionReader.read(condition, faults).ifPresent(promise -> {
                if (promises.stream().anyMatch(earlier -> isSaidBy(promise, earlier))) {
                    faults.add(twice(condition.strip(), promise));
                } else {
                    promises.add(promise);
                }
            });
        }
        return List.copyOf(promises);
    }

    /** Those that {@link Promise#text} wrote down. @throws InputException where one is none */
    public static List<Promise> of(List<String> texts) {
        List<Fault> faults = new ArrayList<>();
        List<Promise> promises = texts.isEmpty() ? List.of() : read(String.join(",", texts), faults);
        if (!faults.isEmpty()) {
            throw InputException.of(faults);
        }
        return promises;
    }

    /** Refuses promises of targets that are not in the run. @throws InputException with all of them */
    public static void requireTargets(List<Promise> promises, Collection<String> names) {
        List<Fault> faults = promises.stream()
                .filter(promise -> promise.target() != null && !names.contains(promise.target()))
                .map(promise -> unknownTarget(promise, names))
                .toList();
        if (!faults.isEmpty()) {
            throw InputException.of(faults);
        }
    }

    /** Of one target or of all: in either order, who promises for all has promised for the one. */
    private static boolean isSaidBy(Promise promise, Promise other) {
        boolean sameTargets = promise.target() == null || other.target() == null || promise.isOf(other.target());
        return sameTargets && promise.condition().equals(other.condition());
    }

    private static Fault twice(String condition, Promise promise) {
        return new Fault(
                SETTING,
                condition,
                "\"" + promise.condition() + "\" a second time",
                "each condition once for a target; without a name it is for all of them",
                "keep one of the two");
    }

    private static Fault unknownTarget(Promise promise, Collection<String> names) {
        String fix = Spelling.meant(promise.target(), names)
                .map(meant -> "did you mean " + meant + "?")
                .orElse("name one of those, or add it to -Dtargets");
        return new Fault(
                SETTING,
                promise.text(),
                "\"" + promise.target() + "\", which is not in the run",
                "the targets " + String.join(", ", names),
                fix);
    }
}
