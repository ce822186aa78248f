package weighbridge.server;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words in braces of a {@code target.yaml} stand for.
 *
 * @param port on which the server has to listen
 * @param folder the path of the server's own one; where it is empty the word stays as it is
 */
record Placeholders(int port, Optional<String> folder) {
    /** A shell's own {@code ${port}} is left to the shell; target.yaml's schema looks for the same. */
    private static final Pattern WORD = Pattern.compile("(?<!\\$)\\{(port|folder)}");

    /** Whether a text has this word, {@value Target#PORT} or {@value Target#FOLDER}. */
    static boolean has(String word, String text) {
        return WORD.matcher(text).results().anyMatch(match -> match.group().equals(word));
    }

    /** Whether a text has any of them. */
    static boolean areIn(String text) {
        return WORD.matcher(text).find();
    }

    /** The text with their values in their places. */
    String fill(String text) {
        return WORD.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match.group())));
    }

    private String value(String word) {
        return word.equals(Target.PORT) ? Integer.toString(port) : folder.orElse(word);
    }
}
