package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.figure.Figure;
import weighbridge.figure.Slo;
import weighbridge.figure.Slos;
import weighbridge.figure.Unit;
import weighbridge.record.Outcome.Kind;

class SloAnalysisTest {
    private static final Gap DIED = new Gap.Failed(Kind.DIED_UNDER_LOAD, "killed");

    @Test
    void holdsEachPromiseAgainstEachTargetThatItIsOf() {
        Map<String, Map<Figure, Double>> values = new LinkedHashMap<>();
        values.put("spark", Map.of(Figure.P99_MILLIS, 50.0, Figure.P50_MILLIS, 9.0));
        values.put("netty", Map.of(Figure.P99_MILLIS, 12.0, Figure.P50_MILLIS, 5.0));

        List<SloReport> reports = SloAnalysis.of(promises("p99 < 50 ms", "netty: p50 <= 5 ms"), values, Map.of());

        assertThat(reports)
                .containsExactly(
                        new SloReport("spark", "p99", Unit.MILLIS, "p99 < 50 ms", 50, 50.0, false, null),
                        new SloReport("netty", "p99", Unit.MILLIS, "p99 < 50 ms", 50, 12.0, true, null),
                        new SloReport("netty", "p50", Unit.MILLIS, "p50 <= 5 ms", 5, 5.0, true, null));
        assertThat(SloAnalysis.areKept(reports)).isFalse();
        assertThat(SloAnalysis.areKept(reports.subList(1, 3))).isTrue();
        assertThat(SloAnalysis.areKept(List.of())).isTrue();
    }

    @Test
    void errorsAreReportedAsSuch() {
        assertThat(SloAnalysis.of(
                        promises("errors < 0.1%"), Map.of("a", Map.of(Figure.SUCCESS_RATIO, 999 / 1000.0)), Map.of()))
                .containsExactly(new SloReport("a", "errors", Unit.RATIO, "errors < 0.1%", 0.001, 0.001, false, null));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsNotKnown(double value) {
        assertThat(SloAnalysis.of(promises("max < 5 ms"), Map.of("a", Map.of(Figure.MAX_MILLIS, value)), Map.of()))
                .containsExactly(unknown("max", Unit.MILLIS, "max < 5 ms", 5, new Gap.NoFigure(Figure.MAX_MILLIS)));
    }

    @Test
    void whatCannotBeShownIsNotKept() {
        Map<Figure, Double> none = new EnumMap<>(Figure.class);
        none.put(Figure.P99_MILLIS, null);
        Map<String, Map<Figure, Double>> values = Map.of("a", none);

        assertThat(SloAnalysis.of(promises("p99 > 0 ms"), values, Map.of()))
                .containsExactly(unknown("p99", Unit.MILLIS, "p99 > 0 ms", 0, new Gap.NoFigure(Figure.P99_MILLIS)));
        assertThat(SloAnalysis.of(promises("p99 > 0 ms"), values, Map.of("a", DIED)))
                .containsExactly(unknown("p99", Unit.MILLIS, "p99 > 0 ms", 0, DIED));
        assertThat(SloAnalysis.of(promises("a: p99 > 0 ms"), Map.of("b", Map.of()), Map.of()))
                .containsExactly(unknown("p99", Unit.MILLIS, "p99 > 0 ms", 0, new Gap.NotInRun()));
    }

    /** The figures of a target that died may be known in part; they count. */
    @Test
    void aKnownFigureIsHeldAgainstTheLimitWhateverBecameOfTheTarget() {
        assertThat(SloAnalysis.of(
                        promises("startup < 1 s"),
                        Map.of("a", Map.of(Figure.STARTUP_MILLIS, 900.0)),
                        Map.of("a", DIED)))
                .allMatch(SloReport::kept);
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void everyFigureHasAReasonForNotBeingKnown(Figure figure) {
        String limit = switch (figure.unit()) {
            case SECONDS, MILLIS -> "1s";
            case BYTES -> "1MiB";
            case RATIO -> "1%";
            case COUNT -> "1";
        };

        assertThat(SloAnalysis.of(promises(figure.key() + ">" + limit), Map.of("a", new HashMap<>()), Map.of()))
                .singleElement()
                .satisfies(report -> assertThat(report.reason()).isEqualTo(new Gap.NoFigure(figure)));
    }

    private static SloReport unknown(String figure, Unit unit, String condition, double limit, Gap reason) {
        return new SloReport("a", figure, unit, condition, limit, null, false, reason);
    }

    private static List<Slo> promises(String... texts) {
        return Slos.of(List.of(texts));
    }
}
