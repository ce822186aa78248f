package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityBox;
import weighbridge.capacity.CapacityReport;
import weighbridge.render.Sheet.Cell;
import weighbridge.render.Sheet.Column;
import weighbridge.render.Sheet.Table;
import weighbridge.text.Limits;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;

class BoxesSectionTest {
    private static final long MIB = 1 << 20;

    private static Report searched(Map<Limits, Double> capacities, boolean atLeast) {
        MadeUp report = MadeUp.report().settings(Settings.from(Workload.Kind.CAPACITY, name -> null));
        capacities.forEach((limits, rate) -> report.target(MadeUpLoads.holding(
                "a[" + limits.text() + "]", card(rate, atLeast).in(limits, List.of()))));
        return report.target(MadeUpLoads.holding("b", card(10, false))).get();
    }

    private static CapacityReport card(double rate, boolean atLeast) {
        return MadeUpCards.of("p99 < 50 ms", rate, rate, 1.03 * rate, atLeast ? Bound.GENERATOR : Bound.CPU);
    }

    private static List<String> column(Table table, String label) {
        int index = table.columns().stream().map(Column::label).toList().indexOf(label);
        return table.rows().stream().map(row -> row.get(index)).map(Cell::text).toList();
    }

    @Test
    void aServerInSeveralBoxesHasATableFromTheSmallestToTheLargest() {
        Report report = searched(
                Map.of(new Limits(1.0, null), 1800.0, new Limits(0.25, null), 500.0, new Limits(0.5, null), 1000.0),
                false);

        List<Table> tables = BoxesSection.of(report);

        assertThat(tables).hasSize(1);
        Table table = tables.get(0);
        assertThat(table.caption()).isEqualTo("a in each box:");
        assertThat(column(table, "box")).containsExactly("0.25 cores", "0.5 cores", "1 core");
        assertThat(column(table, "capacity calls/s")).containsExactly("500", "1,000", "1,800");
        assertThat(column(table, "efficiency")).containsExactly("100%", "100%", "90%");
        assertThat(table.notes())
                .containsExactly("efficiency: capacity per core ÷ that in the smallest box whose capacity is known");
    }

    /** Of capacities that are only known to be at least so much no efficiency is. */
    @Test
    void withoutACapacityThatIsKnownThereIsNoEfficiency() {
        Report report = searched(Map.of(new Limits(1.0, null), 1800.0, new Limits(0.5, null), 1000.0), true);

        Table table = BoxesSection.of(report).get(0);

        assertThat(column(table, "capacity calls/s")).containsExactly("at least 1,000", "at least 1,800");
        assertThat(column(table, "efficiency")).containsOnly("n/a");
        assertThat(table.notes()).isEmpty();
    }

    @Test
    void theSmallestMemoryThatIsEnoughIsNamed() {
        Report report = searched(
                Map.of(
                        new Limits(null, 64 * MIB), 100.0,
                        new Limits(null, 128 * MIB), 960.0,
                        new Limits(null, 256 * MIB), 1000.0),
                false);

        assertThat(BoxesSection.of(report).get(0).notes())
                .containsExactly("the smallest memory in which it sustains 95 % of the highest capacity: 128MiB");
        assertThat(column(BoxesSection.of(report).get(0), "efficiency")).containsOnly("n/a");
    }

    /** What a search did by itself, because the generator was the limit. */
    @Test
    void theBoxesOfASearchAreToldLikewise() {
        CapacityReport half = card(1000, false);
        List<CapacityBox> boxes = List.of(
                new CapacityBox(new Limits(1.0, null), card(1500, true)), new CapacityBox(new Limits(0.5, null), half));
        MadeUp report = MadeUp.report().settings(Settings.from(Workload.Kind.CAPACITY, name -> null));

        Table table = BoxesSection.of(report.target(MadeUpLoads.holding("a", half.in(new Limits(0.5, null), boxes)))
                        .get())
                .get(0);

        assertThat(column(table, "capacity calls/s")).containsExactly("1,000", "at least 1,500");
        assertThat(column(table, "bound by")).containsExactly("cpu", "generator");
        assertThat(column(table, "efficiency")).containsExactly("100%", "at least 75%");
    }

    @Test
    void withoutSeveralBoxesThereIsNoTable() {
        assertThat(BoxesSection.of(searched(Map.of(new Limits(1.0, null), 1800.0), false)))
                .isEmpty();
        List<TargetReport> none = MadeUp.report().get().targets();
        assertThat(none).noneMatch(target -> target.name().contains("["));
    }
}
