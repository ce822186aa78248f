package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.workload.BurstLoad;

/**
 * The section of one target on the page.
 *
 * @param name of the target
 * @param version of the target
 * @param result its main figures, which are seen while the section is folded
 * @param open whether it is unfolded at first
 * @param card its capacity; null where that was not searched for
 */
public record TargetPart(String name, String version, String result, boolean open, CapacityCard card) {
    /** So many are unfolded at first. */
    static final int MOST_OPEN = 3;

    /** A section for each target. @param cards of those whose capacity was searched for */
    static List<TargetPart> of(Report report, List<CapacityCard> cards) {
        List<TargetPart> parts = new ArrayList<>();
        for (TargetReport target : report.targets()) {
            CapacityCard card = cards.stream()
                    .filter(one -> one.name().equals(target.name()))
                    .findFirst()
                    .orElse(null);
            String result = card == null ? result(report, target) : card.rate();
            parts.add(
                    new TargetPart(target.name(), target.identity().version(), result, parts.size() < MOST_OPEN, card));
        }
        return parts;
    }

    private static String result(Report report, TargetReport target) {
        if (!target.measured()) {
            return target.outcome().label();
        }
        String speed = report.run().settings().workload() instanceof BurstLoad
                ? figure(target, Figure.SECONDS_PER_CALL) + "/call"
                : "p99 " + figure(target, Figure.P99_MILLIS);
        return speed + ", " + figure(target, Figure.SUCCESS_RATIO) + " success, peak RSS "
                + figure(target, Figure.PEAK_RSS_BYTES);
    }

    private static String figure(TargetReport target, Figure figure) {
        return Numbers.withUnit(figure, target.figure(figure).median());
    }
}
