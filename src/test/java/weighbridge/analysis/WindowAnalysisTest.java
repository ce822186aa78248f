package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import weighbridge.record.Box;
import weighbridge.record.CpuAllowance;
import weighbridge.record.GeneratorHealth;
import weighbridge.record.MadeUpWindow;
import weighbridge.record.Reading;
import weighbridge.record.Reading.Counts;
import weighbridge.record.Window;
import weighbridge.record.Window.Edge;
import weighbridge.record.Window.Evidence;
import weighbridge.text.Limits;

class WindowAnalysisTest {
    private static final Evidence NONE = new Evidence(null, null, null, null, null, new CpuAllowance(0.5, 1_000_000L));
    private static final Evidence THROTTLED =
            new Evidence(null, null, null, null, null, new CpuAllowance(0.5, 1_250_000L));

    @Test
    void whatTheControlGroupOfTheTargetCountedInTheWindow() {
        Box before = new Box(0.2, 64L << 20, 100L, 40L, 5_000_000L, 3L);
        Box after = new Box(0.2, 64L << 20, 135L, 71L, 7_480_000L, 4L);
        WindowReport report =
                new WindowAnalysis(MadeUpWindow.of(3).box(before, after).get(), 10, 2, 0.01).report();

        assertThat(report.limits()).isEqualTo(new Limits(0.2, 64L << 20));
        assertThat(report.throttled()).isEqualTo(new Throttling(35L, 31L, 2.48));
        assertThat(report.oomKills()).isEqualTo(1);
    }

    @Test
    void withoutLimitsThereIsNoneToTell() {
        Box free = new Box(null, null, null, null, null, 0L);
        WindowReport report =
                new WindowAnalysis(MadeUpWindow.of(3).box(free, free).get(), 10, 2, 0.01).report();
        WindowReport ofTheGenerator = new WindowAnalysis(MadeUpWindow.of(3).get(), 10, 2, 0.01).report();

        assertThat(report.limits()).isNull();
        assertThat(report.throttled()).isNull();
        assertThat(report.oomKills()).isZero();
        assertThat(ofTheGenerator.limits()).isNull();
        assertThat(ofTheGenerator.oomKills()).isNull();
    }

    /** A process that leaves the tree takes its processor time along, and the sum falls. */
    @Test
    void processorTimeOfATreeThatLostAProcessIsNotKnown() {
        WindowAnalysis analysis = analysis(edge(0, reading(9.0), 1, 20, NONE), edge(1000, reading(8.0), 1.2, 21, NONE));

        assertThat(analysis.target()).isNull();
        assertThat(analysis.othersShare()).isNull();
    }

    @Test
    void processorTimeOfATreeThatIsGoneIsNotKnown() {
        assertThat(analysis(edge(0, reading(9.0), 1, 20, NONE), edge(1000, null, 1.2, 21, NONE))
                        .target())
                .isNull();
    }

    @Test
    void othersHaveWhatIsBusyAndNeitherTheTargetsNorTheGenerators() {
        // In 2 s of 2 cores: 3 s busy, 1 s the target's, 0.4 s the generator's
        WindowAnalysis analysis =
                analysis(edge(0, reading(5.0), 1, 100, NONE), edge(2000, reading(6.0), 1.4, 103, NONE));

        assertThat(analysis.target().machineShare()).isCloseTo(0.25, within(1e-9));
        assertThat(analysis.generator().cpu().machineShare()).isCloseTo(0.1, within(1e-9));
        assertThat(analysis.othersShare()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void whatTheHostTookIsAPartOfTheMachine() {
        Edge from = new Edge(0, null, reading(1), 10.0, 3.0, NONE);
        Edge to = new Edge(2000, null, reading(1), 12.0, 3.5, NONE);

        assertThat(analysis(from, to).stolenShare()).isCloseTo(0.125, within(1e-9)); // 0.5 s of 2 s of 2 cores
    }

    @Test
    void aQuotaIsHeldAgainstWhatTheGeneratorUsed() {
        GeneratorReport generator = analysis(
                        edge(0, reading(5.0), 1, 100, NONE), edge(2000, reading(6.0), 1.9, 103, THROTTLED))
                .generator();

        assertThat(generator.cores()).isEqualTo(0.5);
        assertThat(generator.allowedShare()).isCloseTo(0.9, within(1e-9)); // 0.9 s of 2 s with half a core
        assertThat(generator.throttledMillis()).isEqualTo(250);
    }

    @Test
    void whatCouldNotBeReadIsNull() {
        SocketReport sockets = analysis(edge(0, null, 1, 100, NONE), edge(2000, null, 1.4, 103, NONE))
                .sockets();

        assertThat(sockets)
                .isEqualTo(new SocketReport(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null));
    }

    private static WindowAnalysis analysis(Edge before, Edge after) {
        GeneratorHealth well = new GeneratorHealth(3, 0, 0, 0.02, 0, 0, 0);
        return new WindowAnalysis(new Window("a", before, after, null, 0L, well, null), 800, 2, 1e-9);
    }

    private static Edge edge(long atMillis, Reading target, double mainCpu, double busy, Evidence evidence) {
        return new Edge(atMillis, target, reading(mainCpu), busy, 0, evidence);
    }

    private static Reading reading(double cpuSeconds) {
        return new Reading(1, 1, null, null, cpuSeconds, 1, 0, Counts.UNKNOWN);
    }
}
