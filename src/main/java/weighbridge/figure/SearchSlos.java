package weighbridge.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.text.Fault;

/**
 * Under which SLOs a capacity can be looked for: those of figures that a load at one rate has, each with its limit on the
 * side on which more load breaks it.
 */
public final class SearchSlos {
    private static final String WHERE = "where a capacity is looked for, ";

    private SearchSlos() {}

    /** Whether this is one of them. */
    public static boolean isOne(Slo slo) {
        return fault(slo).isEmpty();
    }

    /** What is wrong with those that are none of them. */
    public static List<Fault> faults(List<Slo> slos) {
        return slos.stream().map(SearchSlos::fault).flatMap(Optional::stream).toList();
    }

    private static Optional<Fault> fault(Slo slo) {
        if (!slo.figure().is(Trait.SEARCHED)) {
            return fault(slo, slo.key(), keys(), "leave it out, or give it for a run of bursts");
        }
        boolean moreIsBetter = slo.figure().isMoreBetter() && !slo.key().equals(Slo.ERRORS);
        boolean lower = slo.operator() == Operator.MORE || slo.operator() == Operator.AT_LEAST;
        if (lower == moreIsBetter) {
            return Optional.empty();
        }
        String usual = (moreIsBetter ? Operator.AT_LEAST : Operator.LESS).sign();
        String limit = slo.limit().text().replace(" ", "");
        return fault(
                slo,
                slo.operator().sign(),
                (moreIsBetter ? "> or >=" : "< or <=") + " for " + slo.key(),
                "write for example " + slo.key() + usual + limit);
    }

    private static Optional<Fault> fault(Slo slo, String found, String allowed, String fix) {
        return Optional.of(new Fault(Slos.SETTING, slo.text(), '"' + found + '"', WHERE + allowed, fix));
    }

    private static String keys() {
        return Stream.concat(Figure.all(Trait.SEARCHED).stream().map(Figure::key), Stream.of(Slo.ERRORS))
                .collect(Collectors.joining(", "));
    }
}
