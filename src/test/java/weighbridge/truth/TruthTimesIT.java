package weighbridge.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What makes calls wait. Only lower bounds: how much longer it takes is the machine's affair. */
@Timeout(120)
class TruthTimesIT {
    private static final int FOREVER_MILLIS = 100_000;

    @Test
    void aFreezeHoldsAllAnswersButReadyAndEnds() throws Exception {
        try (TruthProcess server = TruthProcess.start("freezeMillis=1500", "freezeAtCall=2")) {
            answerAll(List.of(RawCall.to(server.port())));
            long start = System.nanoTime();
            List<RawCall> calls = new ArrayList<>();
            for (int call = 2; call <= 6; call++) {
                calls.add(RawCall.to(server.port()));
            }
            while (server.counts().requests() < 6) {
                Thread.onSpinWait();
            }
            for (RawCall call : calls) {
                assertThat(call.answer()).endsWith("Hello World!");
                assertThat(millisSince(start)).isGreaterThanOrEqualTo(1500);
                call.close();
            }
            assertThat(server.counts().ok()).isEqualTo(6);
        }
    }

    @Test
    void readyAndCountsAreNotFrozen() throws Exception {
        try (TruthProcess server = TruthProcess.start("freezeMillis=" + FOREVER_MILLIS);
                RawCall frozen = RawCall.to(server.port())) {
            while (server.counts().requests() < 1) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> frozen.answer(300)).isInstanceOf(SocketTimeoutException.class);
            assertThat(server.counts().ok()).isZero();
        }
    }

    @Test
    void acceptsOneConnectionPerDelay() throws Exception {
        try (TruthProcess server = TruthProcess.start("acceptDelayMillis=100")) {
            long start = System.nanoTime();
            List<RawCall> calls = new ArrayList<>();
            for (int call = 1; call <= 5; call++) {
                calls.add(RawCall.to(server.port()));
            }
            answerAll(calls);
            assertThat(millisSince(start)).isGreaterThanOrEqualTo(500);
            assertThat(server.counts().connectionsAccepted()).isEqualTo(5);
        }
    }

    @Test
    void aPauseOfAcceptingEnds() throws Exception {
        try (TruthProcess server = TruthProcess.start("acceptPauseMillis=500", "acceptPauseAtCall=2")) {
            answerAll(List.of(RawCall.to(server.port())));
            long start = System.nanoTime();
            answerAll(List.of(RawCall.to(server.port())));
            answerAll(List.of(RawCall.to(server.port())));
            assertThat(millisSince(start)).isGreaterThanOrEqualTo(500);
            assertThat(server.counts().ok()).isEqualTo(3);
        }
    }

    /** The queue takes one more than its backlog; to everybody after that the kernel gives no answer. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void moreThanTheBacklogOverflowsInAPause() throws Exception {
        try (TruthProcess server = TruthProcess.start("backlog=50", "acceptPauseMillis=" + FOREVER_MILLIS)) {
            answerAll(List.of(RawCall.to(server.port())));
            List<RawCall> queue = new ArrayList<>();
            for (int call = 1; call <= 51; call++) {
                queue.add(RawCall.to(server.port()));
            }
            long before = listenOverflows();
            for (int call = 1; call <= 3; call++) {
                assertThatThrownBy(() -> new RawCall(server.port(), 200)).isInstanceOf(SocketTimeoutException.class);
            }
            assertThat(listenOverflows() - before).isGreaterThanOrEqualTo(3);
            for (RawCall call : queue) {
                call.close();
            }
        }
    }

    /** Of the whole network namespace, so at least ours (proc_pid_net(5)): names in one line, values in the next. */
    private static long listenOverflows() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/net/netstat")).stream()
                .filter(line -> line.startsWith("TcpExt:"))
                .toList();
        int column = List.of(lines.get(0).split(" ")).indexOf("ListenOverflows");
        return Long.parseLong(lines.get(1).split(" ")[column]);
    }

    private static void answerAll(List<RawCall> calls) throws IOException {
        for (RawCall call : calls) {
            assertThat(call.answer()).endsWith("Hello World!");
            call.close();
        }
    }

    private static double millisSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e6;
    }
}
