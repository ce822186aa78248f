package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;
import static weighbridge.render.Sheet.Mark.BEST;
import static weighbridge.render.Sheet.Mark.NONE;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Finding;
import weighbridge.analysis.Gap;
import weighbridge.analysis.Report;
import weighbridge.analysis.Report.Verdict;
import weighbridge.figure.Figure;
import weighbridge.record.Outcome.Kind;
import weighbridge.record.SampleRounds;
import weighbridge.record.SampleRun;
import weighbridge.render.Sheet.Cell;
import weighbridge.render.Sheet.Column;
import weighbridge.render.Sheet.Mark;
import weighbridge.render.Sheet.Table;

class SummarySectionTest {
    private final Table sample = SummarySection.table(Analysis.of(SampleRun.recording()));

    @Test
    void columnsHaveTheirUnits() {
        assertThat(sample.columns())
                .extracting(Column::label)
                .containsExactly(
                        "target",
                        "success %",
                        "seconds/call",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms",
                        "RSS idle MiB",
                        "RSS peak MiB",
                        "RSS settled MiB",
                        "CPU s/1000 calls",
                        "start-up ms",
                        "url");
        assertThat(sample.columns())
                .filteredOn(Column::isNumber)
                .allSatisfy(column -> assertThat(column.explanation()).endsWith("."));
    }

    @Test
    void rowsAreTheTargetsInTheirOrder() {
        List<Cell> good = sample.rows().get(0);
        List<Cell> broken = sample.rows().get(3);

        assertThat(sample.rows())
                .extracting(row -> row.get(0).text())
                .containsExactly("good", "slow", "mortal", "broken");
        assertThat(good.get(0).note()).isEmpty();
        assertThat(texts(good))
                .containsExactly(
                        "good",
                        "100.0",
                        "0.000374",
                        "150",
                        "195",
                        "199",
                        "50.00",
                        "80.00",
                        "70.00",
                        "0.625",
                        "512",
                        "http://127.0.0.1:8000/hello");
        assertThat(broken.get(0).note()).isEqualTo("failed-to-start: exited with 1");
        assertThat(broken.subList(1, 11)).containsOnly(Cell.of("n/a"));
    }

    private static List<String> texts(List<Cell> row) {
        return row.stream().map(Cell::text).toList();
    }

    @Test
    void valuesToSortByAreInTheUnitOfTheFigure() {
        assertThat(sample.rows().get(0).get(6).value()).isEqualTo(50.0 * (1 << 20));
    }

    @Test
    void overSixRoundsAMedianHasItsInterval() {
        Table table = SummarySection.table(Analysis.of(SampleRounds.six()));

        assertThat(cell(table, 0, Figure.SECONDS_PER_CALL).detail()).isEqualTo("0.000324 to 0.000424");
    }

    @Test
    void whereThereIsAnOrderItsFirstIsTheBest() {
        Report report = MadeUp.report()
                .rounds(6)
                .target("good", Figure.SECONDS_PER_CALL, 1.0)
                .target("slow", Figure.SECONDS_PER_CALL, 3.0)
                .order(Figure.SECONDS_PER_CALL, "good", "slow")
                .get();
        Table table = SummarySection.table(report);

        assertThat(marks(table, Figure.SECONDS_PER_CALL)).containsExactly(BEST, NONE);
        assertThat(table.notes())
                .containsExactly(
                        "Values are medians over 6 rounds. Marked in seconds/call: targets that no other target beats"
                                + " significantly (compared round by round, beyond the A/A noise). One is the best; several"
                                + " are a tie, which does not mean equal.");
    }

    @Test
    void inARunThatIsNotValidNothingIsMarked() {
        Table invalid = SummarySection.table(MadeUp.report()
                .target("a", 1.0)
                .target("b", 1.0)
                .faults("the log is damaged")
                .get());

        assertThat(invalid.rows())
                .flatExtracting(row -> row)
                .extracting(Cell::mark)
                .containsOnly(NONE);
        assertThat(invalid.notes()).containsExactly("Nothing is marked: the measurement is invalid.");
    }

    /** What is wrong with one target takes nothing from the others. */
    @Test
    void whoIsNotValidIsNotMarkedAndTheOthersAre() {
        Table table = SummarySection.table(MadeUp.report()
                .target("taken", Figure.P50_MILLIS, 1.0)
                .target("b", Figure.P50_MILLIS, 2.0)
                .target("c", Figure.P50_MILLIS, 3.0)
                .fault("taken", new Finding.MachineTaken(0.6))
                .get());

        assertThat(marks(table, Figure.P50_MILLIS)).containsExactly(NONE, BEST, NONE);
    }

    /** 80 % of the calls of the one succeeded, so that its times are none; the others were not measured. */
    @Test
    void whoLostCallsIsNotComparedByThem() {
        Table valid = SummarySection.table(
                with(Analysis.of(SampleRun.recording()), Verdict.of(List.of(), List.of(), List.of())));

        assertThat(marks(valid, Figure.SECONDS_PER_CALL)).containsOnly(NONE);
        assertThat(marks(valid, Figure.SUCCESS_RATIO)).containsExactly(BEST, NONE, NONE, NONE);
        assertThat(marks(valid, Figure.IDLE_RSS_BYTES)).containsExactly(BEST, NONE, NONE, NONE);
        assertThat(marks(valid, Figure.SETTLED_RSS_BYTES)).containsOnly(NONE);
        assertThat(valid.notes())
                .containsExactly(
                        "*: calls failed, so this says more of the timeout than of the server; not ranked. Marked: the best"
                                + " value seen. It may be chance: a ranking needs six or more rounds. Targets that"
                                + " failed or misbehaved are not marked. Targets that lost calls are marked only in success,"
                                + " RSS idle and start-up.");
    }

    /** It answered nothing, so that little load came to it: its memory is the least, and is no merit. */
    @Test
    void whoFailedEveryCallIsNoneOfTheBest() {
        Map<Figure, List<Double>> deaf = Map.of(
                Figure.SUCCESS_RATIO, List.of(0.0),
                Figure.IDLE_RSS_BYTES, List.of(1.0),
                Figure.PEAK_RSS_BYTES, List.of(1.0));
        Map<Figure, List<Double>> well = Map.of(
                Figure.SUCCESS_RATIO, List.of(1.0),
                Figure.IDLE_RSS_BYTES, List.of(2.0),
                Figure.PEAK_RSS_BYTES, List.of(2.0));
        Map<Figure, List<Double>> heavy = Map.of(
                Figure.SUCCESS_RATIO, List.of(1.0),
                Figure.IDLE_RSS_BYTES, List.of(3.0 * (1 << 20)),
                Figure.PEAK_RSS_BYTES, List.of(3.0 * (1 << 20)));
        Report report = MadeUp.report()
                .target("deaf", deaf)
                .target("well", well)
                .target("heavy", heavy)
                .get();

        assertThat(words(report, Figure.PEAK_RSS_BYTES)).isEqualTo("NONE BEST NONE");
        assertThat(words(report, Figure.SUCCESS_RATIO)).isEqualTo("NONE TIE TIE");
        assertThat(words(report, Figure.IDLE_RSS_BYTES)).isEqualTo("TIE TIE NONE"); // both are shown as 0.00
    }

    @Test
    void theFirstOfAnOrderIsNotMarkedWhereItMisbehaved() {
        MadeUp report = MadeUp.report()
                .rounds(6)
                .failed("a", Kind.MEASURED, null, "in round 2: was stopped")
                .target("b", Figure.IDLE_RSS_BYTES, 2.0)
                .order(Figure.IDLE_RSS_BYTES, "a", "b");

        assertThat(words(report.get(), Figure.IDLE_RSS_BYTES)).isEqualTo("NONE NONE");
        assertThat(SummarySection.table(report.get()).notes())
                .containsExactly(
                        "Values are medians over 6 rounds. Nothing is marked: no two targets can be compared. Targets that"
                                + " failed or misbehaved are not marked.");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 20, 30, BEST NONE NONE",
        "20, 10, 10, NONE TIE TIE",
        "10, 10, 10, TIE TIE TIE",
        "10.01, 10.02, 11, TIE TIE NONE", // both are shown as 10
        ", 10, 20, NONE BEST NONE",
        ", , 20, NONE NONE NONE",
        ", , , NONE NONE NONE"
    })
    void theBestValueSeen(Double first, Double second, Double third, String marks) {
        MadeUp report = MadeUp.report()
                .target("a", Figure.P50_MILLIS, first)
                .target("b", Figure.P50_MILLIS, second)
                .target("c", Figure.P50_MILLIS, third);

        assertThat(words(report.get(), Figure.P50_MILLIS)).isEqualTo(marks);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, NONE NONE",
        "1, 0.5, BEST NONE",
        "0.5, 0.75, NONE BEST",
        "0.5, 0.5, NONE NONE",
    })
    void successIsMarkedOnlyWhereTargetsDiffer(double first, double second, String marks) {
        Report report = MadeUp.report().target("a", first).target("b", second).get();

        assertThat(words(report, Figure.SUCCESS_RATIO)).isEqualTo(marks);
    }

    @Test
    void oneTargetIsNotTheBestOfAnything() {
        Table table = SummarySection.table(
                MadeUp.report().target("a", Figure.P50_MILLIS, 1.0).get());

        assertThat(marks(table, Figure.P50_MILLIS)).containsOnly(NONE);
        assertThat(table.notes()).containsExactly("Nothing is marked: no two targets can be compared.");
        assertThat(SummarySection.table(MadeUp.report().get()).rows()).isEmpty();
    }

    @Test
    void theFirstGroupOfAnOrderIsATie() {
        MadeUp report = MadeUp.report()
                .rounds(6)
                .target("a", Figure.IDLE_RSS_BYTES, 3.0)
                .target("b", Figure.IDLE_RSS_BYTES, 1.0)
                .target("c", Figure.IDLE_RSS_BYTES, 2.0)
                .order(Figure.IDLE_RSS_BYTES, "b,c", "a");

        assertThat(words(report.get(), Figure.IDLE_RSS_BYTES)).isEqualTo("NONE TIE TIE");
    }

    /** a < c, and b is told from neither: c is no tie for the best. */
    @Test
    void whoIsShownToBeWorseIsNoTieForTheBest() {
        MadeUp report = MadeUp.report()
                .rounds(6)
                .target("a", Figure.IDLE_RSS_BYTES, 1.0)
                .target("b", Figure.IDLE_RSS_BYTES, 2.0)
                .target("c", Figure.IDLE_RSS_BYTES, 3.0)
                .ranking(MadeUp.ranking(Figure.IDLE_RSS_BYTES, "a,b,c", "a<c"));

        assertThat(words(report.get(), Figure.IDLE_RSS_BYTES)).isEqualTo("TIE TIE NONE");
    }

    @Test
    void aLossInOneRoundTakesTheTimesOfAllOutOfComparison() {
        Map<Figure, List<Double>> lossy =
                Map.of(Figure.SUCCESS_RATIO, List.of(1.0, 0.5, 1.0), Figure.P50_MILLIS, List.of(1.0, 1.0, 1.0));
        MadeUp report = MadeUp.report()
                .rounds(3)
                .target("a", lossy)
                .target("b", Figure.P50_MILLIS, 2.0, 2.0, 2.0)
                .target("c", Figure.P50_MILLIS, 3.0, 3.0, 3.0);

        assertThat(words(report.get(), Figure.P50_MILLIS)).isEqualTo("NONE BEST NONE");
        assertThat(SummarySection.table(report.get()).notes())
                .containsExactly(
                        "Values are medians over 3 rounds. Marked: the best value seen. It may be chance: a ranking needs"
                                + " six or more rounds. Targets that lost calls are marked only in success, RSS idle and"
                                + " start-up.");
    }

    @Test
    void roundsEnoughWithoutAnOrderSayWhy() {
        MadeUp report = MadeUp.report()
                .rounds(6)
                .target("a", Figure.P50_MILLIS, 1.0)
                .target("b", Figure.P50_MILLIS, 2.0)
                .noOrder(Figure.SECONDS_PER_CALL, Gap.NoOrder.NO_NOISE)
                .noOrder(Figure.IDLE_RSS_BYTES, Gap.NoOrder.NO_NOISE);

        assertThat(SummarySection.table(report.get()).notes())
                .containsExactly(
                        "Values are medians over 6 rounds. Marked: the best value seen. It may be chance: this run has no"
                                + " ranking: A/A noise is unknown: fewer than six rounds have this figure for the target that"
                                + " ran twice.");
    }

    private static Report with(Report report, Verdict verdict) {
        return new Report(
                report.schema(),
                report.run(),
                report.generatorWarmup(),
                report.floor(),
                report.rounds(),
                report.targets(),
                report.ranking(),
                report.promises(),
                report.main(),
                verdict);
    }

    private static String words(Report report, Figure figure) {
        return String.join(
                " ",
                marks(SummarySection.table(report), figure).stream()
                        .map(Mark::name)
                        .toList());
    }

    private static List<Mark> marks(Table table, Figure figure) {
        return IntStream.range(0, table.rows().size())
                .mapToObj(row -> cell(table, row, figure).mark())
                .toList();
    }

    private static Cell cell(Table table, int row, Figure figure) {
        int column = table.columns().stream().map(Column::label).toList().indexOf(Numbers.title(figure));
        return table.rows().get(row).get(column);
    }
}
