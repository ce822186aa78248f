package weighbridge.render;

import java.util.List;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;

/** How a figure is marked that failed calls have made: see {@link TargetReport#isOfFailures}. */
final class FailedCalls {
    static final String NOTE = "*: calls failed, so this says more of the timeout than of the server; not ranked";

    private static final String MARK = "*";

    private FailedCalls() {}

    /** The value of a figure, with the mark where it has one. */
    static String text(TargetReport target, Figure figure) {
        return Numbers.of(figure, target.figure(figure).median()) + (target.isOfFailures(figure) ? MARK : "");
    }

    /** Whether any of these figures is marked at any target. */
    static boolean areSeen(Report report, List<Figure> figures) {
        return report.targets().stream().anyMatch(target -> figures.stream().anyMatch(target::isOfFailures));
    }
}
