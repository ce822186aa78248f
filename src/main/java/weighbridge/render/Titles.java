package weighbridge.render;

import java.util.List;
import java.util.stream.Stream;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.render.Sheet.*;
import weighbridge.text.ForeignText;

/** How processes are named where something is told of them. */
final class Titles {
    private static final int MOST_CHARS = 27;

    private Titles() {}

    /** The process that calls the targets. */
    static String main(Report report) {
        return "main " + report.main().version();
    }

    /** The length of the longest title, so that all lines and tables of plain text line up. */
    static int width(Report report) {
        return Stream.concat(Stream.of(main(report)), report.targets().stream().map(TargetReport::title))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** Name and version, cut so that a line of a console has room for more. */
    static String brief(TargetReport target) {
        String title = target.title();
        return title.codePointCount(0, title.length()) <= MOST_CHARS
                ? title
                : ForeignText.start(title, MOST_CHARS - 3) + "...";
    }

    /** Name and version in plain text. */
    static Field<TargetReport> plain(Report report) {
        return new Field<>(new Column("target", Content.WORDS, "", width(report)), target -> cell(target, ""));
    }

    /** With what came of a target that was not measured. */
    static Field<TargetReport> withOutcome() {
        return new Field<>(Column.words("target"), target -> cell(target, target.measured() ? "" : outcome(target)));
    }

    /** The name, and why the target was not measured. */
    static Field<TargetReport> withReason() {
        return new Field<>(
                Column.words("target"),
                target -> new Cell(target.name(), null, Mark.NONE, "", target.reason() == null ? "" : outcome(target)));
    }

    /** What was called first. */
    static Field<TargetReport> url() {
        return new Field<>(
                new Column("url", Content.CODE, "", 0),
                target -> Cell.of(target.identity().url()));
    }

    /** What came of it, with the first line of why. */
    static String outcome(TargetReport target) {
        return target.outcome().label() + (target.reason() == null ? "" : ": " + firstLine(target.reason()));
    }

    static Cell cell(TargetReport target, String note) {
        return new Cell(target.name(), null, Mark.NONE, target.identity().version(), note);
    }

    /** Whether Weighbridge started it, and so is to end it. */
    static boolean wasStarted(TargetReport target) {
        return target.identity().started() && target.identity().pid() != null;
    }

    /** The first line of a text; empty of none. */
    static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** The words in a row, or the word that there are none. */
    static String orNone(Stream<String> words) {
        List<String> all = words.toList();
        return all.isEmpty() ? "none" : String.join(" ", all);
    }
}
