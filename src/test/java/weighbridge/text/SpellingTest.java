package weighbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private static final List<String> KNOWN = List.of("name", "expect");

    @ParameterizedTest
    @ValueSource(strings = {"expct", "exspect", "expekt", "exepct", "expec", "expects", "xexpect", "EXPECT"})
    void findsWhatIsOneLetterOff(String word) {
        assertThat(Spelling.meant(word, KNOWN)).contains("expect");
    }

    @Test
    void theSameLettersAreNearerThanOtherOnes() {
        assertThat(Spelling.meant("P99", List.of("p95", "p99"))).contains("p99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "exct", "tcepxe", "expectation", "epxetc"})
    void guessesNothingElse(String word) {
        assertThat(Spelling.meant(word, KNOWN)).isEmpty();
    }
}
