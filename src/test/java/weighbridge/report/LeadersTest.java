package weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.Ranking;
import weighbridge.figure.Figure;

class LeadersTest {
    @Test
    void aGroupOfWhichNoTwoDifferTies() {
        assertThat(among("a,b,c")).containsExactly("a", "b", "c");
    }

    @Test
    void whoIsWorseThanOneOfThemIsNone() {
        assertThat(among("a,b,c", "a<c")).containsExactly("a", "b");
    }

    @Test
    void oneThatIsLeftAloneIsTheBest() {
        assertThat(among("a,b,c", "a<b", "b<c")).containsExactly("a");
        assertThat(among("a,b,c", "c<a", "a<b")).containsExactly("c");
    }

    /** No such order is likely, but pairs that are compared in different rounds allow it. */
    @Test
    void whereEachIsWorseThanAnotherNobodyIsTheBest() {
        assertThat(among("a,b,c", "a<b", "b<c", "c<a")).isEmpty();
    }

    @Test
    void withoutAnOrderThereIsNone() {
        assertThat(Leaders.of(new Ranking(
                        Figure.SECONDS_PER_CALL.key(), 6, null, List.of(), null, List.of(), List.of(), "too few")))
                .isEmpty();
    }

    private static List<String> among(String group, String... differing) {
        return Leaders.of(MadeUp.ranking(Figure.SECONDS_PER_CALL, group, differing));
    }
}
