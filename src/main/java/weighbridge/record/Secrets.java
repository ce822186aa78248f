package weighbridge.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts {@value #MASK} in place of secrets: the values of what is named like one, and values that look like one by
 * themselves. Rather one too many: what a masked word was stands in the {@code target.yaml}. But a truth value or the address
 * of a host is none under any name, for it stands in many other texts too. Masking twice is masking once.
 */
public final class Secrets {
    /** What stands for a secret. */
    public static final String MASK = "***";

    private static final int MIN_VALUE_CHARS = 6;
    private static final int MAX_PLAIN_CHARS = 64;

    /** Private keys in PEM (RFC 7468), JSON web tokens (RFC 7519), access keys and tokens of AWS, GitHub, GitLab, Slack. */
    private static final Pattern BY_ITSELF = Pattern.compile(
            "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?s:.*?)(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|\\z)"
                    + "|(?<![\\w-])eyJ[\\w-]{4,}+\\.[\\w-]{4,}+\\.[\\w-]*+|(?:AKIA|ASIA)[0-9A-Z]{16}|gh[opsru]_\\w{16,}"
                    + "|github_pat_\\w{16,}|glpat-[\\w-]{16,}|xox[abeoprs]-[\\w-]{10,}"
                    + "|(?<=://)[^\\s/?#\"'<>]{1,1000}(?=@)|(?i:(?<=\\bbearer )[\\w.~+/=-]{8,})");

    /** Truth values, and addresses of hosts with or without a port. */
    private static final Pattern PLAIN = Pattern.compile("(?i)true|false|yes|no|on|off"
            + "|(?:localhost|\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-f:.]*:[0-9a-f:.]*]?)(?::\\d{1,5})?"
            + "|(?=.*::|(?:[^:]+:){7})[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}");

    /** What may stand around a value in a text. */
    private static final Pattern AROUND = Pattern.compile("^[\"']|[\"',;\\s}\\])]+$");

    private static final String NAME = "(?<name>[A-Za-z_][\\w.-]{0,99}+)";

    /** How a name and its value stand in a text, {@code value} being what follows {@code name}. */
    private enum Form {
        /** {@code name=value}, the value up to a space or the next parameter, quotes counted. */
        ASSIGNMENT("(?<!\\w)(?:-[DP])?" + NAME + "[\"']?=", "(?:\"[^\"\\n]*+\"?|'[^'\\n]*+'?|[^\\s&\"'])++"),

        /** {@code name: value} and {@code "name":"value"}, the value up to its closing quote or the end of the line. */
        HEADER(
                "(?<!\\w)" + NAME + "(?:[\"']\\s{0,9}:\\s{0,9}|:\\s{1,9})",
                "[*]{3}(?!\\w)|\"[^\"\\n]*+\"?|[^\"'\\s][^\"'\\n]*+"),

        /** {@code --name value}. */
        OPTION("(?<![\\w-])--?" + NAME + "\\s{1,9}", "(?!--)\\S++");

        private final Pattern name;
        private final Pattern value;

        Form(String name, String value) {
            this.name = Pattern.compile(name);
            this.value = Pattern.compile(value);
        }

        /** Tells start and end of each value whose name is that of a secret, in their order. */
        void find(String text, BiConsumer<Integer, Integer> secret) {
            Matcher names = name.matcher(text);
            Matcher values = value.matcher(text);
            int from = 0;
            while (names.find(from)) {
                from = names.end();
                if (SecretNames.matches(names.group("name"))
                        && values.region(from, text.length()).lookingAt()
                        && !isPlain(values.group())) {
                    secret.accept(values.start(), values.end());
                    from = values.end();
                }
            }
        }
    }

    /** An argument that is an option and nothing else, so that the next one may be its value. */
    private static final Pattern BARE_OPTION = Pattern.compile("--?(?<name>[A-Za-z][\\w.-]*)");

    /** An argument that is as a whole a name with its value, which may hold any character. */
    private static final Pattern WHOLE_ARGUMENT =
            Pattern.compile("(?:-[DP]|--?|/p:)?(?<name>[A-Za-z_][\\w.-]*)(?:=|:\\s*+(?!/))(?<value>(?s:.+))");

    private Secrets() {}

    private static boolean isPlain(String value) {
        return value.length() <= MAX_PLAIN_CHARS
                && PLAIN.matcher(AROUND.matcher(value).replaceAll("")).matches();
    }

    /** Of an argument list. */
    public static List<String> inArguments(List<String> arguments) {
        List<String> masked = new ArrayList<>();
        boolean secretNext = false;
        for (String argument : arguments) {
            boolean secret = secretNext && !argument.startsWith("--") && !isPlain(argument);
            masked.add(secret ? MASK : inArgument(argument));
            Matcher option = BARE_OPTION.matcher(argument);
            secretNext = option.matches() && SecretNames.matches(option.group("name"));
        }
        return List.copyOf(masked);
    }

    private static String inArgument(String argument) {
        Matcher whole = WHOLE_ARGUMENT.matcher(argument);
        return whole.matches() && isSecret(whole.group("name"), whole.group("value"))
                ? argument.substring(0, whole.start("value")) + MASK
                : inText(argument);
    }

    /** Of variables or headers, sorted by name. */
    public static Map<String, String> inVariables(Map<String, String> variables) {
        Map<String, String> masked = new TreeMap<>();
        variables.forEach((name, value) -> masked.put(name, isSecret(name, value) ? MASK : inText(value)));
        return masked;
    }

    private static boolean isSecret(String name, String value) {
        return SecretNames.matches(name) && !isPlain(value);
    }

    /** The secrets themselves that stand in these, but those too short to be told from other words. */
    static Set<String> values(List<String> arguments, Map<String, String> variables) {
        Set<String> values = new HashSet<>();
        List<String> masked = inArguments(arguments);
        for (int index = 0; index < arguments.size(); index++) {
            if (masked.get(index).equals(MASK)) {
                values.add(arguments.get(index)); // the one after its name
            }
            addValues(arguments.get(index), values);
        }
        variables.forEach((name, value) -> {
            if (isSecret(name, value)) {
                values.add(value);
            }
            addValues(value, values);
        });
        values.removeIf(value -> value.length() < MIN_VALUE_CHARS);
        return values;
    }

    /** What would be masked in a text, without its quotes, and of user and password the password alone too. */
    private static void addValues(String text, Set<String> values) {
        Matcher byItself = BY_ITSELF.matcher(text);
        while (byItself.find()) {
            values.add(byItself.group());
            values.add(byItself.group().substring(byItself.group().indexOf(':') + 1));
        }
        for (Form form : Form.values()) {
            form.find(
                    text, (start, end) -> values.add(text.substring(start, end).replaceAll("^[\"']|[\"']$", "")));
        }
    }

    /** Of a text, a URL or a command in one line. */
    public static String inText(String text) {
        String masked = BY_ITSELF.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
        for (Form form : Form.values()) {
            masked = inText(masked, form);
        }
        return masked;
    }

    private static String inText(String text, Form form) {
        StringBuilder masked = new StringBuilder();
        int[] done = {0};
        form.find(text, (start, end) -> {
            masked.append(text, done[0], start).append(MASK);
            done[0] = end;
        });
        return masked.append(text, done[0], text.length()).toString();
    }
}
