package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.analysis.Cause;
import weighbridge.analysis.ExitStatus;
import weighbridge.analysis.Explanation.RootCause;
import weighbridge.analysis.TargetReport;
import weighbridge.render.Headline;

/** What failures are laid to, where their true reason is known. */
@EnabledOnOs(OS.LINUX)
class EvidenceIT {
    @TempDir
    Path folder;

    /** The same server twice, both late to accept by 0.3 s: only the accept queue differs. */
    @Test
    void failuresOfAShortAcceptQueueAreLaidToItAndALongOneHasNone() throws Exception {
        Run.Result result = new Run(folder)
                .target("short", "backlog=50", "acceptPauseMillis=300")
                .target("long", "backlog=4096", "acceptPauseMillis=300")
                .with("calls", "400")
                .with("warmup", "0")
                .finish();

        assertThat(result.exitStatus()).as(result.console()).isZero();
        TargetReport shortQueue = result.target("short");
        int unconnected = shortQueue.burst().failures().stream()
                .filter(failure -> failure.cause() == Cause.Known.CONNECT_TIMEOUT)
                .mapToInt(Failure::calls)
                .sum();
        // How many of both is the kernel's affair: it drops tries, with or without a cookie, and not calls. The
        // machine's overflows may be others' too, a socket's drops may have other reasons: the fewer are said.
        long overflows = Math.min(
                shortQueue.window().sockets().listenOverflows(),
                shortQueue.window().sockets().acceptQueueDrops());
        assertThat(unconnected).isPositive();
        assertThat(shortQueue.window().sockets().acceptQueueCapacity()).isEqualTo(50);
        assertThat(shortQueue.window().sockets().acceptQueueDrops()).isPositive();
        assertThat(overflows).isPositive();
        assertThat(shortQueue.explanation().cause()).isEqualTo(RootCause.ACCEPT_QUEUE);
        String sentence =
                "short: accept queue 50 is shorter than the burst of 400: " + unconnected + " of 400 timed out";
        assertThat(result.console()).contains("Why calls failed: " + sentence);
        assertThat(result.summary())
                .containsPattern("\n" + sentence + " before connecting.*; " + overflows + " overflows; fix: raise the"
                        + " server's backlog, or make bursts that fit: -Dcalls=50\n");
        assertThat(Headline.of(result.report()))
                .startsWith("Accept queue 50 is shorter than the burst of 400 at short; ");

        TargetReport longQueue = result.target("long");
        assertThat(longQueue.burst().successRatio()).as(result.console()).isOne();
        assertThat(longQueue.window().sockets().acceptQueueCapacity()).isGreaterThanOrEqualTo(400);
        assertThat(longQueue.window().sockets().acceptQueueDrops()).isZero();
        assertThat(longQueue.explanation()).isNull();
    }

    /** Stopped for 80 of every 100 ms, the generator has a fifth of a core. */
    @Test
    void aGeneratorThatIsHeldUpMakesTheMeasurementInvalid() throws Exception {
        Run run = new Run(folder)
                .target("fine", "delayMillis=1000") // so that the window is many times as long as a stop
                .with("calls", "100")
                .with("warmup", "0")
                .with("timeout", "30s")
                .with("strict", "true");
        Process process = run.start();
        run.await(process, "Warming up");
        while (process.isAlive() && !Files.readString(run.console()).contains("weighing again")) {
            signal("STOP", process.pid());
            TimeUnit.MILLISECONDS.sleep(80);
            signal("CONT", process.pid());
            TimeUnit.MILLISECONDS.sleep(20);
        }

        Run.Result result = run.finish(process);

        assertThat(result.exitStatus()).as(result.console()).isEqualTo(ExitStatus.NOT_VALID.code());
        assertThat(result.report().verdict().valid()).isFalse();
        assertThat(result.target("fine").window().generator().health().deniedShare())
                .isGreaterThan(0.5);
        assertThat(result.console())
                .containsPattern("Not valid: fine: the generator waited for CPU during \\d+ % of the time")
                .contains("Exit status 3: the measurement is not valid or not complete");
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }
}
