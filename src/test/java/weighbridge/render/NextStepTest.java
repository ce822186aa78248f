package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.Finding;
import weighbridge.analysis.SloReport;
import weighbridge.figure.Unit;
import weighbridge.record.Outcome.Kind;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;

class NextStepTest {
    @Test
    void whereATargetFailedThatIsLookedIntoFirst() {
        String step = "see why a target failed in the folder logs of this run, then run it alone with -Dtargets=<name>";

        assertThat(next(well().failed("b", Kind.FAILED_TO_START, "no license").faults("noise")))
                .isEqualTo(step);
        assertThat(next(well().failed("b", Kind.MEASURED, null, "ignored TERM")))
                .isEqualTo(step);
    }

    @Test
    void whatIsNotValidIsMeasuredAgain() {
        assertThat(next(well().faults("the log is damaged")))
                .isEqualTo("repeat the run: the measurement is not valid, for the reasons above");
        assertThat(next(well().fault(new Finding.StartsSpread(700)).rounds(6)))
                .isEqualTo("repeat the run on a quieter machine: the measurement is not valid, for the reasons above");
    }

    @Test
    void anSloThatIsNotKeptComesBeforeMoreRounds() {
        assertThat(next(well().promise(new SloReport("a", "p99", Unit.MILLIS, "p99 < 50 ms", 50, 51.0, false, null))))
                .isEqualTo("see the SLOs above that are not kept");
    }

    @Test
    void aCapacityIsForAPlan() {
        MadeUp search = well().settings(Settings.from(Workload.Kind.CAPACITY, name -> null));

        assertThat(next(search)).isEqualTo("see above why no capacity was found");
        assertThat(next(search.target(MadeUpLoads.holding("b", MadeUpCards.bySlo()))))
                .isEqualTo("plan how many instances a peak load needs: ./weighbridge plan --peak <calls/s>");
    }

    @Test
    void fewRoundsTellNoDifferences() {
        String step = "run 6 rounds to tell differences from chance: -Drounds=6";

        assertThat(next(well())).isEqualTo(step);
        assertThat(next(well().rounds(5))).isEqualTo(step);
        assertThat(next(well().settings(Settings.from(Workload.Kind.STEADY, name -> null))))
                .isEqualTo(step);
    }

    @Test
    void aComparisonOfBurstsLeadsToTheCapacity() {
        assertThat(next(well().rounds(6)))
                .isEqualTo("find the highest rate that a target sustains: ./weighbridge capacity <name>");
    }

    @Test
    void steadyRoundsLeadToAComparison() {
        assertThat(next(well().settings(Settings.from(Workload.Kind.STEADY, Map.of("rounds", "6")::get))))
                .isEqualTo("compare with another run: ./weighbridge compare <run> <run>");
    }

    private static MadeUp well() {
        return MadeUp.report().target("a", 1.0);
    }

    private static String next(MadeUp report) {
        return NextStep.of(report.get());
    }
}
