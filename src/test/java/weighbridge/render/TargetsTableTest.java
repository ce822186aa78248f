package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Report;
import weighbridge.record.SampleRun;
import weighbridge.render.Sheet.Cell;
import weighbridge.render.Sheet.Column;
import weighbridge.render.Sheet.Mark;
import weighbridge.render.Sheet.Table;

class TargetsTableTest {
    private static List<String> labels(Report report) {
        return TargetsTable.of(report).columns().stream().map(Column::label).toList();
    }

    private static List<String> texts(Report report, int row) {
        return TargetsTable.of(report).rows().get(row).stream().map(Cell::text).toList();
    }

    @Test
    void aRunOfBurstsBeginsWithSuccessAndTime() {
        Report report = Analysis.of(SampleRun.recording());

        assertThat(labels(report))
                .containsExactly(
                        "target",
                        "version",
                        "success %",
                        "seconds/call",
                        "p50 ms",
                        "p99 ms",
                        "RSS idle MiB",
                        "RSS peak MiB",
                        "RSS settled MiB",
                        "CPU s/1000 calls",
                        "start-up ms");
        assertThat(texts(report, 0))
                .containsExactly(
                        "good", "1.0", "100.0", "0.000374", "150", "199", "50.00", "80.00", "70.00", "0.625", "512");
        assertThat(TargetsTable.of(report).rows().get(3).get(0).note()).isEqualTo("failed-to-start: exited with 1");
    }

    @Test
    void aSteadyRunBeginsWithTheRate() {
        Report open = MadeUpLoads.open();

        assertThat(labels(open))
                .startsWith("target", "version", "achieved calls/s", "success %", "p50 ms", "p99 ms", "RSS idle MiB")
                .doesNotContain("seconds/call");
        assertThat(TargetsTable.of(open).rows().get(0).get(2).detail()).isEqualTo("of 500");
        assertThat(TargetsTable.of(open).notes())
                .contains(
                        "p50 and p99 count from the planned start of a call, so they are free of coordinated omission.");
        assertThat(TargetsTable.of(MadeUpLoads.closed()).rows().get(0).get(2).detail())
                .isEqualTo("64 users");
        assertThat(TargetsTable.of(MadeUpLoads.closed()).notes()).noneMatch(note -> note.contains("planned"));
    }

    @Test
    void aCapacityRunBeginsWithTheCapacityAndItsBound() {
        Report report = RunCase.CAPACITY.made().report();

        assertThat(labels(report))
                .containsExactly(
                        "target",
                        "version",
                        "capacity calls/s",
                        "bound by",
                        "p99 ms",
                        "CPU cores",
                        "RSS idle MiB",
                        "RSS MiB",
                        "RSS peak MiB",
                        "start-up ms");
        assertThat(texts(report, 0))
                .containsExactly("netty", "1.0", "4,200", "SLO", "38.3", "0.462", "55.00", "76.00", "83.00", "300");
        assertThat(texts(report, 1).subList(2, 9)).containsOnly("n/a");
    }

    /** With "at least" where the card has it. */
    @Test
    void aCapacityIsNeverSaidToBeMoreExactThanItIs() {
        Table table = TargetsTable.of(RunCase.CAPACITY.made().report());

        assertThat(table.rows())
                .extracting(row -> row.get(2))
                .containsExactly(
                        new Cell("4,200", 4200.0, Mark.STRONG, "4,187 to 4,400", ""),
                        Cell.of("n/a"),
                        new Cell("at least 6,000", 6000.0, Mark.STRONG, "achieved 5,990", ""),
                        new Cell("n/a", null, Mark.NONE, "none of the rates tried", ""));
        assertThat(table.rows().get(2).get(3).text()).isEqualTo("generator");
    }

    @Test
    void eachColumnIsExplained() {
        for (Report report : List.of(MadeUpLoads.open(), MadeUpLoads.capacity(), Analysis.of(SampleRun.recording()))) {
            assertThat(TargetsTable.of(report)
                            .columns()
                            .subList(2, labels(report).size()))
                    .allSatisfy(column -> assertThat(column.explanation()).endsWith("."));
        }
    }
}
