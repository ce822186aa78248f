package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.render.Sheet.Cell;
import weighbridge.render.Sheet.Table;

class ProbesSectionTest {
    private final Table table =
            ProbesSection.full(RunCase.CAPACITY.made().report().targets());

    @Test
    void eachProbeHasARow() {
        assertThat(table.rows())
                .hasSize(26 + 8 + 2)
                .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.columns()));
        assertThat(ProbesSection.full(RunCase.ONE.made().report().targets()).rows())
                .isEmpty();
    }

    @Test
    void itSaysWhatWasAskedAndWhy() {
        List<String> broken = texts(7);

        assertThat(broken)
                .startsWith("netty", "8", "narrow", "broken", "1", "5,600", "n/a", "5.00", "5,208", "28,000", "2.00");
        assertThat(broken).endsWith("p99 < 50 ms: 61.3 ms; achieved 93 % of what was offered");
    }

    /** Of a closed load no start is planned. */
    @Test
    void aClosedLoadHasItsLatencyFromTheActualStart() {
        assertThat(texts(10))
                .startsWith(
                        "netty",
                        "11",
                        "closed",
                        "not judged",
                        "1",
                        "n/a",
                        "1",
                        "10.0",
                        "610",
                        "6,100",
                        "0",
                        "1.31",
                        "6.56");
    }

    @Test
    void whereNothingWasAnsweredThereIsNoLatency() {
        assertThat(texts(34))
                .containsExactly(
                        "spark",
                        "1",
                        "bracket",
                        "broken",
                        "1",
                        "50.0",
                        "n/a",
                        "2.00",
                        "0",
                        "100",
                        "100",
                        "n/a",
                        "n/a",
                        "n/a",
                        "n/a",
                        "0",
                        "0",
                        "n/a",
                        "n/a",
                        "n/a",
                        "n/a",
                        "errors < 0.1 %: 100 %");
    }

    private List<String> texts(int row) {
        return table.rows().get(row).stream().map(Cell::text).toList();
    }
}
