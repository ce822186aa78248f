package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.render.Sheet.*;
import weighbridge.text.Fault;

/** All that a reader has to know of a run beside its figures. */
final class Remarks {
    private static final int MOST_CHARS = 400;

    /** Of a console, with all that stands above. */
    private static final int SCREEN_LINES = 45;

    private static final int LEAST_LINES = 2;
    private static final int MOST_LINES = 5;

    private Remarks() {}

    /** What a line is about, what matters most first. */
    enum Kind {
        /** Why the figures cannot be relied on. */
        NOT_VALID("Not valid"),
        /** What a target's failed calls are due to. */
        CALLS_FAILED("Why calls failed"),
        /** Why a target was not measured. */
        FAILED("Failed"),
        /** What a target did that a server should not. */
        MISBEHAVED("Misbehaved"),
        /** Something else. */
        OTHER("Remark");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** What stands before its words. */
        String title() {
            return title;
        }
    }

    /** One of them. @param words may come from somebody else, and each format escapes them its own way */
    record Line(Kind kind, String words) {}

    /** Why the figures cannot be relied on, why calls failed, why targets failed or misbehaved, and what else there is. */
    static List<Line> of(Report report) {
        List<Line> lines = new ArrayList<>();
        report.verdict().faults().forEach(fault -> lines.add(new Line(Kind.NOT_VALID, FindingWords.of(fault))));
        report.targets().stream()
                .filter(target -> target.explanation() != null)
                .forEach(target -> lines.add(new Line(Kind.CALLS_FAILED, ExplanationWords.of(target.explanation()))));
        for (TargetReport target : report.targets()) {
            if (target.reason() != null) {
                lines.add(new Line(Kind.FAILED, target.title() + " " + Titles.outcome(target)));
            }
            misbehaviour(target).forEach(words -> lines.add(new Line(Kind.MISBEHAVED, target.title() + ": " + words)));
        }
        report.targets().stream()
                .filter(target -> target.capacity() != null)
                .flatMap(target -> target.capacity().remarks().stream()
                        .map(caveat -> target.name() + ": " + CapacityFindingWords.of(caveat)))
                .forEach(words -> lines.add(new Line(Kind.OTHER, words)));
        report.verdict().notes().forEach(note -> lines.add(new Line(Kind.OTHER, FindingWords.of(note))));
        return List.copyOf(lines);
    }

    private static Stream<String> misbehaviour(TargetReport target) {
        return target.identity().misbehaviour().stream().map(MisbehaviourWords::of);
    }

    /** For plain text, with the whole reasons of those that failed, and who was ended. */
    static Section plain(Report report) {
        List<String> lines = new ArrayList<>();
        report.verdict().faults().forEach(fault -> lines.add("Not valid: " + cut(FindingWords.of(fault))));
        report.verdict().notes().forEach(note -> lines.add("Remark: " + cut(FindingWords.of(note))));
        report.targets().stream().filter(target -> target.reason() != null).forEach(target -> addReason(lines, target));
        report.targets()
                .forEach(target -> misbehaviour(target)
                        .forEach(words -> lines.add(target.title() + " misbehaved: " + cut(words))));
        Fact ended = ended(report, TargetReport::title);
        lines.add(ended.name() + ": " + ended.value());
        return Section.of(Sheet.Kind.REMARKS, new Lines(lines));
    }

    /**
     * For a console: why targets failed, with the end of their output, the first of all other remarks, and who is ended.
     *
     * @param above lines above it: where there are few, there is room for more remarks
     */
    static Section console(Report report, int above) {
        List<String> reasons = new ArrayList<>();
        report.targets().stream()
                .filter(target -> target.reason() != null)
                .forEach(target -> addReason(reasons, target));
        List<Line> others =
                of(report).stream().filter(line -> line.kind() != Kind.FAILED).toList();
        // Two empty lines, the number of those left out, and who is ended.
        int most = Math.min(MOST_LINES, Math.max(LEAST_LINES, SCREEN_LINES - above - reasons.size() - 4));
        List<Fact> facts = new ArrayList<>();
        int lines = 0;
        for (Line line : others) {
            Mark mark = line.kind() == Kind.OTHER ? Mark.NONE : Mark.STRONG;
            Fact fact = new Fact(line.kind().title(), cut(line.words()), Content.WORDS, mark);
            lines += TextStyle.CONSOLE.wrap(fact.name() + ": " + fact.value()).size();
            if (lines > most) {
                facts.add(new Fact("More remarks", (others.size() - facts.size()) + ", in " + SummaryFiles.TEXT));
                break;
            }
            facts.add(fact);
        }
        facts.add(ended(report, TargetReport::name));
        return Section.of(Sheet.Kind.REMARKS, new Lines(reasons), new Facts(facts));
    }

    private static Fact ended(Report report, Function<TargetReport, String> title) {
        boolean cutOff =
                report.main().memory().idle() != null && report.main().memory().after() == null;
        return new Fact(
                cutOff ? "Its PIDs were" : "Killing PIDs",
                Titles.orNone(report.targets().stream()
                        .filter(Titles::wasStarted)
                        .map(target -> target.identity().pid() + " (" + title.apply(target) + ")")));
    }

    private static String cut(String words) {
        return Fault.oneLine(words, MOST_CHARS);
    }

    /** Lines after the first are set in, so that none can be taken for one of ours. */
    private static void addReason(List<String> lines, TargetReport target) {
        lines.add(target.title() + " " + Titles.outcome(target));
        target.reason()
                .lines()
                .skip(1)
                .map(line -> line.startsWith("    ") ? line : "    " + line)
                .forEach(lines::add);
    }
}
