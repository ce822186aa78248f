package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import weighbridge.render.Sheet.Mark;

/**
 * How plain text looks where it is read.
 *
 * @param columns the most characters of a line of words; 0 for any number. Tables and single words are never cut
 * @param colour whether what stands out is coloured, by ANSI escape sequences
 */
public record TextStyle(int columns, boolean colour) {
    /** Of a file: a sentence stays on its line, so that programs find it. */
    public static final TextStyle FILE = new TextStyle(0, false);

    /** Of a console without colour. */
    public static final TextStyle CONSOLE = new TextStyle(120, false);

    private static final String INDENT = "    ";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String RESET = "\u001b[0m";

    /**
     * Of a console. In colour only where the launcher has found a terminal, and where no variable NO_COLOR is set
     * (https://no-color.org).
     *
     * @param properties of the system, by name
     * @param environment likewise
     */
    public static TextStyle console(UnaryOperator<String> properties, UnaryOperator<String> environment) {
        String noColour = environment.apply("NO_COLOR");
        return new TextStyle(CONSOLE.columns, isTerminal(properties) && (noColour == null || noColour.isEmpty()));
    }

    /** Whether what is printed goes to a terminal and to no file or other program. */
    public static boolean isTerminal(UnaryOperator<String> properties) {
        return "true".equals(properties.apply("weighbridge.terminal"));
    }

    /** A line as one or several; those after the first are set in. */
    List<String> wrap(String line) {
        List<String> lines = new ArrayList<>();
        String rest = line;
        while (columns > 0 && rest.length() > columns) {
            int cut = rest.lastIndexOf(' ', columns);
            if (rest.substring(0, Math.max(0, cut)).isBlank()) {
                int word = rest.length() - rest.stripLeading().length();
                cut = rest.indexOf(' ', Math.max(columns, word)); // after a word that is longer than a line
            }
            if (cut < 0) {
                break;
            }
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = INDENT + rest.substring(cut + 1).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** A text that is marked so. */
    String paint(String text, Mark mark) {
        String shade = switch (mark) {
            case STRONG -> RED;
            case BEST, TIE -> GREEN;
            case NONE -> "";
        };
        return !colour || shade.isEmpty() || text.isEmpty() ? text : shade + text + RESET;
    }
}
