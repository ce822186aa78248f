package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.PromiseReport;
import weighbridge.figure.Amount;
import weighbridge.text.Fault;

/** A line for each promise at each target. */
public final class PromiseLines {
    private static final String GAP = "   ";

    private PromiseLines() {}

    /** With a title above; none where nothing was promised. */
    static List<String> of(List<PromiseReport> promises) {
        if (promises.isEmpty()) {
            return List.of();
        }
        int targetWidth = promises.stream()
                .mapToInt(promise -> promise.target().length())
                .max()
                .orElse(0);
        int conditionWidth = promises.stream()
                .mapToInt(promise -> promise.condition().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>(List.of("Promises:"));
        for (PromiseReport promise : promises) {
            lines.add((promise.kept() ? "kept    " : "broken  ")
                    + Text.pad(promise.target(), targetWidth)
                    + GAP
                    + Text.pad(promise.condition(), conditionWidth)
                    + GAP
                    + outcome(promise));
        }
        return lines;
    }

    /** What was measured, beside its limit. @param promise of which a value is known */
    public static String value(PromiseReport promise) {
        Amount limit = Amount.measured(promise.limit(), promise.unit());
        return Amount.measured(promise.value(), promise.unit()).textBeside(limit);
    }

    /** What was measured, or why there is nothing; the reason's first line. */
    static String outcome(PromiseReport promise) {
        if (promise.known()) {
            return value(promise);
        }
        String reason = promise.reason().lines().findFirst().orElse("");
        return "not known: " + Fault.oneLine(reason, 400);
    }
}
