package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weighbridge.capacity.GeneratorFault.CpuUsedUp;
import weighbridge.capacity.GeneratorFault.GcPaused;
import weighbridge.capacity.GeneratorFault.Stalled;
import weighbridge.capacity.GeneratorFault.TooFewCores;
import weighbridge.capacity.GeneratorFault.WaitedForCpu;

class GeneratorFaultWordsTest {

    @Test
    void eachFaultIsToldWithItsNumbers() {
        assertThat(GeneratorFaultWords.of(new TooFewCores(0.2))).isEqualTo("the generator may use only 0.20 of a core");
        assertThat(GeneratorFaultWords.of(new CpuUsedUp(0.99, 2)))
                .isEqualTo("the generator used 99 % of the processor time that it may use (cores: 2.00)");
        assertThat(GeneratorFaultWords.of(new WaitedForCpu(0.78)))
                .isEqualTo("the generator waited for a processor during 78 % of the time");
        assertThat(GeneratorFaultWords.of(new Stalled(340, 480)))
                .isEqualTo("the generator stood still for 340 ms at a stretch, 480 ms in all");
        assertThat(GeneratorFaultWords.of(new GcPaused(320)))
                .isEqualTo("the generator collected garbage for 320 ms at a stretch");
    }
}
