package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;

/** All that a reader has to know of a run beside its figures, what matters most first. */
public final class Remarks {
    private Remarks() {}

    /** What a line is about, what matters most first. */
    public enum Kind {
        /** Why the figures cannot be relied on. */
        NOT_VALID("Not valid"),
        /** Why a target was not measured. */
        FAILED("Failed"),
        /** What a target did that a server should not. */
        MISBEHAVED("Misbehaved"),
        /** What a target's failed calls are due to. */
        CALLS_FAILED("Why calls failed"),
        /** Something else. */
        OTHER("Remark");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** What stands before its words. */
        public String title() {
            return title;
        }
    }

    /** One of them. @param words may come from somebody else, and each format escapes them its own way */
    public record Line(Kind kind, String words) {}

    /** Why the figures cannot be relied on, why targets failed or misbehaved, why calls failed, and what else there is. */
    public static List<Line> of(Report report) {
        List<Line> lines = new ArrayList<>();
        report.verdict().faults().forEach(fault -> lines.add(new Line(Kind.NOT_VALID, FindingWords.of(fault))));
        for (TargetReport target : report.targets()) {
            if (target.reason() != null) {
                String words = target.title() + " " + target.outcome().label() + ": " + firstLine(target.reason());
                lines.add(new Line(Kind.FAILED, words));
            }
            target.identity()
                    .misbehaviour()
                    .forEach(one ->
                            lines.add(new Line(Kind.MISBEHAVED, target.title() + ": " + MisbehaviourWords.of(one))));
        }
        for (TargetReport target : report.targets()) {
            if (target.explanation() != null) {
                lines.add(new Line(Kind.CALLS_FAILED, ExplanationWords.of(target.explanation())));
            }
        }
        for (TargetReport target : report.targets()) {
            if (target.capacity() != null) {
                target.capacity()
                        .remarks()
                        .forEach(caveat -> lines.add(
                                new Line(Kind.OTHER, target.name() + ": " + CapacityFindingWords.of(caveat))));
            }
        }
        report.verdict().notes().forEach(note -> lines.add(new Line(Kind.OTHER, FindingWords.of(note))));
        return List.copyOf(lines);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
