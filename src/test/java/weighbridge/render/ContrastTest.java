package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ContrastTest {
    private static final double[] BLACK = {0, 0, 0};
    private static final double[] WHITE = {255, 255, 255};
    private static final double[] GREY = {0x77, 0x77, 0x77};
    private static final double[] RED = {255, 0, 0};

    @Test
    void ratiosAreThoseComputedByHand() {
        assertThat(Contrast.ratio(BLACK, WHITE)).isEqualTo(21, Offset.offset(1e-9)); // 1.05 / 0.05
        assertThat(Contrast.ratio(GREY, WHITE))
                .isEqualTo(4.48, Offset.offset(0.005)); // (0x77 / 255 + .055) / 1.055 ^ 2.4 = .1845
        assertThat(Contrast.ratio(WHITE, RED)).isEqualTo(1.05 / 0.2626, Offset.offset(1e-9));
        assertThat(Contrast.ratio(GREY, GREY)).isEqualTo(1);
    }

    @Test
    void aGroundIsSeenThroughAColor() {
        assertThat(Contrast.over(new double[] {255, 0, 0, 0.2}, new double[] {0, 100, 200}))
                .containsExactly(new double[] {51, 80, 160}, Offset.offset(1e-9));
    }
}
