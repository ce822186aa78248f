package weighbridge.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads {@code key=value} arguments one by one and keeps what is wrong, a line each. */
final class SettingsReader {
    private final Map<String, String> given = new HashMap<>();
    private final TreeSet<String> allowed = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    SettingsReader(List<String> arguments) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0) {
                faults.add(argument + ": no setting; allowed: key=value");
            } else if (given.put(argument.substring(0, equals), argument.substring(equals + 1)) != null) {
                faults.add(argument.substring(0, equals) + ": given twice; allowed: once");
            }
        }
    }

    boolean has(String key) {
        return given.containsKey(key);
    }

    int number(String key, int fallback, int low) {
        String text = word(key, Integer.toString(fallback));
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= low) {
            return Integer.parseInt(text);
        }
        return wrong(key, text, "a whole number from " + low + " to 999999999", fallback);
    }

    boolean flag(String key, boolean fallback) {
        String text = word(key, Boolean.toString(fallback));
        return text.matches("true|false") ? Boolean.parseBoolean(text) : wrong(key, text, "true, false", fallback);
    }

    Act act(String key, Act fallback) {
        String text = word(key, fallback.key());
        return Act.of(text).orElseGet(() -> wrong(key, text, Act.keys(), fallback));
    }

    /** @throws IllegalArgumentException with a line for each fault; keys that nobody asked for are faults too */
    void finish() {
        given.keySet().stream()
                .filter(key -> !allowed.contains(key))
                .sorted()
                .forEach(key -> faults.add(key + ": no such setting; allowed: " + String.join(", ", allowed)));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
    }

    /** Says so when only one of two keys is given that make no sense alone. */
    void together(String one, String other) {
        if (has(one) != has(other)) {
            faults.add((has(one) ? one : other) + ": given alone; allowed: together with " + (has(one) ? other : one));
        }
    }

    /** Free text. */
    String text(String key, String fallback) {
        return word(key, fallback);
    }

    private String word(String key, String fallback) {
        allowed.add(key);
        return given.getOrDefault(key, fallback);
    }

    private <T> T wrong(String key, String found, String allowed, T fallback) {
        faults.add(key + ": found \"" + found + "\"; allowed: " + allowed);
        return fallback;
    }
}
