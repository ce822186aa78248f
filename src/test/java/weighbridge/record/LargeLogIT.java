package weighbridge.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeLogIT {
    static final int CALLS = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void aLogLargerThanTheHeapIsReadExactly() throws Exception {
        Path log = folder.resolve("simulation.log");
        write(log);
        assertThat(Files.size(log)).isBetween(20_000_000L, 24_000_000L);
        String printed = ChildJvm.run(List.of("-Xmx16m"), CountedCalls.class.getName(), log.toString());
        assertThat(printed.strip())
                .isEqualTo("LogEnd[records=1000001, truncated=false] calls 1000000, KO 100000, ms 49500000");
    }

    @Test
    void moreDistinctStringsThanCanBeKeptAreRefusedBeforeTheHeapIsFull() throws Exception {
        Path log = folder.resolve("simulation.log");
        try (SimulationLogWriter w = new SimulationLogWriter(log)) {
            w.run("s");
            for (int i = 0; i < 600_000; i++) {
                w.error("e" + i, i);
            }
        }
        assertThat(refusal(log))
                .contains("(error): more distinct names and messages than can be kept; allowed:"
                        + " 33554432 bytes of them with their overhead");
    }

    @Test
    void groupsAreNotKept() throws Exception {
        Path log = folder.resolve("simulation.log");
        try (SimulationLogWriter w = new SimulationLogWriter(log)) {
            w.run("s").error("a", 1).error("b", 1);
            for (int i = 0; i < 20_000; i++) {
                w.raw(LogFormat.GROUP).int4(100);
                for (int depth = 0; depth < 100; depth++) {
                    w.int4((i >> (depth % 16) & 1) == 0 ? -1 : -2);
                }
                w.int4(1).int4(1).int4(1).raw(1);
            }
        }
        assertThat(refusal(log)).startsWith("LogEnd[records=20003, truncated=false] calls 0");
    }

    private static String refusal(Path log) throws Exception {
        return ChildJvm.run(List.of("-Xmx64m"), CountedCalls.class.getName(), log.toString());
    }

    /** A million calls of 0 to 99 ms, every tenth of them KO, some 2,000 a second. */
    static void write(Path log) throws IOException {
        List<String> names = List.of("jdk-httpserver", "spark", "dropwizard", "jetty", "netty");
        try (SimulationLogWriter w = new SimulationLogWriter(log)) {
            w.run("burst");
            for (int i = 0; i < CALLS; i++) {
                boolean ok = i % 10 != 3;
                int start = i / 2;
                w.request(List.of(), names.get(i % 5), start, start + i % 100, ok, ok ? "" : "Request timeout");
            }
        }
    }
}
