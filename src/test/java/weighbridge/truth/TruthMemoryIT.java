package weighbridge.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import weighbridge.process.Proc;

/** The memory that calls take, seen by the kernel and by the JVM, and told by the server. */
@Timeout(120)
class TruthMemoryIT {
    private static final long MIB = 1 << 20;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSpikeIsInTheHighWaterMarkAndGivenBack() throws Exception {
        try (TruthProcess server = TruthProcess.start("spikeMiB=300", "spikeAtCall=2")) {
            long pid = server.process().pid();
            call(server, 1);
            long before = Proc.statusBytes(pid, "VmRSS");
            assertThat(Proc.statusBytes(pid, "VmHWM")).isLessThan(before + 50 * MIB);
            assertThat(server.counts().spikes()).isZero();

            call(server, 1);

            // The heap and the code that the call needs are some MiB.
            assertThat(Proc.statusBytes(pid, "VmHWM")).isCloseTo(before + 300 * MIB, within(20 * MIB));
            assertThat(Proc.statusBytes(pid, "VmRSS")).isLessThan(before + 20 * MIB);
            assertThat(server.counts().spikes()).isEqualTo(1);
        }
    }

    @Test
    void everyCallKeepsSoMuchLiveHeap() throws Exception {
        try (TruthProcess server = TruthProcess.start("keepBytes=100000")) {
            call(server, 1);
            long before = liveArrayBytes(server);

            call(server, 100);

            // What the JVM itself keeps in byte arrays, as names, is some kB.
            assertThat(liveArrayBytes(server) - before).isCloseTo(10_000_000, within(200_000L));
            assertThat(server.counts().keptBytes()).isEqualTo(10_100_000);
        }
    }

    @Test
    void anAllocationIsKeptOrReleased() throws Exception {
        for (boolean release : new boolean[] {false, true}) {
            try (TruthProcess server = TruthProcess.start("allocateMiB=40", "atCall=2", "release=" + release)) {
                call(server, 1);
                long before = liveArrayBytes(server);

                call(server, 1);

                assertThat(liveArrayBytes(server) - before).isCloseTo(release ? 0 : 40 * MIB, within(200_000L));
                assertThat(server.counts().allocatedBytes()).isEqualTo(40 * MIB);
                assertThat(server.counts().keptBytes()).isEqualTo(release ? 0 : 40 * MIB);
            }
        }
    }

    private static void call(TruthProcess server, int times) throws IOException {
        for (int time = 0; time < times; time++) {
            assertThat(RawCall.answerOf(server)).endsWith("Hello World!");
        }
    }

    /** After a collection, by the JVM's own census: the line of {@code [B} has number, objects, bytes and name. */
    private static long liveArrayBytes(TruthProcess server) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.process().pid()),
                        "GC.class_histogram")
                .start();
        return jcmd.inputReader()
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 3 && words[3].equals("[B"))
                .mapToLong(words -> Long.parseLong(words[2]))
                .findFirst()
                .orElseThrow();
    }
}
