package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.BurstTrace;
import weighbridge.analysis.LatencyTrace;
import weighbridge.analysis.TargetTrace;
import weighbridge.render.ChartView.Point;

/** With the mouse on a point a chart says its exact value. */
abstract class ReportHover extends PageTest {
    @Test
    void memoryAndLoad() {
        openAll(RunCase.DEFAULT_FIVE);
        TargetTrace trace = RunCase.DEFAULT_FIVE.trace("netty", 1);
        BurstTrace burst = RunCase.DEFAULT_FIVE.burst("netty", "measured");
        ChartView chart = chart("netty: memory and load");
        chart.press("Measured");
        int sample = nearest(trace, (burst.fromMillis() + burst.toMillis()) / 2);
        Point rss = Expected.rss(trace).get(sample);
        int bin = (int) ((trace.rssBytes().atMillis().get(sample) - burst.fromMillis())
                / burst.rates().binMillis());

        assertThat(chart.tip("RSS", rss.x(), rss.y()))
                .contains(
                        "phase: measured",
                        String.format(Locale.ROOT, "RSS at %.3f s: %.2f MiB", rss.x(), rss.y()),
                        String.format(
                                Locale.ROOT,
                                "succeeded: %,d calls/s",
                                burst.rates().ok().get(bin)
                                        * 1000
                                        / burst.rates().binMillis()),
                        "failed: 0 calls/s",
                        String.format(Locale.ROOT, "RSS peak, measured: %.2f MiB", trace.peakRssBytes() / Expected.MIB))
                .anyMatch(line -> line.startsWith("in flight: "))
                .anyMatch(line -> line.startsWith("CPU: "));
    }

    private static int nearest(TargetTrace trace, long millis) {
        int best = 0;
        List<Long> times = trace.rssBytes().atMillis();
        for (int index = 0; index < times.size(); index++) {
            best = Math.abs(times.get(index) - millis) < Math.abs(times.get(best) - millis) ? index : best;
        }
        return best;
    }

    @Test
    @Looks(RunCase.ONE)
    void percentiles() {
        LatencyTrace ok = RunCase.ONE.burst("netty", "measured").ok();
        int last = ok.calls().size() - 2; // after it only the last rank, which took as long

        assertThat(ok.calls().get(last)).as("of 800 calls").isEqualTo(8);
        assertThat(chart("Latency by percentile")
                        .tip("succeeded", 100, ok.atLeastMillis().get(last)))
                .contains(
                        "beyond the percentile: 99 %",
                        "one in: 100 calls",
                        "took at least: " + ok.atLeastMillis().get(last) + " ms");
    }

    @Test
    @Looks(RunCase.ONE)
    void histogram() {
        LatencyTrace ok = RunCase.ONE.burst("netty", "measured").ok();
        int bin = ok.bins().indexOf(Collections.max(ok.bins()));
        int from = bin * ok.binMillis();

        assertThat(chart("Latency: histogram").tip("succeeded", from, ok.bins().get(bin)))
                .contains(
                        "took: " + from + " to under " + (from + ok.binMillis()) + " ms",
                        "calls: " + ok.bins().get(bin));
    }

    @Test
    @Looks(RunCase.ONE)
    void singleCalls() {
        BurstTrace.Dots dots = RunCase.ONE.burst("netty", "measured").dots();
        int slowest = dots.latencyMillis().indexOf(Collections.max(dots.latencyMillis()));
        int at = dots.atMillis().get(slowest);
        int millis = dots.latencyMillis().get(slowest);

        assertThat(chart("Latency: each call over time").tip("succeeded", at, millis))
                .contains("started at: " + at + " ms", "took: " + millis + " ms");
    }

    /** A logarithmic scale has no 0; what the call took is said all the same. */
    @Test
    @Looks(RunCase.ALL_FAILED)
    void callsUnderAMillisecond() {
        assertThat(chart("Latency by percentile").tip("refusing failed", 1, 0.5))
                .contains("took at least: 0 ms");
    }

    @Test
    @Looks(RunCase.ALL_FAILED)
    void failures() {
        BurstTrace burst = RunCase.ALL_FAILED.burst("busy", "measured");
        List<Integer> counts = burst.rates().ko().get(0);
        int bin = counts.indexOf(Collections.max(counts));
        ChartView chart = chart("busy: failed calls, measured");
        String cause = chart.points().keySet().iterator().next();
        long from = burst.fromMillis() + (long) bin * burst.rates().binMillis();

        assertThat(chart.tip(cause, bin, counts.get(bin) / 2.0))
                .contains(
                        cause,
                        String.format(
                                Locale.ROOT,
                                "ended at: %.3f s to %.3f s",
                                from / 1000.0,
                                (from + burst.rates().binMillis()) / 1000.0),
                        "calls: " + counts.get(bin),
                        "of all with this cause: 800");
    }

    @Test
    @Looks(RunCase.SIX_ROUNDS)
    void rounds() {
        ChartView chart = chart("p99");
        Point dot = chart.points().get("rounds").get(0);

        assertThat(chart.tip("rounds", dot.x(), dot.y()))
                .contains("netty")
                .anyMatch(line -> line.startsWith("round 1: ") && line.endsWith(" ms"))
                .anyMatch(line -> line.startsWith("median: "))
                .anyMatch(line -> line.startsWith("95 % interval: ") && line.contains(" to "))
                .anyMatch(line -> line.startsWith("A/A noise: ") && line.endsWith(" %"));
    }
}
