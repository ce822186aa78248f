package weighbridge.text;

import java.util.Optional;

/**
 * One thing wrong in what a user gave, told so that it can be mended without reading code.
 *
 * @param where the file with its line, or the setting
 * @param key the key within the file; empty where there is none
 * @param found what stands there
 * @param allowed what may stand there
 * @param fix what to do about it
 */
public record Fault(String where, String key, String found, String allowed, String fix) {
    private static final String FIX = "; fix: ";

    /** The fault as one line. */
    public String line() {
        String place = key.isEmpty() ? where : where + ": " + key;
        return oneLine(place + ": found " + found + "; allowed: " + allowed + FIX + fix);
    }

    /** What a line of a fault says before its fix; the whole line where it has none. */
    public static String withoutFix(String line) {
        return line.split(FIX, 2)[0];
    }

    /** The fix of a line; empty where it has none. */
    public static Optional<String> fixOf(String line) {
        String[] parts = line.split(FIX, 2);
        return parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
    }

    /**
     * Control and format characters replaced: with them a file's or a server's text could write on the console as if it
     * were us. The C1 controls and the marks that turn the direction of writing are as able to do so as ESC.
     */
    public static String oneLine(String text) {
        return ForeignText.whole(text).replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
    }

    /** The same, cut to so many characters. */
    public static String oneLine(String text, int most) {
        return ForeignText.cut(oneLine(text), most);
    }
}
