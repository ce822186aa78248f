package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.record.Box;
import weighbridge.record.GroupMemory;

class BoxProbeTest {
    private static final long SERVER = 100;
    private static final long WORKER = 101;

    @TempDir
    private Path root;

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private BoxProbe probe(Long... pids) {
        return BoxProbe.of(root, List.of(pids));
    }

    @Test
    void whereThereAreNoControlGroupsThereIsNoBox() {
        assertThat(probe(SERVER).read()).isEmpty();
    }

    @Nested
    class Version2 {
        private static final String GROUPS = "sys/fs/cgroup/";

        @BeforeEach
        void mount() throws IOException {
            write("proc/self/mountinfo", "30 23 0:28 / /sys/fs/cgroup rw,relatime shared:4 - cgroup2 cgroup rw\n");
            write("proc/self/cgroup", "0::/user/run\n");
            write(GROUPS + "user/run/cpu.max", "100000 100000\n");
            write(GROUPS + "user/run/memory.max", "1000000\n");
        }

        @Test
        void whatTheGeneratorIsInTooIsNoneOfItsOwn() throws IOException {
            write("proc/100/cgroup", "0::/user/run\n");
            write("proc/101/cgroup", "0::/user\n");

            assertThat(probe(SERVER, WORKER).read()).isEmpty();
        }

        @Test
        void limitsAndCountsOfAGroupBelowOurs() throws IOException {
            write("proc/100/cgroup", "0::/user/run/box\n");
            write(GROUPS + "user/run/box/cpu.max", "20000 100000\n");
            write(
                    GROUPS + "user/run/box/cpu.stat",
                    "usage_usec 9\nnr_periods 35\nnr_throttled 31\nthrottled_usec 2480\n");
            write(GROUPS + "user/run/box/memory.max", "67108864\n");
            write(GROUPS + "user/run/box/memory.events", "low 0\nmax 7\noom 2\noom_kill 1\noom_group_kill 0\n");

            assertThat(probe(SERVER).read()).contains(new Box(0.2, 67_108_864L, 35L, 31L, 2_480L, 1L));
        }

        @Test
        void whatAGroupIsChargedWith() throws IOException {
            write("proc/100/cgroup", "0::/user/run/box\n");
            write(GROUPS + "user/run/box/memory.peak", "5000\n");
            write(
                    GROUPS + "user/run/box/memory.stat",
                    "anon 4000\nfile 300\nkernel 200\nkernel_stack 50\nsock 100\nanon_thp 1\n");

            assertThat(probe(SERVER).read().orElseThrow().memory())
                    .isEqualTo(new GroupMemory(5_000L, 4_000L, 300L, 100L, 200L));
        }

        @Test
        void theNarrowestOfSeveralApplies() throws IOException {
            write("proc/100/cgroup", "0::/system/pod\n");
            write("proc/101/cgroup", "0::/system/pod/worker\n");
            write(GROUPS + "system/pod/cpu.max", "50000 100000\n");
            write(GROUPS + "system/pod/cpu.stat", "nr_periods 4\nnr_throttled 3\nthrottled_usec 2\n");
            write(GROUPS + "system/pod/memory.events", "oom_kill 1\n");
            write(GROUPS + "system/pod/worker/cpu.max", "max 100000\n");
            write(GROUPS + "system/pod/worker/memory.max", "5000\n");
            write(GROUPS + "system/pod/worker/memory.events", "oom_kill 1\n");

            assertThat(probe(SERVER, WORKER).read()).contains(new Box(0.5, 5_000L, 4L, 3L, 2L, 2L));
        }

        @Test
        void aGroupWithoutLimitsSaysSo() throws IOException {
            write("proc/100/cgroup", "0::/system/free\n");
            write(GROUPS + "system/free/cpu.max", "max 100000\n");
            write(GROUPS + "system/free/memory.max", "max\n");

            assertThat(probe(SERVER).read()).contains(new Box(null, null, null, null, null, null));
        }

        @Test
        void itIsReadAlsoWhenItsProcessesAreGone() throws IOException {
            write("proc/100/cgroup", "0::/box\n");
            write(GROUPS + "box/memory.events", "oom_kill 0\n");
            BoxProbe probe = probe(SERVER);
            Files.delete(root.resolve("proc/100/cgroup"));
            write(GROUPS + "box/memory.events", "oom_kill 1\n");

            assertThat(probe.read().orElseThrow().oomKills()).isEqualTo(1);
        }
    }

    @Nested
    class Version1 {
        @BeforeEach
        void mount() throws IOException {
            write(
                    "proc/self/mountinfo",
                    "32 31 0:29 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu,cpuacct\n"
                            + "33 31 0:30 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory\n"
                            + "34 31 0:31 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw\n");
            write("proc/self/cgroup", "4:memory:/ours\n1:cpu,cpuacct:/\n0::/\n");
        }

        @Test
        void eachControllerHasItsOwnGroup() throws IOException {
            write("proc/100/cgroup", "4:memory:/theirs\n1:cpu,cpuacct:/t\n0::/\n");
            write("sys/fs/cgroup/cpu/t/cpu.cfs_quota_us", "20000\n");
            write("sys/fs/cgroup/cpu/t/cpu.cfs_period_us", "100000\n");
            write("sys/fs/cgroup/cpu/t/cpu.stat", "nr_periods 35\nnr_throttled 31\nthrottled_time 2480000\n");
            write("sys/fs/cgroup/memory/theirs/memory.limit_in_bytes", "67108864\n");
            write("sys/fs/cgroup/memory/theirs/memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 3\n");
            write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");

            assertThat(probe(SERVER).read()).contains(new Box(0.2, 67_108_864L, 35L, 31L, 2_480L, 3L));
        }

        @Test
        void whatAGroupIsChargedWith() throws IOException {
            write("proc/100/cgroup", "4:memory:/theirs\n1:cpu,cpuacct:/\n");
            write("sys/fs/cgroup/memory/theirs/memory.max_usage_in_bytes", "5000\n");
            write("sys/fs/cgroup/memory/theirs/memory.kmem.usage_in_bytes", "200\n");
            write("sys/fs/cgroup/memory/theirs/memory.kmem.tcp.usage_in_bytes", "100\n");
            write(
                    "sys/fs/cgroup/memory/theirs/memory.stat",
                    "cache 1\nrss 2\nrss_huge 3\ntotal_cache 300\ntotal_rss 4000\ntotal_rss_huge 5\n");

            assertThat(probe(SERVER).read().orElseThrow().memory())
                    .isEqualTo(new GroupMemory(5_000L, 4_000L, 300L, 100L, 200L));
        }

        @Test
        void aNumberBeyondAnyMemoryIsNoLimit() throws IOException {
            write("proc/100/cgroup", "4:memory:/theirs\n1:cpu,cpuacct:/\n");
            write("sys/fs/cgroup/memory/theirs/memory.limit_in_bytes", "9223372036854771712\n");

            assertThat(probe(SERVER).read()).contains(new Box(null, null, null, null, null, null));
        }
    }

    @Test
    void theLimitsOfTheGeneratorAreTheTightestOnesAroundIt() throws IOException {
        write("proc/self/mountinfo", "30 23 0:28 / /sys/fs/cgroup rw,relatime shared:4 - cgroup2 cgroup rw\n");
        write("proc/self/cgroup", "0::/pod/run\n");
        write("sys/fs/cgroup/pod/run/memory.max", "max\n");
        write("sys/fs/cgroup/pod/memory.max", "1073741824\n");
        write("sys/fs/cgroup/pod/cpu.max", "100000 100000\n");

        assertThat(HostProbe.readMemoryLimit(root)).isEqualTo(1_073_741_824L);
        assertThat(allowedCores(root, OptionalInt.empty())).isEqualTo(1.0);
        assertThat(HostProbe.readMemoryLimit(root.resolve("proc"))).isNull();
        assertThat(allowedCores(root.resolve("proc"), OptionalInt.empty())).isNull();
    }

    /** A container may be kept on some cores without a quota, such as with {@code docker run --cpuset-cpus}. */
    @Test
    void coresThatItMayNotRunOnAreNotTheGenerators() throws IOException {
        Path free = root.resolve("proc");
        assertThat(allowedCores(free, OptionalInt.of(8))).isNull();
        assertThat(allowedCores(free, OptionalInt.of(2))).isEqualTo(2.0);

        write("proc/self/mountinfo", "30 23 0:28 / /sys/fs/cgroup rw,relatime shared:4 - cgroup2 cgroup rw\n");
        write("proc/self/cgroup", "0::/pod\n");
        write("sys/fs/cgroup/pod/cpu.max", "150000 100000\n");
        assertThat(allowedCores(root, OptionalInt.of(2))).isEqualTo(1.5);
        assertThat(allowedCores(root, OptionalInt.of(1))).isEqualTo(1.0);
    }

    private static Double allowedCores(Path files, OptionalInt affinity) {
        return HostProbe.readAllowedCores(files, affinity, 8);
    }
}
