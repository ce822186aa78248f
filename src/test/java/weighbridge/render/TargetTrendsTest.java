package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weighbridge.figure.Figure;
import weighbridge.render.TargetTrends.Point;

class TargetTrendsTest {
    private static final IndexedRun.Load RATE = new IndexedRun.Load(800.0, null, 30.0, null);

    @Test
    void onlyRunsThatAreComparableWithTheNewestOneTheOldestFirst() {
        List<TargetTrends> trends = TargetTrends.of(List.of(
                run(800, IndexedRun.State.CUT_OFF, "one", target("a", 7.0)),
                run(800, IndexedRun.State.VALID, "one", target("a", 0.3), target("b", 5.0)),
                run(20, IndexedRun.State.VALID, "one", target("a", 9.0)),
                run(800, IndexedRun.State.NOT_VALID, "one", target("a", 0.2)),
                run(null, IndexedRun.State.VALID, "one", target("a", 9.0)),
                run(800, IndexedRun.State.VALID, "another", target("a", 0.15)),
                run(800, IndexedRun.State.VALID, null, target("a", 0.12)), // its conditions are not known
                run(800, IndexedRun.State.VALID, "one", called("a", 0.11, "keep-alive")),
                run(800, IndexedRun.State.VALID, "one", target("a", 0.1))));

        assertThat(trends).extracting(TargetTrends::target).containsExactly("a", "b", "a");
        assertThat(points(trends.get(0), "seconds/call"))
                .containsExactly(new Point(0.1, true), new Point(0.2, false), new Point(0.3, true));
        assertThat(trends.get(0).runs()).isEqualTo(3);
        assertThat(trends.get(0).words()).isEqualTo("3 runs of 800 calls");
        assertThat(trends.get(0).trends()).hasSize(1); // its peak is not known
        assertThat(trends.get(2).words()).isEqualTo("1 run of 20 calls");
    }

    /** Each kind has its own figures, and a rate of 200 calls/s is none of 800. */
    @Test
    void eachWorkloadHasItsOwnLine() {
        List<TargetTrends> trends = TargetTrends.of(List.of(
                loaded(RATE, "800", rate(799.0, 800.0, null)),
                loaded(new IndexedRun.Load(200.0, null, 30.0, null), "200", rate(200.0, 200.0, null)),
                run(20, IndexedRun.State.VALID, "one", target("a", 0.1)),
                loaded(RATE, "800", rate(640.0, 800.0, null)),
                loaded(
                        new IndexedRun.Load(null, null, 30.0, "p99 < 50 ms"),
                        "search",
                        rate(4100.0, null, new IndexedRun.Capacity(false, "CPU", 90.0 * (1 << 20), 3)))));

        assertThat(trends)
                .extracting(TargetTrends::words)
                .containsExactly(
                        "2 runs at 800 calls/s for 30 s",
                        "1 run at 200 calls/s for 30 s",
                        "1 run of 20 calls",
                        "1 capacity run, SLO p99 < 50 ms");
        assertThat(points(trends.get(0), "rate held")).containsExactly(new Point(640, true), new Point(799, true));
        assertThat(trends.get(3).lines())
                .extracting(IndexPage.Line::label, IndexPage.Line::last)
                .containsExactly(tuple("capacity", "4,100 calls/s"), tuple("RSS at the rate", "90.0 MiB"));
    }

    @Test
    void aTargetWithoutAFigureHasNone() {
        assertThat(TargetTrends.of(List.of(run(800, IndexedRun.State.VALID, null, target("a", null)))))
                .isEmpty();
    }

    @Test
    void ofVeryManyRunsTheNewest() {
        List<IndexedRun> runs = IntStream.range(0, 1_000)
                .mapToObj(index -> run(800, IndexedRun.State.VALID, "one", target("a", (double) index)))
                .toList();

        List<Point> points = points(TargetTrends.of(runs).get(0), "seconds/call");

        assertThat(points).hasSize(200);
        assertThat(points.get(0).value()).isEqualTo(199);
        assertThat(points.get(199).value()).isZero();
    }

    private static List<Point> points(TargetTrends trends, String label) {
        return trends.trends().stream()
                .filter(trend -> trend.measure().label().equals(label))
                .findFirst()
                .orElseThrow()
                .points();
    }

    /** 240 × 48 with 5 around: 230 across and 38 up, where 0 is at 43. */
    @Test
    void aLineGoesFromTheOldestToTheNewestOverAFootOfZero() {
        List<Point> trend = List.of(new Point(1, true), new Point(4, false), new Point(0, true));

        IndexPage.Line line = TrendLine.of("seconds/call", trend, value -> value + " s");

        assertThat(line.points()).isEqualTo("5.0,33.5 120.0,5.0 235.0,43.0");
        assertThat(line.doubtful()).containsExactly(new IndexPage.Place("120.0", "5.0"));
        assertThat(line.last()).isEqualTo("0.0 s");
        assertThat(line.title())
                .isEqualTo("seconds/call in 3 runs, oldest to newest: 0.0 s to 4.0 s, last 0.0 s; invalid: 1");
    }

    @Test
    void oneRunIsAPointAndNothingButZeroesIsTheFoot() {
        assertThat(TrendLine.of("x", List.of(new Point(7, true)), Double::toString)
                        .points())
                .isEqualTo("235.0,5.0");
        assertThat(TrendLine.of("x", List.of(new Point(0, true)), Double::toString)
                        .points())
                .isEqualTo("235.0,43.0");
    }

    private static IndexedRun run(Integer calls, IndexedRun.State state, String machine, IndexedRun.Target... targets) {
        return run(new IndexedRun.Settings(calls, null, null, null), "calls " + calls, state, machine, targets);
    }

    private static IndexedRun loaded(IndexedRun.Load load, String condition, IndexedRun.Rate rate) {
        return run(
                new IndexedRun.Settings(0, 0, 1, load),
                condition,
                IndexedRun.State.VALID,
                "one",
                new IndexedRun.Target("a", "", null, Map.of(), rate, Map.of("requests", "GET /"), true));
    }

    private static IndexedRun.Rate rate(Double held, Double asked, IndexedRun.Capacity capacity) {
        return new IndexedRun.Rate(held, asked, null, capacity);
    }

    /** @param machine null where the conditions are not known */
    private static IndexedRun run(
            IndexedRun.Settings settings,
            String load,
            IndexedRun.State state,
            String machine,
            IndexedRun.Target... targets) {
        return new IndexedRun(
                Path.of("burst"),
                Set.of(),
                null,
                state,
                null,
                settings,
                machine,
                machine == null ? null : Map.of("processor", machine, "load", load),
                Stream.of(targets)
                        .map(target -> state == IndexedRun.State.VALID ? target : doubtful(target))
                        .toList());
    }

    private static IndexedRun.Target doubtful(IndexedRun.Target target) {
        return new IndexedRun.Target(
                target.name(),
                target.version(),
                target.outcome(),
                target.figures(),
                target.rate(),
                target.conditions(),
                false);
    }

    private static IndexedRun.Target target(String name, Double secondsPerCall) {
        return called(name, secondsPerCall, "GET /");
    }

    private static IndexedRun.Target called(String name, Double secondsPerCall, String requests) {
        return new IndexedRun.Target(
                name,
                "",
                "measured",
                secondsPerCall == null ? Map.of() : Map.of(Figure.SECONDS_PER_CALL, secondsPerCall),
                null,
                Map.of("requests", requests),
                true);
    }
}
