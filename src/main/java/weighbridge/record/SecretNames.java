package weighbridge.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by the name of a variable, an option, a header or a parameter whether its value is a secret. */
final class SecretNames {
    /** Between the words of {@code api-key}, {@code API_KEY}, {@code api.key}, {@code apiKey} and {@code APIKey}. */
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /** Secret where they are a word of their own; {@code keyboard}, {@code author} and {@code monkey} are others. */
    private static final Set<String> WORDS =
            words("accesskey auth authentication authorization bearer cookie cookies jwt key keys oauth "
                    + "pass passcode private privatekey pw pwd secretkey secrets session sessionid signature "
                    + "tokens");

    /** Secret also where they are run together with what stands before them: {@code dbpassword}. */
    private static final Set<String> ENDS =
            words("apikey apikeys credential credentials passphrase passwd password passwords secret sessid "
                    + "sessionid token tokens");

    /** As the last word they say that the value is where or whether something is, and no secret: {@code SESSION_HOST}. */
    private static final Set<String> PLAIN_ENDS =
            words("host hosts hostname hostnames addr address port ports enabled disabled required");

    private SecretNames() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    /** Whether the value of this name is to be masked. */
    static boolean matches(String name) {
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(name))
                .map(word -> word.toLowerCase(Locale.ROOT).replaceFirst("\\d+$", ""))
                .toList();
        boolean plain = !words.isEmpty() && PLAIN_ENDS.contains(words.get(words.size() - 1));
        return !plain
                && words.stream()
                        .anyMatch(word -> WORDS.contains(word) || ENDS.stream().anyMatch(word::endsWith));
    }
}
