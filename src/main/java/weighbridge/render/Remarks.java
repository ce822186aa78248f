package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.render.ReportRemark.Kind;

/** All that a reader has to know of a run beside its figures, what matters most first. */
public final class Remarks {
    private Remarks() {}

    /** Why the figures cannot be relied on, why targets failed or misbehaved, why calls failed, and what else there is. */
    public static List<ReportRemark> of(Report report) {
        List<String> faults = report.verdict().faults();
        List<ReportRemark> remarks = new ArrayList<>();
        faults.forEach(fault -> remarks.add(new ReportRemark(Kind.NOT_VALID, fault)));
        for (TargetReport target : report.targets()) {
            if (target.reason() != null) {
                String words = target.title() + " " + target.outcome() + ": " + firstLine(target.reason());
                remarks.add(new ReportRemark(Kind.FAILED, words));
            }
            target.identity()
                    .misbehaviour()
                    .forEach(words -> remarks.add(new ReportRemark(Kind.MISBEHAVED, target.title() + ": " + words)));
        }
        report.targets().stream()
                .filter(target -> target.explanation() != null)
                .forEach(target -> remarks.add(
                        new ReportRemark(Kind.CALLS_FAILED, target.explanation().sentence())));
        for (TargetReport target : report.targets()) {
            if (target.capacity() != null) {
                target.capacity()
                        .remarks()
                        .forEach(caveat -> remarks.add(
                                new ReportRemark(Kind.OTHER, target.name() + ": " + CapacityFindingWords.of(caveat))));
            }
        }
        report.verdict().remarks().stream()
                .filter(words -> !faults.contains(words))
                .forEach(words -> remarks.add(new ReportRemark(Kind.OTHER, words)));
        return List.copyOf(remarks);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
