package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.record.Outcome.Kind;
import weighbridge.render.FormatsTest;
import weighbridge.render.SummaryJson;
import weighbridge.targets.Prerequisites;

/** The five of the origin beside the default five, without warm-up: what is asked is whether they are whole. */
@Tag("untimed")
class TenTargetsIT {
    @TempDir
    Path folder;

    @Test
    void allTenAreMeasuredInOneRunAndNobodyListensToTheNetwork() throws Exception {
        Prerequisites.requireGroup("python");
        Run run = new Run(folder)
                .group("java")
                .group("python")
                .with("warmup", "0")
                .with("timeout", "10s")
                .with("settle", "0.5s");
        Process process = run.start();
        run.await(process, "Now hammering");
        Set<String> open = Listeners.beyondLoopback(process.toHandle());

        Run.Result result = run.finish(process);

        assertThat(open).as("listeners beyond loopback while it hammered").isEmpty();
        assertThat(result.exitStatus()).as(result.console()).isZero();
        Report report = result.report();
        assertThat(FormatsTest.faults(SummaryJson.format(report))).isEmpty();
        assertThat(report.targets())
                .extracting(TargetReport::name)
                .containsExactly(
                        "dropwizard",
                        "jdk-httpserver",
                        "jetty",
                        "netty",
                        "spark",
                        "bottle",
                        "cherrypy",
                        "flask",
                        "tornado",
                        "webpy");
        assertThat(report.targets()).allSatisfy(target -> {
            assertThat(target.outcome()).as(result.console()).isEqualTo(Kind.MEASURED);
            assertThat(target.identity().misbehaviour()).isEmpty();
            assertThat(target.identity().version()).matches("\\d+\\.\\d+.*");
            assertThat(target.burst().calls()).isEqualTo(800);
            assertThat(target.memory().settled().rssBytes()).isPositive();
        });
        assertThat(result.console()).contains("Killing PIDs: ").contains("webpy ");
    }
}
