package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import weighbridge.record.Descriptors;

@Timeout(60)
class DescriptorsIT {
    @Test
    @EnabledOnOs(OS.LINUX)
    void aShellThatOpensTwoFilesHasFive() throws Exception {
        try (TalkingChild child = TalkingChild.shell("ulimit -S -n 123; exec cat 3</dev/null 4</dev/null")) {
            assertThat(child.ask("ready")).isEqualTo("ready");

            assertThat(DescriptorsProbe.ofProcess(child.pid())).contains(new Descriptors(5, 123));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anEndedProcessTellsNothing() throws Exception {
        try (TalkingChild child = TalkingChild.echoing()) {
            child.kill();
            assertThat(DescriptorsProbe.ofProcess(child.pid())).isEmpty();
        }
    }

    @Test
    void aFileThatLacksTheLimitTellsNothing() {
        assertThat(DescriptorsProbe.softLimit(List.of("Limit  Soft Limit  Hard Limit  Units")))
                .isEmpty();
        assertThat(DescriptorsProbe.softLimit(
                        List.of("Max processes  31  31  processes", "Max open files  1024  1048576  files ")))
                .hasValue(1024);
    }
}
