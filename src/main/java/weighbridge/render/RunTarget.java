package weighbridge.render;

import java.util.EnumMap;
import java.util.Map;
import weighbridge.figure.Figure;

/**
 * A target of a run.
 *
 * @param name what it is called
 * @param version what it calls its version; empty where it is not told
 * @param outcome what came of it, such as measured; null where it is not told
 * @param figures those that are known, in rounds their medians
 */
record RunTarget(String name, String version, String outcome, Map<Figure, Double> figures) {
    /** Copies the figures. */
    RunTarget {
        figures = figures.isEmpty() ? Map.of() : new EnumMap<>(figures);
    }

    /** A figure; null where it is not known. */
    Double figure(Figure figure) {
        return figures.get(figure);
    }
}
