package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** As many lines as there is room for, and how many are left out. */
final class Room {
    private Room() {}

    /**
     * The first of the lines, and behind them, where not all fit, a line that says so.
     *
     * @param most characters of all of them, each with its end
     * @param leftOut says it, with %d for how many
     */
    static List<String> fit(List<String> lines, int most, String leftOut) {
        int fitting = fitting(lines, most);
        if (fitting == lines.size()) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, fitting(lines, most - leftOut.length() - 10)));
        shown.add(String.format(Locale.ROOT, leftOut, lines.size() - shown.size()));
        return shown;
    }

    /** How many of the lines fit into so many characters. */
    static int fitting(List<String> lines, int most) {
        int used = 0;
        int count = 0;
        for (String line : lines) {
            used += line.length() + 1;
            if (used > most) {
                break;
            }
            count++;
        }
        return count;
    }
}
