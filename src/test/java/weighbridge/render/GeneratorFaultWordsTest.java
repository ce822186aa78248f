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
                .isEqualTo("the generator used 99 % of the CPU time that it may use (2.00 cores)");
        assertThat(GeneratorFaultWords.of(new WaitedForCpu(0.78)))
                .isEqualTo("the generator waited for CPU during 78 % of the time");
        assertThat(GeneratorFaultWords.of(new Stalled(340, 480)))
                .isEqualTo("the generator stalled: longest 340 ms, 480 ms in all");
        assertThat(GeneratorFaultWords.of(new GcPaused(320)))
                .isEqualTo("the generator paused 320 ms for garbage collection");
    }
}
