package weighbridge.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
@Timeout(120)
class PeakMemoryIT {
    private static final long MB = 1_000_000;

    @Test
    void seesASpikeBetweenTwoReadingsAndForgetsItAtTheReset() throws Exception {
        try (TalkingChild child = TalkingChild.worker()) {
            child.ask("spike 1"); // loads what the big one needs
            ProcessTreeProbe probe = ProcessTreeProbe.ofTree(child.pid());
            probe.findProcesses();
            PeakMemory peak = probe.peak();
            long before = probe.read().orElseThrow().rssBytes();
            assertThat(peak.reset()).isTrue();
            assertThat(peak.readBytes().orElseThrow()).isLessThan(before + 50 * MB);

            assertThat(child.ask("spike 200")).isEqualTo("done");

            assertThat(probe.read().orElseThrow().rssBytes()).isLessThan(before + 100 * MB);
            assertThat(peak.readBytes().orElseThrow())
                    .isGreaterThan(before + 190 * MB)
                    .isEqualTo(Proc.statusBytes(child.pid(), "VmHWM"));
            assertThat(peak.reset()).isTrue();
            assertThat(peak.readBytes().orElseThrow()).isLessThan(before + 100 * MB);
        }
    }

    @Test
    void aTreeIsTheSumOfItsMarks() throws Exception {
        try (TalkingChild one = TalkingChild.echoing();
                TalkingChild two = TalkingChild.echoing()) {
            one.ask("there?");
            two.ask("there?");
            long marks = Proc.statusBytes(one.pid(), "VmHWM") + Proc.statusBytes(two.pid(), "VmHWM");

            assertThat(new PeakMemory(List.of(one.pid(), two.pid())).readBytes())
                    .hasValue(marks);
        }
    }

    @Test
    void whoIsNotThereHasNoMark() throws Exception {
        try (TalkingChild one = TalkingChild.echoing();
                TalkingChild two = TalkingChild.echoing()) {
            two.kill();

            for (List<Long> pids : List.of(List.<Long>of(), List.of(two.pid()), List.of(one.pid(), two.pid()))) {
                assertThat(new PeakMemory(pids).readBytes()).isEmpty();
                assertThat(new PeakMemory(pids).reset()).isFalse();
            }
        }
    }
}
