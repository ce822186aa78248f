package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weighbridge.figure.Figure;
import weighbridge.render.TargetTrends.Point;

class TargetTrendsTest {
    @Test
    void onlyRunsWithAsManyCallsAsTheNewestOneTheOldestFirst() {
        List<TargetTrends> trends = TargetTrends.of(List.of(
                run(5, IndexedRun.State.CUT_OFF, "one", target("a", null)),
                run(800, IndexedRun.State.VALID, "one", target("a", 0.3), target("b", 5.0)),
                run(20, IndexedRun.State.VALID, "one", target("a", 9.0)),
                run(800, IndexedRun.State.NOT_VALID, "one", target("a", 0.2)),
                run(null, IndexedRun.State.VALID, "one", target("a", 9.0)),
                run(800, IndexedRun.State.VALID, "another", target("a", 0.15)),
                run(800, IndexedRun.State.VALID, "one", target("a", 0.1))));

        assertThat(trends).extracting(TargetTrends::target).containsExactly("a", "b");
        assertThat(trends.get(0).trends().get(Figure.SECONDS_PER_CALL))
                .containsExactly(
                        new Point(0.1, true), new Point(0.15, true), new Point(0.2, false), new Point(0.3, true));
        assertThat(trends.get(0).calls()).isEqualTo(800);
        assertThat(trends.get(0).runs()).isEqualTo(4);
        assertThat(trends.get(0).machines()).isEqualTo(2);
        assertThat(trends.get(0).trends()).doesNotContainKey(Figure.PEAK_RSS_BYTES);
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

        List<Point> points = TargetTrends.of(runs).get(0).trends().get(Figure.SECONDS_PER_CALL);

        assertThat(points).hasSize(200);
        assertThat(points.get(0).value()).isEqualTo(199);
        assertThat(points.get(199).value()).isZero();
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
        return new IndexedRun(
                Path.of("burst"),
                Set.of(),
                null,
                state,
                null,
                new IndexedRun.Settings(calls, null, null),
                machine,
                List.of(targets));
    }

    private static IndexedRun.Target target(String name, Double secondsPerCall) {
        return new IndexedRun.Target(
                name,
                "",
                "measured",
                secondsPerCall == null ? Map.of() : Map.of(Figure.SECONDS_PER_CALL, secondsPerCall));
    }
}
