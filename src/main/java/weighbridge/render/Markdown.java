package weighbridge.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weighbridge.text.Fault;
import weighbridge.text.ForeignText;

/**
 * Texts of somebody else within Markdown as GitHub reads it (GitHub Flavored Markdown 0.29): they stay the text that they
 * are and on their line, whether it is a paragraph or a cell of a table. They must not stand where a line or an item of a
 * list begins, for a heading or another list could begin there.
 */
final class Markdown {
    /** Breaks a word that GitHub would make a link of after the Markdown is read: a character that takes no room. */
    private static final String BREAK = "&#8203;";

    /**
     * In turn: the beginning of an address, a mention, a number of an issue in either form, a name of a picture, and what
     * means something in Markdown or HTML.
     */
    private static final Pattern ACTIVE = Pattern.compile(
            "(?i)(?<address>://|www\\.)|(?<word>@|#(?=\\d)|\\bGH-(?=\\d)|:(?=[a-z+-][a-z0-9_+-]*:))|(?<sign>[&<>|$])"
                    + "|(?<mark>[\\\\`*_\\[\\]~])");

    private Markdown() {}

    /**
     * A text with all escaped that could act.
     *
     * @param most characters of the result; what is cut off ends in …
     */
    static String text(String raw, int most) {
        // Each becomes a char or more, so that one more than there is room for is enough to see that it is too long.
        String cut = ForeignText.start(raw, most + 1);
        String line = Fault.oneLine(cut).replaceAll("[\\uFFFE\\uFFFF]", "?");
        Matcher active = ACTIVE.matcher(line).useTransparentBounds(true);
        StringBuilder text = new StringBuilder();
        int index = 0;
        while (index < line.length()) {
            boolean acts = active.region(index, line.length()).lookingAt();
            int end = acts ? active.end() : line.offsetByCodePoints(index, 1);
            String next = acts ? escaped(active) : line.substring(index, end);
            int room = end == line.length() ? most : most - 1;
            if (text.length() + next.length() > room) {
                return text.append('…').toString();
            }
            text.append(next);
            index = end;
        }
        return text.toString();
    }

    /** A text as code, in which GitHub makes no links. */
    static String code(String raw, int most) {
        return "<code>" + text(raw, most - "<code></code>".length()) + "</code>";
    }

    /** Lines that are shown as they are. @param text without control characters but \n */
    static String fenced(String language, String text) {
        int longest = Pattern.compile("`+")
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + language + "\n" + text + "\n" + fence;
    }

    private static String escaped(Matcher active) {
        String found = active.group();
        if (active.group("address") != null) {
            return found.equals("://") ? "&#58;//" : found.substring(0, 3) + "&#46;";
        }
        if (active.group("word") != null) {
            return found + BREAK;
        }
        if (active.group("mark") != null) {
            return "\\" + found;
        }
        return switch (found) {
            case "&" -> "&amp;";
            case "<" -> "&lt;";
            case ">" -> "&gt;";
            default -> "&#" + (int) found.charAt(0) + ";";
        };
    }
}
