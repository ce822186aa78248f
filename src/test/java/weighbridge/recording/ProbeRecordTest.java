package weighbridge.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weighbridge.json.Json;
import weighbridge.load.Purpose;

class ProbeRecordTest {
    private static final ProbeRecord PROBE = new ProbeRecord(
            7,
            "netty",
            Purpose.HALF,
            2050.0,
            null,
            true,
            500,
            1_000,
            30_000,
            30_000.4,
            30_002,
            61_500,
            61_500,
            61_499,
            3,
            null,
            null,
            null);

    @Test
    void itReadsBackAsItWasWritten() {
        assertThat(PROBE.isOpen()).isTrue();
        assertThat(Json.read(Json.write(PROBE), ProbeRecord.class)).isEqualTo(PROBE);
    }
}
