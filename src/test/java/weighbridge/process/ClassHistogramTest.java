package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassHistogramTest {
    @Test
    void theLastTotalCounts() {
        assertThat(ClassHistogram.parse(List.of(
                        "1474:",
                        "   1:          7200        3332440  [B (java.base@17.0.15)",
                        "   2:             1             16  Total",
                        "Total         23290        4060536")))
                .isEqualTo(new LiveHeap.Bytes(4_060_536, 1));
    }

    @Test
    void aFaultIsToldInItsOwnWords() {
        assertThat(ClassHistogram.parse(List.of(
                        "1566:",
                        "com.sun.tools.attach.AttachNotSupportedException: The VM does not support the attach mechanism",
                        "\tat jdk.attach/sun.tools.attach.HotSpotAttachProvider.testAttachable(…)")))
                .isEqualTo(new LiveHeap.NotAvailable(
                        "the JVM gave no figure: The VM does not support the attach mechanism"));
        assertThat(ClassHistogram.parse(List.of())).isEqualTo(new LiveHeap.NotAvailable("the JVM gave no figure"));
    }

    @Test
    void onlyAJvmThatCatchesTheSignalAndRunsMayBeAsked() {
        assertThat(AttachCheck.obstacle(new ProcFields(List.of("State:\tS (sleeping)", "SigCgt:\t0000000101005ccd"))))
                .isEmpty();
        assertThat(AttachCheck.obstacle(new ProcFields(List.of("State:\tT (stopped)", "SigCgt:\t0000000101005ccd"))))
                .hasValueSatisfying(reason -> assertThat(reason).contains("stopped"));
        assertThat(AttachCheck.obstacle(new ProcFields(List.of("State:\tS (sleeping)", "SigCgt:\t0000000101001cc8"))))
                .hasValueSatisfying(reason -> assertThat(reason).contains("-Xrs"));
    }
}
