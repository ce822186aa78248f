package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.BurstReport;
import weighbridge.analysis.SocketReport;
import weighbridge.engine.WireServer.Manner;
import weighbridge.faults.FieldServers;
import weighbridge.record.Outcome.Kind;
import weighbridge.simulation.SteadySimulation;

/** Calls at servers that treat connections, answers and their end as real ones do. */
@Timeout(240)
@Tag("untimed")
class HttpExchangeIT {
    @TempDir
    Path folder;

    /**
     * Of the fifth request on a connection Gatling would send a second copy, and tell of 100 %; an interim answer it would
     * take for the answer; wrong bodies it would all keep.
     */
    @Test
    void eachCallIsOneRequestAndOneAnswer() throws Exception {
        Run.Result result = new Run(folder)
                .describe("post", WireServer.yaml("post", Manner.CLOSES_AT_FIFTH, """
                        method: POST
                        body: "x"
                        keepAlive: true
                        callsPerUser: 9
                        """))
                .describe("get", WireServer.yaml("get", Manner.CLOSES_AT_FIFTH, "keepAlive: true\ncallsPerUser: 9\n"))
                .describe("hints", WireServer.yaml("hints", Manner.HINTS, "keepAlive: true\ncallsPerUser: 6\n"))
                .describe("big", WireServer.yaml("big", Manner.BIG, "expect: {body: ok}\n"))
                .by("env", "_JAVA_OPTIONS=-Xmx256m") // far less than 90 bodies of 10 MiB
                .with("calls", "90")
                .with("warmup", "0")
                .with("timeout", "60s")
                .finish();

        for (String name : new String[] {"post", "get"}) {
            BurstReport burst = result.target(name).burst();
            assertThat(burst.counter()).as(result.console()).isEqualTo(Map.of(200, 80, -1, 10));
            assertThat(burst.failures()).singleElement().satisfies(failure -> {
                assertThat(failure.cause().label()).isEqualTo("closed-early");
                assertThat(failure.calls()).isEqualTo(10);
            });
            assertThat(last(result, name)).isEqualTo("calls=90 connections=20");
            FieldServers.CLOSES_UNANSWERED.isSeen(result.summary(), name, result.exitStatusOf(name));
        }
        assertThat(result.target("hints").burst().counter()).isEqualTo(Map.of(200, 90));
        assertThat(last(result, "hints")).isEqualTo("calls=90 connections=15");
        assertThat(result.target("big").burst().failures()).singleElement().satisfies(failure -> {
            assertThat(failure.cause().label()).isEqualTo("wrong-body");
            assertThat(failure.calls()).isEqualTo(90);
        });
        FieldServers.JAVA_OPTIONS.isSeen(result.summary(), "hints", result.exitStatusOf("hints"));
        FieldServers.BIG_WRONG_BODY.isSeen(result.summary(), "big", result.exitStatusOf("big"));
    }

    /** A user sends the cookie of its first answer with its second and third call, and none in the next burst. */
    @Test
    void cookiesAreForgottenBetweenBursts() throws Exception {
        Run.Result result = new Run(folder)
                .describe("cookies", WireServer.yaml("cookies", Manner.COOKIES, "callsPerUser: 3\n"))
                .with("calls", "30")
                .with("warmup", "1")
                .finish();

        assertThat(result.exitStatus()).as(result.console()).isZero();
        assertThat(last(result, "cookies"))
                .as("a cold, a warm and a measured burst")
                .isEqualTo("calls=90 connections=90 cookies=60");
    }

    /** A graceful server waits for kept connections, until it is killed. With 100 users in turn each connection would idle for 1 s. */
    @Test
    void aLoadReusesTheConnectionThatWasFreeLastAndClosesAllBeforeTheServerIsToEnd() throws Exception {
        Run.Result result = new Run(folder)
                .simulation(SteadySimulation.class)
                .describe("graceful", WireServer.yaml("graceful", Manner.GRACEFUL, ""))
                .describe("idle", WireServer.yaml("idle", Manner.CLOSES_IDLE, ""))
                .with("rate", "100")
                .with("duration", "3s")
                .with("pool", "100")
                .with("timeout", "10s")
                .finish();

        assertThat(result.exitStatus()).as(result.console()).isZero();
        assertThat(result.target("graceful").outcome()).isEqualTo(Kind.MEASURED);
        assertThat(Files.readString(result.latest().resolve("logs/graceful.log")))
                .contains("calls=");
        assertThat(result.target("idle").burst().calls()).isEqualTo(300);
        assertThat(result.target("idle").window().sockets().connectionsOpened())
                .as(result.console())
                .isLessThan(150);
    }

    /** At the end of a run in the middle of a load the connections of calls in flight are closed too. */
    @Test
    void connectionsAreClosedBeforeTheServerIsToEndWhereTheRunIsStopped() throws Exception {
        Run run = new Run(folder)
                .simulation(SteadySimulation.class)
                .describe("graceful", WireServer.yaml("graceful", Manner.GRACEFUL, ""))
                .with("rate", "50")
                .with("duration", "60s")
                .with("pool", "20");
        Process process = run.start();
        run.await(process, "measuring for");

        Signals.send("TERM", process.pid());
        Run.Result result = run.finish(process);

        assertThat(result.console()).doesNotContain("ignored TERM");
        assertThat(result.exitStatus()).as(result.console()).isEqualTo(143);
    }

    /** Keep-alive is what the target was told to do, and here not what happens. */
    @Test
    void connectionsThatTheServerClosesAreCountedAndTold() throws Exception {
        Run.Result result = new Run(folder)
                .describe("each", WireServer.yaml("each", Manner.CLOSES_EACH, "keepAlive: true\ncallsPerUser: 2\n"))
                .describe("plain", WireServer.yaml("plain", Manner.PLAIN, "keepAlive: true\ncallsPerUser: 2\n"))
                .describe("none", WireServer.yaml("none", Manner.PLAIN, ""))
                .with("calls", "60")
                .with("warmup", "1")
                .with("timeout", "30s")
                .finish();

        SocketReport each = result.target("each").window().sockets();
        assertThat(each.connectionsOpened()).as(result.console()).isEqualTo(60);
        assertThat(each.connectionsReopened()).isEqualTo(60);
        FieldServers.CLOSES_KEPT.isSeen(result.summary(), "each", result.exitStatus());
        assertThat(result.summary()).doesNotContain("plain: 60 of");
        SocketReport plain = result.target("plain").window().sockets();
        assertThat(plain.connectionsOpened()).isZero();
        assertThat(plain.connectionsReopened()).isZero();
        SocketReport none = result.target("none").window().sockets();
        assertThat(none.connectionsOpened()).isEqualTo(60);
        assertThat(none.connectionsReopened()).isNull();
    }

    private static String last(Run.Result result, String name) throws IOException {
        return Files.readString(result.latest().resolve("logs").resolve(name + ".log"))
                .lines()
                .reduce("", (before, line) -> line);
    }
}
