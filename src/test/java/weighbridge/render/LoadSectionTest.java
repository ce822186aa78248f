package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.render.Sheet.Cell;
import weighbridge.render.Sheet.Table;

class LoadSectionTest {
    @Test
    void aBurstHasNone() {
        assertThat(LoadSection.full(RunCase.ONE.made().report().targets())).isEmpty();
    }

    @Test
    void whatWasAskedStandsBesideWhatCameOfIt() {
        Table asked = LoadSection.full(RunCase.STEADY.made().report().targets()).get(0);

        assertThat(texts(asked))
                .containsExactly(
                        List.of(
                                "netty",
                                "open, at most 500 in flight, for 10 s, keep-alive",
                                "500",
                                "499",
                                "5,000",
                                "0.200",
                                "1.20",
                                "no",
                                "0.900",
                                "14.3",
                                "0.400",
                                "7",
                                "n/a",
                                "n/a"),
                        List.of(
                                "jetty",
                                "closed, 8 users, for 10 s, a new connection for each call",
                                "n/a",
                                "20.0",
                                "200",
                                "0",
                                "8.00",
                                "no",
                                "n/a",
                                "n/a",
                                "n/a",
                                "0",
                                "1.25",
                                "n/a"));
        assertThat(asked.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(asked.columns()));
    }

    @Test
    void latencyFromThePlannedStartStandsAboveThatFromTheActualOne() {
        Table latency =
                LoadSection.full(RunCase.STEADY.made().report().targets()).get(1);

        assertThat(texts(latency))
                .containsExactly(
                        List.of(
                                "netty",
                                "planned start",
                                "4,990",
                                "0.625",
                                "2.50",
                                "2.00",
                                "2.50",
                                "5.00",
                                "10.0",
                                "22.5"),
                        List.of(
                                "netty",
                                "actual start",
                                "4,990",
                                "0.500",
                                "2.00",
                                "1.60",
                                "2.00",
                                "4.00",
                                "8.00",
                                "18.0"),
                        List.of("jetty", "actual start", "200", "100", "400", "320", "400", "800", "n/a", "3,600"));
    }

    private static List<List<String>> texts(Table table) {
        return table.rows().stream()
                .map(row -> row.stream().map(Cell::text).toList())
                .toList();
    }
}
