package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Point;
import weighbridge.render.Sheet.Cell;
import weighbridge.render.Sheet.Column;
import weighbridge.render.Sheet.Fact;
import weighbridge.render.Sheet.Mark;
import weighbridge.render.Sheet.Table;

class CapacityCardTest {
    private final List<CapacityCard> cards =
            CapacityCard.of(RunCase.CAPACITY.made().report().targets());

    @Test
    void onlyTargetsWithACapacityHaveACard() {
        assertThat(cards).extracting(CapacityCard::name).containsExactly("netty", "{a}jetty", "spark");
        assertThat(CapacityCard.of(RunCase.ONE.made().report().targets())).isEmpty();
    }

    @Test
    void theRateIsSaidWithItsInterval() {
        assertThat(cards)
                .extracting(CapacityCard::rate)
                .containsExactly("4,200 calls/s", "at least 6,000 calls/s", "none of the rates tried");
        assertThat(cards)
                .extracting(CapacityCard::interval)
                .containsExactly(
                        "met the SLO in 3 fresh processes for 30 s each; at least 4,187 calls/s achieved each time; an SLO was broken at 4,400 calls/s",
                        "met the SLO in 3 fresh processes for 30 s each; at least 5,990 calls/s achieved each time; no rate is known to break an SLO",
                        "an SLO was broken at 50 calls/s");
    }

    @Test
    void onlyWhatAsManyProcessesHeldAsHaveToIsConfirmed() {
        assertThat(cards).extracting(CapacityCard::confirmed).containsExactly(true, true, false);
    }

    @Test
    void aPartOfTheRateAtWhichAnSloBrokeIsMarked() {
        CapacityReport netty = RunCase.CAPACITY.made().report().targets().get(0).capacity();
        Point half = netty.points().get(0);

        assertThat(CapacitySection.broken(half, netty)).isEmpty();
        assertThat(CapacitySection.broken(broken(half, 2, 0), netty)).isEqualTo(", SLO broken in 2 of 3 processes");
        assertThat(CapacitySection.broken(broken(half, 0, 3), netty)).isEqualTo(", inconclusive in 3 of 3 processes");
        assertThat(CapacitySection.broken(broken(half, 1, 2), netty))
                .isEqualTo(", SLO broken in 1, inconclusive in 2 of 3 processes");
    }

    private static Point broken(Point point, int broken, int inconclusive) {
        return new Point(
                point.share(),
                point.callsPerSecond(),
                point.p50Millis(),
                point.p95Millis(),
                point.p99Millis(),
                point.maxMillis(),
                point.rssBytes(),
                point.cores(),
                broken,
                inconclusive);
    }

    @Test
    void loadStepsThatBrokeAnSloAreMarked() {
        Table steps = ProbesSection.full(RunCase.CAPACITY.made().report().targets());
        int result = steps.columns().stream().map(Column::label).toList().indexOf("result");

        assertThat(steps.rows())
                .filteredOn(row -> row.get(result).mark() == Mark.STRONG)
                .hasSizeGreaterThan(3)
                .allMatch(row -> row.get(result).text().equals("broken"));
        assertThat(steps.rows())
                .filteredOn(row -> row.get(result).text().equals("broken"))
                .allMatch(row -> row.get(result).mark() == Mark.STRONG);
    }

    @Test
    void allThatIsKnownIsAFact() {
        assertThat(cards.get(0).facts())
                .containsExactly(
                        new Fact("SLO", "p99 < 50 ms, errors < 0.1%"),
                        new Fact(
                                "bound by",
                                "the promise p99 < 50 ms: broken at 4,400 calls/s, while it used 0.49 of 2 cores"),
                        new Fact("RSS idle", "55.00 MiB"),
                        new Fact("RSS at the capacity", "76.00 MiB"),
                        new Fact("RSS peak", "83.00 MiB"),
                        new Fact("RSS settled", "61.00 MiB"),
                        new Fact("RSS per 1,000 calls/s", "18.10 MiB"),
                        new Fact("cores per 1,000 calls/s", "0.111"),
                        new Fact("RSS per open connection", "1.28 KiB, standard error 0.0415 KiB, of 3 readings"),
                        new Fact("USL λ, calls/s of one user", "610 (602 to 618)"),
                        new Fact("USL contention σ", "0.02 (0.017 to 0.024)"),
                        new Fact("USL crosstalk κ", "0.0004 (0.0003 to 0.0005)"),
                        new Fact("USL peak", "10,260 (10,100 to 10,400) calls/s at N = 49.5 (44 to 57)"),
                        new Fact("USL fitted to", "7 closed loads of up to N = 64"),
                        new Fact("start-up", "312 ms"),
                        new Fact("duration of the search", "342 s"));
        assertThat(cards.get(0).remarks()).containsExactly("The first process answered slower than the other two.");
    }

    @Test
    void whatIsNotKnownIsSaidOrLeftOut() {
        assertThat(cards.get(1).facts())
                .contains(
                        new Fact("RSS peak", "n/a"),
                        new Fact("cores per 1,000 calls/s", "n/a"),
                        new Fact("USL, unknown", "1 closed load is too few, it takes 6"),
                        new Fact("start-up", "n/a"))
                .noneMatch(fact ->
                        fact.name().contains("connection") || fact.name().startsWith("λ"));
        assertThat(cards.get(2).points().rows()).isEmpty();
    }

    @Test
    void pointsAreThoseOfTheCard() {
        assertThat(cards.get(0).points().rows().get(2))
                .startsWith(Cell.of("100 %", 1.0), Cell.of("4,200", 4200.0), Cell.of("9.56", 38.25 / 4))
                .endsWith(Cell.of("0.462", 0.11 * 4200 / 1000));
    }
}
