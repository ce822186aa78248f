package weighbridge.render;

import static weighbridge.render.Field.*;

import java.util.List;
import weighbridge.analysis.Report;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.render.Sheet.*;

/** The figures that a reader looks at first, a row for each target. */
final class SummarySection {
    private static final List<Figure> FIGURES = Figure.byTopic(Trait.IN_SUMMARY);

    private SummarySection() {}

    /** With what came of each target, and what was called. */
    static Table table(Report report) {
        MarkedFigures figures = new MarkedFigures(report, FIGURES);
        return Field.table(
                "",
                join(List.of(Titles.withOutcome()), figures.fields(), List.of(Titles.url())),
                report.targets(),
                figures.note());
    }
}
