package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.faults.CutOff;
import weighbridge.server.Ports;

/** Two runs at the same time with the same results. */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
@Tag("untimed")
class TwoRunsIT {
    @TempDir
    Path folder;

    @Test
    void neitherTouchesTheOther() throws Exception {
        String port = Integer.toString(new Ports().free());
        Path results = folder.resolve("results");
        Run first = run("first", "one").results(results).with("port", port);
        Run refused = run("refused", "other").results(results).with("port", port);
        Run second = run("second", "two").results(results);
        Process hammering = first.start();
        first.await(hammering, "Now hammering");
        ProcessHandle server = ProcessHandle.of(hammering.pid())
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow();

        Process beside = second.start();
        Run.Result ofRefused = refused.finish();

        CutOff.SAME_PORTS.isSeen(ofRefused.console(), ofRefused.exitStatus());
        assertThat(server.isAlive()).isTrue();
        Run.Result ofFirst = first.finish(hammering);
        Run.Result ofSecond = second.finish(beside);
        CutOff.FREE_PORTS.isSeen(ofFirst.console(), ofFirst.exitStatus());
        CutOff.FREE_PORTS.isSeen(ofSecond.console(), ofSecond.exitStatus());
        assertThat(ofFirst.console() + ofSecond.console()).doesNotContain("was cut off", "Not valid: there is no");
        assertThat(summary(ofFirst))
                .contains("one 1.0", "with 100.0% success - Counter({200: 60})")
                .doesNotContain("two 1.0");
        assertThat(summary(ofSecond))
                .contains("two 1.0", "with 100.0% success - Counter({200: 60})")
                .doesNotContain("one 1.0");
    }

    private Run run(String name, String target) throws IOException {
        return new Run(Files.createDirectories(folder.resolve(name)))
                .target(target, "delayMillis=1500")
                .with("calls", "60")
                .with("warmup", "2")
                .with("timeout", "30s");
    }

    private static String summary(Run.Result result) throws IOException {
        String path = result.console()
                .lines()
                .filter(line -> line.startsWith("Reports: "))
                .findFirst()
                .orElseThrow()
                .replaceAll("Reports: (.*) \\(report.html.*", "$1");
        return Files.readString(Path.of(path, "summary.txt"));
    }
}
