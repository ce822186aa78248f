package weighbridge.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.EOFException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import weighbridge.process.Proc;

/** Connections that carry one call after the other, and what they hold while they are open. */
@Timeout(120)
@Tag("untimed")
class TruthKeepAliveIT {
    private static final long KEPT_BYTES = 1 << 20;
    private static final String GET = "GET /hello HTTP/1.1\r\nHost: localhost\r\n";

    @Test
    void aConnectionCarriesAnyNumberOfCalls() throws Exception {
        try (TruthProcess server = TruthProcess.start("keepAlive=true", "every=3", "act=status-503");
                RawCall call = new RawCall(server.port(), 60_000)) {
            for (int number = 1; number <= 300; number++) {
                String answer = call.ask().nextAnswer();
                assertThat(answer).startsWith("HTTP/1.1 " + (number % 3 == 0 ? 503 : 200) + " ");
                assertThat(answer).doesNotContain("Connection:");
            }
            TruthCounts counts = server.counts();
            assertThat(counts.requests()).isEqualTo(300);
            assertThat(counts.ok()).isEqualTo(200);
            assertThat(counts.status503()).isEqualTo(100);
            assertThat(counts.connectionsAccepted()).isEqualTo(1);
            assertThat(counts.openConnections()).isEqualTo(1);
        }
    }

    /** More of them than are read at once, and the last one in two halves. */
    @Test
    void whatComesAtOnceIsAnsweredInItsOrder() throws Exception {
        try (TruthProcess server = TruthProcess.start("keepAlive=true", "every=1000", "act=wrong-body");
                RawCall call = new RawCall(server.port(), 60_000)) {
            call.ask(999).send(GET.substring(0, 10));
            for (int number = 1; number <= 999; number++) {
                assertThat(call.nextAnswer()).endsWith("Hello World!");
            }
            assertThat(call.send(GET.substring(10) + "\r\n").nextAnswer()).endsWith("Hello Mars!");
        }
    }

    @Test
    void aCallThatAsksForTheEndIsTheLast() throws Exception {
        try (TruthProcess server = TruthProcess.start("keepAlive=true")) {
            for (String last : List.of(GET + "Connection: close\r\n\r\n", "GET /hello HTTP/1.0\r\n\r\n")) {
                try (RawCall call = new RawCall(server.port(), 60_000)) {
                    call.ask(2).send(last);
                    assertThat(call.nextAnswer()).doesNotContain("Connection:");
                    assertThat(call.nextAnswer()).doesNotContain("Connection:");
                    assertThat(call.answer())
                            .contains("\r\nConnection: close\r\n")
                            .endsWith("Hello World!");
                    assertThat(server.counts().openConnections()).isZero();
                }
            }
        }
    }

    @Test
    void withoutItTheFirstAnswerEndsTheConnection() throws Exception {
        try (TruthProcess server = TruthProcess.start();
                RawCall call = new RawCall(server.port(), 60_000)) {
            assertThat(call.ask(2).nextAnswer()).contains("\r\nConnection: close\r\n");
            assertThatThrownBy(call::nextAnswer).isInstanceOfAny(EOFException.class, SocketException.class);
            assertThat(server.counts().requests()).isEqualTo(1);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void everyOpenConnectionHoldsSoMuchMemory() throws Exception {
        try (TruthProcess server = TruthProcess.start("keepAlive=true", "keepPerConnectionKiB=1024")) {
            // What the JVM takes for its first connections is no connection's.
            close(server, open(server, 20));
            long none = residentBytes(server);
            List<RawCall> calls = open(server, 100);
            long hundred = residentBytes(server);
            calls.addAll(open(server, 100));
            long twoHundred = residentBytes(server);
            assertThat(server.counts().openConnections()).isEqualTo(200);
            close(server, calls);

            assertThat(hundred - none).isCloseTo(100 * KEPT_BYTES, withinPercentage(5));
            assertThat(twoHundred - hundred).isCloseTo(100 * KEPT_BYTES, withinPercentage(5));
            assertThat(twoHundred - residentBytes(server)).isCloseTo(200 * KEPT_BYTES, withinPercentage(5));
        }
    }

    private static long residentBytes(TruthProcess server) throws Exception {
        return Proc.statusBytes(server.process().pid(), "VmRSS");
    }

    /** So many, each of which is accepted, for it has carried a call. */
    private static List<RawCall> open(TruthProcess server, int connections) throws Exception {
        List<RawCall> calls = new ArrayList<>();
        for (int connection = 0; connection < connections; connection++) {
            RawCall call = RawCall.to(server.port());
            calls.add(call);
            assertThat(call.nextAnswer()).endsWith("Hello World!");
        }
        return calls;
    }

    private static void close(TruthProcess server, List<RawCall> calls) throws Exception {
        for (RawCall call : calls) {
            call.close();
        }
        while (server.counts().openConnections() > 0) {
            Thread.onSpinWait();
        }
    }
}
