package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weighbridge.figure.Figure;

class IndexedRunTest {
    @Test
    void figuresHaveTheirUnitsAndWhatIsNotKnownHasNone() {
        assertThat(Numbers.withUnit(Figure.SUCCESS_RATIO, 0.9999)).isEqualTo("99.9%");
        assertThat(Numbers.withUnit(Figure.SUCCESS_RATIO, 1.0)).isEqualTo("100.0%");
        assertThat(Numbers.withUnit(Figure.SECONDS_PER_CALL, 0.00028549)).isEqualTo("0.000285 s");
        assertThat(Numbers.withUnit(Figure.P50_MILLIS, 117.0)).isEqualTo("117 ms");
        assertThat(Numbers.withUnit(Figure.P50_MILLIS, 117.5)).isEqualTo("117.5 ms");
        assertThat(Numbers.withUnit(Figure.CPU_SECONDS_PER_1000_CALLS, null)).isEqualTo("n/a");
        assertThat(IndexedRun.growth(1048576.0, 1572864.0)).isEqualTo("1.0 → 1.5 MiB");
        assertThat(IndexedRun.growth(null, 1048576.0)).isEqualTo("n/a → 1.0 MiB");
        assertThat(IndexedRun.growth(1048576.0, null)).isEqualTo("1.0 MiB → n/a");
        assertThat(IndexedRun.growth(null, null)).isEqualTo("n/a");
    }

    @Test
    void aLinkIsRelativeAndHasNoCharacterThatMeansSomething() {
        assertThat(link(Path.of("results", "burst-1"))).isEqualTo("./burst-1/");
        assertThat(link(Path.of("javascript:a('b')"))).isEqualTo("./javascript%3Aa%28%27b%27%29/");
        assertThat(link(Path.of("a?b#c%d&e\"f<g>\u0007"))).isEqualTo("./a%3Fb%23c%25d%26e%22f%3Cg%3E%07/");
    }

    @Test
    void wordsOfSomebodyElseDoNothing() {
        assertThat(IndexedRun.words("a\u001b\n\u202e\ud800\ufffe b", 20)).isEqualTo("a???\ufffd? b");
        assertThat(IndexedRun.words("abcdef", 3)).isEqualTo("abc…");
        assertThat(IndexedRun.words("ab\ud83d\ude00c", 3)).isEqualTo("ab\ud83d\ude00…");
    }

    private static String link(Path folder) {
        return new IndexedRun(folder, Set.of(), null, IndexedRun.State.VALID, null, null, null, null, List.of()).link();
    }
}
