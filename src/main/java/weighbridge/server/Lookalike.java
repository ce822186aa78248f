package weighbridge.server;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A character that looks like one of YAML's own and is another, or like none: word processors, web pages and input methods
 * write them.
 *
 * @param character as it stands there
 * @param meant the character of ASCII that it looks like; empty where it looks like none
 */
record Lookalike(int character, String meant) {
    /** Those that Unicode does not call compatible with what they look like. */
    private static final Map<Character, String> MEANT = Map.ofEntries(
            Map.entry('\u2018', "'"),
            Map.entry('\u2019', "'"),
            Map.entry('\u201c', "\""),
            Map.entry('\u201d', "\""),
            Map.entry('\u201e', "\""),
            Map.entry('\u2010', "-"),
            Map.entry('\u2013', "-"),
            Map.entry('\u2014', "-"),
            Map.entry('\u2212', "-"),
            Map.entry('\u2236', ":"),
            Map.entry('\ua789', ":"));

    /** The first in a text. */
    static Optional<Lookalike> in(String text) {
        return text.codePoints()
                .mapToObj(Lookalike::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Lookalike> of(int character) {
        if (character < 0x80) {
            return Optional.empty();
        }
        if (Character.getType(character) == Character.FORMAT) {
            return Optional.of(new Lookalike(character, ""));
        }
        String text = Character.toString(character);
        // Spaces and the full-width forms of ASCII are compatible with it (Unicode Standard Annex 15).
        String meant = MEANT.getOrDefault(text.charAt(0), Normalizer.normalize(text, Normalizer.Form.NFKC));
        return meant.length() == 1 && meant.charAt(0) < 0x80
                ? Optional.of(new Lookalike(character, meant))
                : Optional.empty();
    }

    /** For whoever cannot see it. */
    String words() {
        String name = String.valueOf(Character.getName(character)).toLowerCase(Locale.ROOT);
        return String.format(Locale.ROOT, "the character U+%04X (%s)", character, name);
    }

    String allowed() {
        return switch (meant) {
            case "" -> "characters that can be seen";
            case " " -> "a space";
            case "'" -> "\"'\"";
            default -> "'" + meant + "'";
        };
    }

    String fix() {
        return meant.isEmpty() ? "remove it" : "write " + allowed() + " in its place";
    }
}
