package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(120)
@Tag("untimed")
class StoppedEnderIT {
    /** Both are stopped for longer than a server may take to end, and the server is the last to go on. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whoWasStoppedBesideUsHasTheTimeToEnd() throws Exception {
        try (TalkingChild ender = TalkingChild.java(List.of("-Xmx64m"), StoppedEnder.class)) {
            String server = ender.ask("pid");
            String script =
                    "kill -STOP SERVER; echo ready; until grep -q '^ShdPnd:.*[1-9]' /proc/SERVER/status; do sleep"
                            + " 0.02; done; kill -STOP ENDER; sleep 3.2; kill -CONT ENDER; sleep 0.2; kill -CONT SERVER";
            Process shell = new ProcessBuilder(
                            "sh", "-c", script.replace("SERVER", server).replace("ENDER", Long.toString(ender.pid())))
                    .start();
            assertThat(shell.inputReader().readLine()).isEqualTo("ready");

            assertThat(ender.ask("end")).as("killed").isEqualTo("0");
            assertThat(shell.waitFor()).isZero();
            assertThat(ProcessHandle.of(Long.parseLong(server)).filter(ProcessHandle::isAlive))
                    .isEmpty();
        }
    }
}
