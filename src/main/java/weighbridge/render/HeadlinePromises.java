package weighbridge.render;

import java.util.List;
import java.util.Optional;
import weighbridge.analysis.PromiseReport;

/** What the headline says of promises. */
final class HeadlinePromises {
    private HeadlinePromises() {}

    /** How many were broken and the first of them, and how many are not known to be kept; empty where all were kept. */
    static Optional<String> of(List<PromiseReport> promises) {
        List<PromiseReport> broken = promises.stream()
                .filter(promise -> promise.known() && !promise.kept())
                .toList();
        List<PromiseReport> unknown =
                promises.stream().filter(promise -> !promise.known()).toList();
        String of = " of " + Numbers.count(promises.size(), "promise");
        if (!broken.isEmpty()) {
            return Optional.of(broken.size() + of + (broken.size() == 1 ? " was" : " were") + " broken: "
                    + first(broken)
                    + (unknown.isEmpty() ? "" : ", and of " + unknown.size() + " it is not known"));
        }
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("it is not known whether " + unknown.size() + of
                        + (unknown.size() == 1 ? " was" : " were") + " kept: " + first(unknown));
    }

    /** The first with its value, or why there is none. */
    private static String first(List<PromiseReport> promises) {
        PromiseReport first = promises.get(0);
        return (promises.size() == 1 ? "" : "first ") + Headline.shortened(first.condition()) + " by "
                + Headline.name(first.target()) + " (" + Headline.shortened(PromisesSection.outcome(first)) + ")";
    }
}
