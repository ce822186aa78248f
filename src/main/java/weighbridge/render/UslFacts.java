package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.capacity.UslReport;
import weighbridge.render.PageContent.Fact;

/** The Universal Scalability Law of a target, in words. */
final class UslFacts {
    private UslFacts() {}

    static List<Fact> of(UslReport usl) {
        List<Fact> facts = new ArrayList<>();
        if (usl.lambda() != null) {
            facts.add(new Fact("λ, calls/s of one user", interval(usl.lambda())));
            facts.add(new Fact("σ, contention", interval(usl.sigma())));
            facts.add(new Fact("κ, crosstalk", interval(usl.kappa())));
            facts.add(new Fact("peak of the law", peak(usl)));
            facts.add(new Fact(
                    "the law was fitted to",
                    usl.points() + " closed loads of up to N = " + Quantity.inWords(usl.largestConcurrency())));
        }
        if (usl.reason() != null) {
            facts.add(new Fact("what the law does not say", CapacityFindingWords.of(usl.reason())));
        }
        return facts;
    }

    private static String interval(UslReport.Parameter parameter) {
        return parameter == null
                ? Text.orNotAvailable(null)
                : Quantity.inWords(parameter.value()) + " (" + Quantity.inWords(parameter.low())
                        + (parameter.high() == null ? " or more" : " to " + Quantity.inWords(parameter.high())) + ")";
    }

    private static String peak(UslReport usl) {
        return usl.peak() == null
                ? Text.orNotAvailable(null)
                : interval(usl.peak().callsPerSecond()) + " calls/s at N = "
                        + interval(usl.peak().concurrency());
    }
}
