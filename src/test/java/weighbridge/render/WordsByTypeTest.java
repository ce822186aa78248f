package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weighbridge.analysis.Finding;
import weighbridge.analysis.Gap;
import weighbridge.analysis.Misbehaviour;

class WordsByTypeTest {

    @ParameterizedTest
    @MethodSource
    void everyFindingHasWords(Class<?> type) {
        assertThat(FindingWords.WORDS.knows(type)).isTrue();
    }

    static Stream<Class<?>> everyFindingHasWords() {
        return records(Finding.class);
    }

    @ParameterizedTest
    @MethodSource
    void everyMisbehaviourHasWords(Class<?> type) {
        assertThat(MisbehaviourWords.WORDS.knows(type)).isTrue();
    }

    static Stream<Class<?>> everyMisbehaviourHasWords() {
        return records(Misbehaviour.class);
    }

    @ParameterizedTest
    @MethodSource
    void everyGapHasWords(Class<?> type) {
        assertThat(GapWords.WORDS.knows(type)).isTrue();
    }

    static Stream<Class<?>> everyGapHasWords() {
        return records(Gap.class);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(WordsByTypeTest::records)
                : Stream.of(type);
    }
}
