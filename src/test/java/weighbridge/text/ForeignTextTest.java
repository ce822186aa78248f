package weighbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {
    private static final String FACE = "\ud83e\udd22";

    @Test
    void halvesOfCharactersAreReplacedAndNothingElseIs() {
        String other = "a\u0000\u001b\u0085\u202e\u2028\ufeff\ufffeé" + FACE;

        assertThat(ForeignText.isWhole(other)).isTrue();
        assertThat(ForeignText.isWhole(other + "\ud83d")).isFalse();
        assertThat(ForeignText.whole("\ud83d" + other + "\udd22\ud83e")).isEqualTo("\ufffd" + other + "\ufffd\ufffd");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 120, 200})
    void noCutGoesThroughACharacter(int most) {
        String text = "x".repeat(most - 1) + FACE + "y";

        assertThat(ForeignText.start(text, most)).isEqualTo("x".repeat(most - 1) + FACE);
        assertThat(ForeignText.cut(text, most)).isEqualTo("x".repeat(most - 1) + FACE + "…");
        assertThat(ForeignText.end(FACE + "x".repeat(most), most)).isEqualTo("x".repeat(most));
        assertThat(ForeignText.end("y" + FACE + "x".repeat(most - 1), most)).isEqualTo(FACE + "x".repeat(most - 1));
        assertThat(Fault.oneLine(text, most)).isEqualTo("x".repeat(most - 1) + FACE + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", FACE, FACE + FACE})
    void whatFitsStaysAsItIs(String text) {
        assertThat(ForeignText.cut(text, 2)).isEqualTo(text);
        assertThat(ForeignText.start(text, 2)).isEqualTo(text);
        assertThat(ForeignText.end(text, 2)).isEqualTo(text);
    }

    @Test
    void aLineOfForeignTextCanBeEncoded() {
        String line = Fault.oneLine("a\ud83d\n\udd22", 80);

        assertThat(line).isEqualTo("a\ufffd?\ufffd");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(line)).isTrue();
    }
}
