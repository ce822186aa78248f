package weighbridge.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.text.Spelling;

/** The SLOs of a run, as a user gives them: {@code p99<50ms, netty:p50<=5ms}. */
public final class Slos {
    static final String SETTING = "slo";

    private Slos() {}

    /**
     * Those of a text, in its order; what is wrong with the others goes to the faults.
     *
     * @param text conditions separated by commas
     */
    public static List<Slo> read(String text, List<Fault> faults) {
        List<Slo> slos = new ArrayList<>();
        for (String condition : text.split(",", -1)) {
            ConditionReader.read(condition, faults).ifPresent(slo -> {
                if (slos.stream().anyMatch(earlier -> isSaidBy(slo, earlier))) {
                    faults.add(twice(condition.strip(), slo));
                } else {
                    slos.add(slo);
                }
            });
        }
        return List.copyOf(slos);
    }

    /** Those that {@link Slo#text} wrote down. @throws InputException where one is none */
    public static List<Slo> of(List<String> texts) {
        List<Fault> faults = new ArrayList<>();
        List<Slo> slos = texts.isEmpty() ? List.of() : read(String.join(",", texts), faults);
        if (!faults.isEmpty()) {
            throw InputException.of(faults);
        }
        return slos;
    }

    /** Refuses SLOs of targets that are not in the run. @throws InputException with all of them */
    public static void requireTargets(List<Slo> slos, Collection<String> names) {
        List<Fault> faults = slos.stream()
                .filter(slo -> names.stream().noneMatch(slo::isOf))
                .map(slo -> unknownTarget(slo, names))
                .toList();
        if (!faults.isEmpty()) {
            throw InputException.of(faults);
        }
    }

    /** Of one target or of all, in either order: what holds for all holds for the one. */
    private static boolean isSaidBy(Slo slo, Slo other) {
        boolean sameTargets = slo.target() == null || other.target() == null || slo.isOf(other.target());
        return sameTargets && slo.condition().equals(other.condition());
    }

    private static Fault twice(String condition, Slo slo) {
        return new Fault(
                SETTING,
                condition,
                "\"" + slo.condition() + "\" a second time",
                "each condition once for a target; without a name it is for all of them",
                "keep one of the two");
    }

    private static Fault unknownTarget(Slo slo, Collection<String> names) {
        String fix = Spelling.meant(slo.target(), names)
                .map(meant -> "did you mean " + meant + "?")
                .orElse("name one of those, or add it to -Dtargets");
        return new Fault(
                SETTING,
                slo.text(),
                "\"" + slo.target() + "\", which is not in the run",
                Spelling.allowed(slo.target(), names),
                fix);
    }
}
