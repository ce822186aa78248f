package weighbridge.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server of known capacity, by its own counts. */
@Timeout(120)
class TruthStationIT {
    /**
     * 600 connections ask 8 times each, so that for 2 s hundreds of calls wait: a quarter of a second in which the server
     * gets no processor leaves no place idle.
     */
    @Test
    void carriesWhatItsServersCarry() throws Exception {
        try (TruthProcess server = TruthProcess.start("keepAlive=true", "servers=4", "serviceMicros=2000")) {
            List<RawCall> calls = new ArrayList<>();
            for (int connection = 0; connection < 600; connection++) {
                calls.add(new RawCall(server.port(), 60_000));
            }
            for (RawCall call : calls) {
                call.ask(8);
            }
            RawCall last = calls.get(599);
            last.nextAnswer();
            TruthCounts before = server.counts();
            for (int number = 2; number <= 7; number++) {
                last.nextAnswer();
            }
            TruthCounts after = server.counts();

            double carried = after.ok() - before.ok();
            // One call more or less at each server is then within the tolerance.
            assertThat(carried).isGreaterThan(1600);
            assertThat(carried * 1e6 / (after.lastDueMicros() - before.lastDueMicros()))
                    .isCloseTo(2000, withinPercentage(0.5));
            // In fact as planned, but for how late the two calls were that were last when it was looked.
            assertThat(carried * 1e6 / (after.lastAnsweredMicros() - before.lastAnsweredMicros()))
                    .isCloseTo(2000, withinPercentage(5));
            for (RawCall call : calls) {
                call.close();
            }
        }
    }

    /** Timers by whole ms would be 400 µs late and more. */
    @Test
    void aServiceIsAsLongAsItIsSet() throws Exception {
        try (TruthProcess server = TruthProcess.start("keepAlive=true", "servers=64", "serviceMicros=600");
                RawCall call = new RawCall(server.port(), 60_000)) {
            long start = System.nanoTime();
            for (int number = 1; number <= 200; number++) {
                long asked = System.nanoTime();
                assertThat(call.ask().nextAnswer()).endsWith("Hello World!");
                assertThat(System.nanoTime() - asked).isGreaterThanOrEqualTo(600_000);
                LockSupport.parkNanos(start + number * 5_000_000L - System.nanoTime());
            }
            assertThat(server.counts().medianOvershootMicros()).isLessThanOrEqualTo(40);
        }
    }

    @Test
    void whoWaitsForALongServiceTakesNoProcessor() throws Exception {
        try (TruthProcess server = TruthProcess.start("servers=1", "serviceMicros=100000000");
                RawCall call = RawCall.to(server.port())) {
            while (server.counts().requests() < 1) {
                Thread.onSpinWait();
            }
            double before = server.counts().processCpuMillis();
            LockSupport.parkNanos(500_000_000);
            // In ticks of 10 ms.
            assertThat(server.counts().processCpuMillis() - before).isLessThan(250);
            call.reset();
        }
    }

    /** One after the other they take 0.4 s, and while the server is frozen none goes on. */
    @Test
    void aFreezeStopsServicesAndAllThatFollow() throws Exception {
        try (TruthProcess server = TruthProcess.start(
                "keepAlive=true", "servers=1", "serviceMicros=100000", "freezeMillis=1000", "freezeAtCall=4")) {
            long start = System.nanoTime();
            List<RawCall> calls = new ArrayList<>();
            for (int call = 1; call <= 4; call++) {
                calls.add(RawCall.to(server.port()));
            }
            for (RawCall call : calls) {
                assertThat(call.nextAnswer()).endsWith("Hello World!");
            }
            assertThat((System.nanoTime() - start) / 1e6).isGreaterThanOrEqualTo(1400);
            RawCall again = calls.get(0).ask();
            assertThat(again.nextAnswer()).endsWith("Hello World!");
            assertThat(server.counts().ok()).isEqualTo(5);
            for (RawCall call : calls) {
                call.close();
            }
        }
    }
}
