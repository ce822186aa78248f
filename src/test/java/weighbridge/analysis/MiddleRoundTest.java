package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weighbridge.figure.Figure;
import weighbridge.record.SampleRounds;
import weighbridge.render.FindingWords;
import weighbridge.render.MisbehaviourWords;

/** The sample run three times over, of which the second round is slower and the third did not go well. */
class MiddleRoundTest {
    private final Report report = Analysis.of(SampleRounds.three());
    private final TargetReport good = report.targets().get(0);
    private final TargetReport slow = report.targets().get(1);

    @Test
    void theRoundInTheMiddleIsShownWithTheFiguresOfAll() {
        assertThat(report.targets()).extracting(TargetReport::name).containsExactly("good", "slow", "mortal", "broken");
        // 0.000374, and twice as much and half as much in the two others.
        assertThat(good.round()).isEqualTo(1);
        assertThat(good.figures().get(Figure.SECONDS_PER_CALL).values())
                .hasSize(3)
                .doesNotContainNull();
        assertThat(good.figures().get(Figure.SECONDS_PER_CALL).median())
                .isEqualTo(good.burst().secondsPerCall());
        assertThat(good.figures().get(Figure.SECONDS_PER_CALL).max())
                .isGreaterThan(1.5 * good.burst().secondsPerCall());
        assertThat(good.figures().get(Figure.SECONDS_PER_CALL).low()).isNull();
        assertThat(slow.figures().get(Figure.SECONDS_PER_CALL).values())
                .hasSize(3)
                .last()
                .isNull();
    }

    @Test
    void whatWentWrongInOtherRoundsAndInASecondStartIsSaid() {
        assertThat(good.identity().misbehaviour())
                .extracting(MisbehaviourWords::of)
                .containsExactly("in round 3, started twice: failed-to-start, exited with 3");
        assertThat(slow.identity().misbehaviour())
                .extracting(MisbehaviourWords::of)
                .containsExactly("in round 3: failed-to-start, exited with 1");
        assertThat(ExitStatus.of(report)).isEqualTo(ExitStatus.TARGET_FAILED);
    }

    @Test
    void remarksThatSayTheSameOfSeveralRoundsAreOne() {
        assertThat(report.verdict().remarks())
                .extracting(FindingWords::of)
                .contains("slow: 160 of 800 calls failed (in 2 of 3 rounds; the numbers are of round 1)")
                .filteredOn(remark -> remark.startsWith("slow: the generator waited"))
                .singleElement()
                .asString()
                .endsWith(" (in 2 of 3 rounds; the numbers are of round 1)");
        assertThat(report.verdict().faults())
                .as("in both of the rounds in which it was measured")
                .extracting(FindingWords::of)
                .anyMatch(fault -> fault.startsWith("slow: the generator waited"));
    }

    @Test
    void underSixRoundsNobodyIsRanked() {
        assertThat(report.ranking()).hasSize(5).allMatch(ranking -> ranking.reason() == Gap.NoOrder.FEW_ROUNDS);
    }
}
