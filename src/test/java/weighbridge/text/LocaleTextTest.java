package weighbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocaleTextTest {
    private static final String ASCII = "ANSI_X3.4-1968";
    private static final String UNREAD = "gr\uFFFD\uFFFDe";

    @Test
    void theLocaleIsNamed() {
        assertThat(line(UNREAD, ASCII, Map.of("LC_ALL", "", "LC_CTYPE", "C", "LANG", "de_DE.UTF-8")))
                .contains(
                        "results: found characters in \"gr??e\" that the locale lacks (LC_CTYPE=C); allowed: characters of"
                                + " ANSI_X3.4-1968; fix: start with LC_ALL=C.UTF-8 in the environment");
        assertThat(line(UNREAD, ASCII, Map.of()))
                .hasValueSatisfying(
                        text -> assertThat(text).contains(" (of the system, for neither LC_ALL nor LANG is set);"));
    }

    @Test
    void whatGatlingsPluginWritesOutIsReadAgain() {
        assertThat(LocaleText.asGiven("C:\\users\\gr\\u00fc\\u00DFe \\ud83d\\ude00 \\u12 $1"))
                .isEqualTo("C:\\users\\grüße 😀 \\u12 $1");
    }

    @Test
    void allElseIsRight() {
        assertThat(line("grüße", "UTF-8", Map.of())).isEmpty();
        assertThat(line("plain?", ASCII, Map.of("LC_ALL", "C"))).isEmpty();
        assertThat(line(UNREAD, "UTF-8", Map.of()))
                .as("the character was written as such")
                .isEmpty();
    }

    private static Optional<String> line(String text, String encoding, Map<String, String> variables) {
        return LocaleText.fault("results", text, encoding, variables::get).map(Fault::line);
    }
}
