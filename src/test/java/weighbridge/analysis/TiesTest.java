package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.analysis.Ranking.Pair;

class TiesTest {
    /** Names sorted by their medians; the pairs that differ, better one first; the order in words. */
    @ParameterizedTest
    @CsvSource({
        "ab, '', a = b",
        "ab, ab, a < b",
        "abc, ab ac bc, a < b < c",
        "abc, ac bc, a = b < c",
        "abc, ab ac, a < b = c",
        "abc, ac, a = b = c (a < c)", // a tie twice, and yet a difference
        "abc, ab bc, 'a = b = c (a < b, b < c)'", // a and c are never separated
        "abcd, ac ad bc bd, a = b < c = d",
        "abcd, ac ad bd cd, a = b = c (a < c) < d", // d differs from all of them
        "abcd, ac ad bd, 'a = b = c = d (a < c, a < d, b < d)'", // a chain of ties
        "abcd, ab ac ad bd, a < b = c = d (b < d)",
        "ab, ba, b < a", // by the medians of other rounds a comes first
        "abc, ca cb, c < a = b",
    })
    void theOrderIsCutOnlyWhereAllBeforeAreBetterThanAllBehind(String sorted, String differing, String text) {
        assertThat(ties(sorted, differing).text()).isEqualTo(text);
    }

    @Test
    void groupsKeepTheOrderOfTheMedians() {
        assertThat(ties("abcd", "bd cd ad bc").groups()).containsExactly(List.of("a", "b", "c"), List.of("d"));
    }

    private static Ties ties(String sorted, String differing) {
        List<Pair> pairs = Arrays.stream(differing.split(" "))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> new Pair(pair.substring(0, 1), pair.substring(1), 2, 1.5, 3, true))
                .toList();
        return new Ties(List.of(sorted.split("")), pairs);
    }
}
