package weighbridge.text;

/**
 * Text that others wrote: a server, a log, a file. A Java string may hold half of a character, a surrogate without its
 * other half. No UTF-8 file can hold that, and a writer that meets it fails. Such halves come from cuts between the two
 * and from programs that write them.
 */
public final class ForeignText {
    private static final String REPLACEMENT = "\uFFFD";

    private ForeignText() {}

    /** The text with U+FFFD in place of each half of a character. */
    public static String whole(String text) {
        return text.replaceAll("\\p{Cs}", REPLACEMENT);
    }

    /** Whether it has no half of a character. */
    public static boolean isWhole(String text) {
        return whole(text).equals(text);
    }

    /** Its first characters (code points), at most so many. */
    public static String start(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** Its last characters (code points), at most so many. */
    public static String end(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(text.offsetByCodePoints(text.length(), -most));
    }

    /** Its first characters (code points), at most so many, and … where there are more. */
    public static String cut(String text, int most) {
        String start = start(text, most);
        return start.length() == text.length() ? text : start + "…";
    }
}
