package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PrivilegedPortsTest {
    @Test
    void theRightIsTheTenthCapability() {
        assertThat(PrivilegedPorts.of("1024", "000001ffffffffff")).isEqualTo(new PrivilegedPorts(1024, true));
        assertThat(PrivilegedPorts.of("1024", "0000000000000400").allowed()).isTrue();
        assertThat(PrivilegedPorts.of("1024", "00000000a80423fb").allowed()).isFalse();
        assertThat(PrivilegedPorts.of("0", "0")).isEqualTo(new PrivilegedPorts(0, false));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theSystemTells() {
        PrivilegedPorts here = PrivilegedPorts.read();

        assertThat(here.end()).isBetween(0, 65_536);
        assertThat(here.refuse(65_535, false)).isFalse();
    }
}
