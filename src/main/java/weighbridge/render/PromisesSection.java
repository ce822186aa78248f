package weighbridge.render;

import static weighbridge.render.Field.*;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import weighbridge.analysis.PromiseReport;
import weighbridge.figure.Amount;
import weighbridge.render.Sheet.*;
import weighbridge.text.Fault;

/** What came of each SLO at each target. */
public final class PromisesSection {
    private PromisesSection() {}

    /** For plain text, a line for each. */
    static Lines plain(List<PromiseReport> promises) {
        int target = width(promises, PromiseReport::target);
        int condition = width(promises, PromiseReport::condition);
        return new Lines(join(
                List.of("Promises:"),
                promises.stream()
                        .map(promise -> (promise.kept() ? "kept    " : "broken  ")
                                + TextRenderer.pad(promise.target(), target)
                                + TextRenderer.GAP
                                + TextRenderer.pad(promise.condition(), condition)
                                + TextRenderer.GAP
                                + outcome(promise))
                        .toList()));
    }

    private static int width(List<PromiseReport> promises, Function<PromiseReport, String> text) {
        return promises.stream().map(text).mapToInt(String::length).max().orElse(0);
    }

    /** For the page, all of a reason that is known. */
    static Table page(List<PromiseReport> promises) {
        List<Field<PromiseReport>> fields = List.of(
                words("target", PromiseReport::target),
                words("promise", PromiseReport::condition),
                words(
                        "measured",
                        promise -> promise.known() ? value(promise) : "n/a: " + GapWords.of(promise.reason())),
                words("came of it", PromisesSection::verdict));
        return Field.table("", fields, promises);
    }

    /** Those that were broken first, and then those that are not known to be kept. */
    static Table table(List<PromiseReport> promises) {
        List<Field<PromiseReport>> fields = List.of(
                new Field<>(
                        Column.words(""),
                        promise -> new Cell(verdict(promise), null, promise.kept() ? Mark.NONE : Mark.STRONG, "", "")),
                words("target", PromiseReport::target),
                words("promise", PromiseReport::condition),
                words(
                        "measured",
                        promise -> promise.known() ? value(promise) : Titles.firstLine(GapWords.of(promise.reason()))));
        return Field.table(
                "",
                fields,
                promises.stream()
                        .sorted(Comparator.comparing(promise -> promise.kept() ? 2 : promise.known() ? 0 : 1))
                        .toList());
    }

    /** Kept, broken or not known. */
    static String verdict(PromiseReport promise) {
        return promise.kept() ? "kept" : promise.known() ? "broken" : "not known";
    }

    /** What was measured, beside its limit. @param promise of which a value is known */
    public static String value(PromiseReport promise) {
        Amount limit = Amount.measured(promise.limit(), promise.unit());
        return Amount.measured(promise.value(), promise.unit()).textBeside(limit);
    }

    /** What was measured, or why there is nothing; the reason's first line. */
    static String outcome(PromiseReport promise) {
        return promise.known()
                ? value(promise)
                : "not known: " + Fault.oneLine(Titles.firstLine(GapWords.of(promise.reason())), 400);
    }
}
