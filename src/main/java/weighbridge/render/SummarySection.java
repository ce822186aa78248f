package weighbridge.render;

import static weighbridge.render.Field.*;

import java.util.List;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.render.Sheet.*;

/** The figures that a reader looks at first, a row for each target, the best of each column marked. */
final class SummarySection {
    static final List<Figure> FIGURES = Figure.byTopic(Trait.IN_SUMMARY);

    private SummarySection() {}

    /** With what came of each target, and what was called. */
    static Table table(Report report) {
        return table(report, join(List.of(Titles.withOutcome()), figures(report), List.of(Titles.url())));
    }

    /** For the page, which shows outcomes that have a reason. */
    static Table page(Report report) {
        return table(report, join(List.of(Titles.withReason()), figures(report)));
    }

    private static Table table(Report report, List<Field<TargetReport>> fields) {
        return Field.table("", fields, report.targets(), new Highlights(report).note());
    }

    private static List<Field<TargetReport>> figures(Report report) {
        Highlights highlights = new Highlights(report);
        return FIGURES.stream()
                .map(figure -> figure(figure, highlights.best(figure)))
                .toList();
    }

    private static Field<TargetReport> figure(Figure figure, List<String> best) {
        Mark mark = best.size() == 1 ? Mark.BEST : Mark.TIE;
        return new Field<>(new Column(Numbers.title(figure), Content.NUMBER, figure.meaning(), 0), target -> {
            FigureReport over = target.figure(figure);
            return new Cell(
                    Numbers.of(figure, over.median()),
                    over.median(),
                    best.contains(target.name()) ? mark : Mark.NONE,
                    over.low() == null ? "" : RoundsSection.interval(figure, over),
                    "");
        });
    }
}
