package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.record.CpuAllowance;

class CpuAllowanceTest {
    private static final String V2 = "30 23 0:28 / /sys/fs/cgroup rw,relatime shared:4 - cgroup2 cgroup rw\n";
    private static final String V1 = "32 31 0:29 ROOT /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu,cpuacct\n"
            + "33 31 0:30 ROOT /sys/fs/cgroup/cpuset rw,relatime - cgroup cgroup rw,cpuset\n";

    @TempDir
    private Path root;

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void withoutGroupsItIsWhatTheJvmCounts() {
        assertThat(CpuAllowanceProbe.read(root, 4)).isEqualTo(new CpuAllowance(4, null));
        assertThat(CpuAllowanceProbe.read().cores())
                .isPositive()
                .isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void version2TellsQuotaAndThrottling() throws IOException {
        write("proc/self/mountinfo", V2);
        write("proc/self/cgroup", "0::/app.slice/run\n");
        write("sys/fs/cgroup/app.slice/run/cpu.max", "20000 100000\n");
        write("sys/fs/cgroup/app.slice/run/cpu.stat", "usage_usec 9\nnr_throttled 3\nthrottled_usec 1234\n");

        assertThat(CpuAllowanceProbe.read(root, 4)).isEqualTo(new CpuAllowance(0.2, 1_234L));
    }

    @Test
    void aQuotaAroundOurGroupAppliesToo() throws IOException {
        write("proc/self/mountinfo", V2);
        write("proc/self/cgroup", "0::/app.slice/run\n");
        write("sys/fs/cgroup/app.slice/run/cpu.max", "max 100000\n");
        write("sys/fs/cgroup/app.slice/cpu.max", "150000 100000\n");

        assertThat(CpuAllowanceProbe.read(root, 4)).isEqualTo(new CpuAllowance(1.5, null));
    }

    @Test
    void aQuotaBeyondTheProcessorsGrantsNoMoreThanThese() throws IOException {
        write("proc/self/mountinfo", V2);
        write("proc/self/cgroup", "0::/\n");
        write("sys/fs/cgroup/cpu.max", "800000 100000\n");

        assertThat(CpuAllowanceProbe.read(root, 4).cores()).isEqualTo(4);
    }

    @Test
    void version1TellsItInFilesOfTheCpuController() throws IOException {
        write("proc/self/mountinfo", V1.replace("ROOT", "/"));
        write("proc/self/cgroup", "3:cpuset:/other\n1:cpu,cpuacct:/job\n0::/\n");
        write("sys/fs/cgroup/cpu/job/cpu.cfs_quota_us", "50000\n");
        write("sys/fs/cgroup/cpu/job/cpu.cfs_period_us", "100000\n");
        write("sys/fs/cgroup/cpu/job/cpu.stat", "nr_periods 5\nnr_throttled 2\nthrottled_time 7654321\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");

        assertThat(CpuAllowanceProbe.read(root, 2)).isEqualTo(new CpuAllowance(0.5, 7_654L));
    }

    @Test
    void inAContainerOurGroupIsWhatIsMounted() throws IOException {
        write("proc/self/mountinfo", V1.replace("ROOT", "/docker/4711"));
        write("proc/self/cgroup", "1:cpu,cpuacct:/docker/4711\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "25000\n");
        write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");

        assertThat(CpuAllowanceProbe.read(root, 2).cores()).isEqualTo(0.25);
    }

    @Test
    void aGroupOutsideOfWhatIsMountedIsNotLookedFor() throws IOException {
        write("proc/self/mountinfo", V2);
        write("proc/self/cgroup", "0::/../../elsewhere\n");
        write("sys/fs/cgroup/cpu.max", "60000 100000\n");

        assertThat(CpuAllowanceProbe.read(root, 2).cores()).isEqualTo(0.6);
    }

    @Test
    void filesThatSaySomethingElseTellNothing() throws IOException {
        write("proc/self/mountinfo", "nonsense\n\n" + V2);
        write("proc/self/cgroup", "nonsense\n0::/\n");
        write("sys/fs/cgroup/cpu.max", "\n");
        write("sys/fs/cgroup/cpu.stat", "throttled_usec\n");

        assertThat(CpuAllowanceProbe.read(root, 2)).isEqualTo(new CpuAllowance(2, null));
    }
}
