package weighbridge.render;

import static weighbridge.render.Field.*;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import weighbridge.analysis.SloReport;
import weighbridge.figure.Amount;
import weighbridge.render.Sheet.*;
import weighbridge.text.Fault;

/** What came of each SLO at each target. */
public final class SloSection {
    private SloSection() {}

    /** For plain text, a line for each; none where nothing is promised. */
    static Lines plain(List<SloReport> slos) {
        if (slos.isEmpty()) {
            return new Lines(List.of());
        }
        int target = width(slos, SloReport::target);
        int condition = width(slos, SloReport::condition);
        return new Lines(join(
                List.of("SLOs:"),
                slos.stream()
                        .map(slo -> TextRenderer.pad(verdict(slo), "unknown ".length())
                                + TextRenderer.pad(slo.target(), target)
                                + TextRenderer.GAP
                                + TextRenderer.pad(slo.condition(), condition)
                                + TextRenderer.GAP
                                + outcome(slo))
                        .toList()));
    }

    /** For a console: how many are kept, and a line for each of the others. */
    static Lines console(List<SloReport> slos) {
        List<SloReport> others = slos.stream().filter(slo -> !slo.kept()).toList();
        if (slos.isEmpty()) {
            return new Lines(List.of());
        }
        String kept = "SLOs: " + (slos.size() - others.size()) + " of " + slos.size() + " kept";
        return new Lines(
                join(List.of(kept), plain(others).lines().stream().skip(1).toList()));
    }

    private static int width(List<SloReport> slos, Function<SloReport, String> text) {
        return slos.stream().map(text).mapToInt(String::length).max().orElse(0);
    }

    /** For the page, all of a reason that is known. */
    static Table page(List<SloReport> slos) {
        List<Field<SloReport>> fields = List.of(
                words("target", SloReport::target),
                words("SLO", SloReport::condition),
                words("measured", slo -> slo.known() ? value(slo) : "n/a: " + GapWords.of(slo.reason())),
                words("result", SloSection::verdict));
        return Field.table("", fields, slos);
    }

    /** Those that were broken first, and then those that are not known to be kept. */
    static Table table(List<SloReport> slos) {
        List<Field<SloReport>> fields = List.of(
                new Field<>(
                        Column.words(""),
                        slo -> new Cell(verdict(slo), null, slo.kept() ? Mark.NONE : Mark.STRONG, "", "")),
                words("target", SloReport::target),
                words("SLO", SloReport::condition),
                words("measured", slo -> slo.known() ? value(slo) : Titles.firstLine(GapWords.of(slo.reason()))));
        return Field.table(
                "",
                fields,
                slos.stream()
                        .sorted(Comparator.comparing(slo -> slo.kept() ? 2 : slo.known() ? 0 : 1))
                        .toList());
    }

    /** Kept, broken or not known. */
    static String verdict(SloReport slo) {
        return slo.kept() ? "kept" : slo.known() ? "broken" : "unknown";
    }

    /** What was measured, beside its limit. @param slo of which a value is known */
    public static String value(SloReport slo) {
        Amount limit = Amount.measured(slo.limit(), slo.unit());
        return Amount.measured(slo.value(), slo.unit()).textBeside(limit);
    }

    /** What was measured, or why there is nothing; the reason's first line. */
    static String outcome(SloReport slo) {
        return slo.known() ? value(slo) : "unknown: " + Fault.oneLine(Titles.firstLine(GapWords.of(slo.reason())), 400);
    }
}
