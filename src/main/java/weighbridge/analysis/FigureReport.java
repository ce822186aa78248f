package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A figure of one target over all rounds, in the unit of its {@link weighbridge.figure.Figure}.
 *
 * @param values by round; null where a round has none
 * @param count how many rounds have one
 * @param median of them; null where there is none
 * @param low lower end of the 95 % interval for the median, by ranks; null where there are under six
 * @param high its upper end; likewise
 * @param min the least; null where there is none
 * @param max the greatest; likewise
 */
public record FigureReport(
        List<Double> values, int count, Double median, Double low, Double high, Double min, Double max) {
    /** Copies the list, which holds nulls. */
    public FigureReport {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
