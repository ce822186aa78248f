package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.Report;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityFinding.CoresBusy;
import weighbridge.capacity.CapacityFinding.GeneratorLate;
import weighbridge.capacity.CapacityFinding.GeneratorUnwell;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.GeneratorFault.CpuUsedUp;
import weighbridge.capacity.GeneratorFault.GcPaused;
import weighbridge.capacity.StepVerdict;
import weighbridge.render.Sheet.Column;
import weighbridge.render.Sheet.Mark;
import weighbridge.render.Sheet.Table;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;

class CapacityWordsTest {
    @Test
    void aCapacityHasItsBracketItsPromisesAndHowOftenItWasConfirmed() {
        assertThat(CapacityWords.sentence(MadeUpCards.confirmedIn(1)))
                .isEqualTo("sustains 4,100 calls/s (4,087 to 4,280) with p99 < 50 ms, for 30 s in 1 fresh process");
        assertThat(CapacityWords.sentence(MadeUpCards.ofSearch()))
                .isEqualTo(
                        "sustains 4,100 calls/s (4,087 to 4,280) with p99 < 50 ms, in the search only, in no fresh process");
        assertThat(CapacityWords.sentence(MadeUpCards.bySlo())).endsWith("for 30 s in each of 3 fresh processes");
    }

    @Test
    void aLimitOfTheGeneratorBelowARateThatIsNotHeldSaysBoth() {
        assertThat(CapacityWords.sentence(MadeUpCards.of("p99 < 50 ms", 4100.0, null, 9000.0, Bound.GENERATOR)))
                .isEqualTo("sustains at least 4,100 calls/s: the generator was the limit below 9,000 (n/a achieved with"
                        + " p99 < 50 ms, for 30 s in each of 3 fresh processes)");
    }

    @Test
    void withoutWordsTheBoundIsNamed() {
        assertThat(CapacityWords.bound(MadeUpCards.of("p99 < 50 ms", null, null, null, Bound.MEMORY)))
                .isEqualTo("memory");
        assertThat(CapacityWords.sentence(MadeUpCards.of("p99 < 50 ms", null, null, null, null)))
                .isEqualTo("capacity unknown: no rate was tried");
    }

    @Test
    void aRateThatTooFewProcessesHeldIsNeverGivenWithoutThat() {
        assertThat(CapacityWords.brief(MadeUpCards.bySlo())).isEqualTo("4,100 calls/s");
        assertThat(CapacityWords.brief(MadeUpCards.confirmedIn(2))).isEqualTo("4,100 calls/s, confirmed in 2 of 3");
        assertThat(CapacityWords.brief(MadeUpCards.ofSearch())).isEqualTo("4,100 calls/s, confirmed in 0 of 3");
        MadeUp run = MadeUp.report().settings(Settings.from(Workload.Kind.CAPACITY, name -> null));
        Report report = run.target(MadeUpLoads.holding("a", MadeUpCards.bySlo()))
                .target(MadeUpLoads.holding("b", MadeUpCards.confirmedIn(1)))
                .get();
        assertThat(ReportPage.tone(report)).isEqualTo("doubt");
        assertThat(ReportPage.tone(MadeUp.report()
                        .settings(Settings.from(Workload.Kind.CAPACITY, name -> null))
                        .target(MadeUpLoads.holding("a", MadeUpCards.bySlo()))
                        .get()))
                .isEqualTo("good");
        for (Table table : List.of(TargetsTable.of(report), CapacitySection.brief(report))) {
            int column = table.columns().stream().map(Column::label).toList().indexOf("capacity calls/s");
            assertThat(table.rows()).extracting(row -> row.get(column).mark()).containsExactly(Mark.STRONG, Mark.NONE);
            assertThat(table.rows().get(0).get(column).detail()).doesNotContain("confirmed");
            assertThat(table.rows().get(1).get(column).detail()).endsWith("confirmed in 1 of 3");
        }
    }

    /** What the limit was is said once, also in what says how it showed. */
    @Test
    void theGeneratorIsNamedOnce() {
        CapacityReport used = MadeUpCards.of(Bound.GENERATOR, new GeneratorUnwell(new CpuUsedUp(0.97, 2)));
        CapacityReport late =
                MadeUpCards.of(Bound.GENERATOR, new GeneratorLate(28), new GeneratorUnwell(new GcPaused(120)));
        CapacityReport cores = MadeUpCards.of(Bound.GENERATOR, new CoresBusy(2, 1.3, 0.7));
        CapacityReport memory = MadeUpCards.of(Bound.MEMORY, new GeneratorLate(28));

        assertThat(CapacityWords.sentence(used))
                .isEqualTo("capacity unknown, the generator was the limit: it used 97 % of the CPU time that it may use"
                        + " (2.00 cores) (at 800 calls/s)");
        assertThat(CapacityWords.bound(late))
                .isEqualTo("the generator: it started calls late: scheduling delay 28.0 ms (p99); the generator paused"
                        + " 120 ms for garbage collection (at 800 calls/s)");
        assertThat(CapacityWords.sentence(cores))
                .isEqualTo(
                        "capacity unknown, the generator was the limit: all 2 cores were busy: 1.30 with the generator,"
                                + " 0.70 with the server (at 800 calls/s)");
        assertThat(CapacityWords.bound(memory)).startsWith("memory: the generator started calls late");
        assertThat(CapacityWords.sentence(MadeUpCards.of("p99 < 50 ms", null, null, null, Bound.GENERATOR)))
                .isEqualTo("capacity unknown, the generator was the limit");
    }

    /** To say that it holds none would be untrue. */
    @Test
    void aRateThatWasHeldOnlyOnceIsNotConfirmed() {
        CapacityReport card = MadeUpCards.unconfirmed();
        double most = card.probes().stream()
                .filter(probe -> probe.verdict() == StepVerdict.KEPT)
                .mapToDouble(probe -> probe.load().offeredCallsPerSecond())
                .max()
                .orElseThrow();

        assertThat(most).isEqualTo(4100);
        assertThat(CapacityWords.sentence(card))
                .isEqualTo(
                        "no rate was confirmed with p99 < 50 ms, errors < 0.1%: 4,100 calls/s were sustained once, and no rate was in every fresh process: p99 < 50 ms: it was 61.2 ms at 4,280 calls/s");
    }

    /** A run folder may come from somebody else. */
    @Test
    void noTextOfACardActsInAnyFormat() {
        String evil = "\u001b[2J\n| <b> =1+1";
        Map<String, String> none = Map.of();
        MadeUp report = MadeUp.report()
                .settings(Settings.from(Workload.Kind.CAPACITY, none::get))
                .target(MadeUpLoads.holding("a", MadeUpCards.saying(evil)));

        for (String text : List.of(
                SummaryFiles.text(report.get()), SummaryFiles.markdown(report.get()), SummaryFiles.csv(report.get()))) {
            assertThat(text).doesNotContain("\u001b");
            assertThat(text.lines()).noneMatch(line -> line.startsWith("| <b>") || line.startsWith("| &lt;b"));
        }
        assertThat(SummaryFiles.markdown(report.get())).doesNotContain("<b>");
    }
}
