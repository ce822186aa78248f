package weighbridge.analysis;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.figure.Figure;
import weighbridge.figure.Promises;
import weighbridge.record.SettingsRecord;

/** What came of the promises of a run. */
final class Promised {
    private Promised() {}

    /**
     * Each at each target that it is of. Of several rounds the median counts, and only where every round has a figure: the
     * median of those that went well would flatter.
     */
    static List<PromiseReport> of(SettingsRecord settings, List<TargetReport> targets) {
        Map<String, Map<Figure, Double>> values = new LinkedHashMap<>();
        Map<String, String> whyNotKnown = new LinkedHashMap<>();
        for (TargetReport target : targets) {
            Map<Figure, Double> known = new EnumMap<>(Figure.class);
            for (Figure figure : Figure.values()) {
                FigureReport over = target.figure(figure);
                if (over.count() == settings.rounds()) {
                    known.put(figure, over.median());
                }
            }
            values.put(target.name(), known);
            int measured = target.figure(Figure.SECONDS_PER_CALL).count();
            if (!target.measured()) {
                whyNotKnown.put(
                        target.name(), target.outcome() + (target.reason() == null ? "" : ": " + target.reason()));
            } else if (measured < settings.rounds()) {
                whyNotKnown.put(target.name(), "measured in " + measured + " of " + settings.rounds() + " rounds");
            }
        }
        return PromiseAnalysis.of(Promises.of(settings.slo()), values, whyNotKnown);
    }
}
