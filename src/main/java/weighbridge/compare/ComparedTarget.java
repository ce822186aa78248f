package weighbridge.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import weighbridge.analysis.FigureReport;
import weighbridge.figure.Figure;

/**
 * What a run says of one target, as far as it is compared.
 *
 * @param version what it calls its version; may differ, for that is what is compared
 * @param conditions by name, how it was called; where they differ nothing of it can be compared
 * @param figures over the rounds; a figure that it has in no round may be missing
 */
public record ComparedTarget(String version, Map<String, String> conditions, Map<Figure, FigureReport> figures) {
    /** Copies the maps, in their order. */
    public ComparedTarget {
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
        figures = Map.copyOf(figures);
    }

    /** How many rounds it was in. */
    public int rounds() {
        return figures.values().stream()
                .mapToInt(figure -> figure.values().size())
                .max()
                .orElse(0);
    }

    /** In how many rounds calls failed, or none were made. */
    public int roundsWithFailures() {
        FigureReport success = figures.get(Figure.SUCCESS_RATIO);
        long well = success == null
                ? 0
                : success.values().stream()
                        .filter(ratio -> ratio != null && ratio == 1)
                        .count();
        return rounds() - (int) well;
    }
}
