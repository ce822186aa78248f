package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ControlGroupRightsTest {
    private static final String VERSION_1 = "31 30 0:28 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu\n";
    private static final String VERSION_2 = "40 20 0:37 / /sys/fs/cgroup rw,relatime - cgroup2 cgroup2 rw\n";

    @TempDir
    Path files;

    @BeforeEach
    void belongToAGroup() throws IOException {
        write("proc/self/cgroup", "1:cpu:/\n0::/user/one\n");
    }

    @Test
    void withoutControlGroupsThereAreNone() throws IOException {
        write("proc/self/mountinfo", "10 1 0:1 / / rw - ext4 /dev/root rw\n");

        assertThat(ControlGroupRights.obstacle(files)).contains("no control groups are mounted");
    }

    @Test
    void aFolderThatCanBeWrittenIsEnoughForVersion1() throws IOException {
        write("proc/self/mountinfo", VERSION_1);
        Files.createDirectories(files.resolve("sys/fs/cgroup/cpu"));

        assertThat(ControlGroupRights.obstacle(files)).isEmpty();
    }

    @Test
    void version2HasToHaveItsControllers() throws IOException {
        write("proc/self/mountinfo", VERSION_2);
        Path group = files.resolve("sys/fs/cgroup/user/one");

        write("sys/fs/cgroup/user/one/cgroup.controllers", "cpuset cpu io memory pids\n");
        assertThat(ControlGroupRights.obstacle(files)).isEmpty();
        write("sys/fs/cgroup/user/one/cgroup.controllers", "cpu pids\n");
        assertThat(ControlGroupRights.obstacle(files)).contains(group + " has no controller for memory");
        write("sys/fs/cgroup/user/one/cgroup.controllers", "\n");
        assertThat(ControlGroupRights.obstacle(files)).contains(group + " has no controller for cpu and memory");
    }

    @Test
    void aFolderThatIsNotThereCannotBeWritten() throws IOException {
        write("proc/self/mountinfo", VERSION_2);

        assertThat(ControlGroupRights.obstacle(files))
                .contains("this user may not write in " + files.resolve("sys/fs/cgroup/user/one"));
    }

    /** On any Linux a process may leave its cores as they are. */
    @Test
    void coresCanBeChosenAndStayAsTheyAre() {
        int before = Runtime.getRuntime().availableProcessors();

        assertThat(CpuAffinity.cores()).isPresent();
        assertThat(CpuAffinity.cores().getAsInt()).isGreaterThanOrEqualTo(before);
        assertThat(Runtime.getRuntime().availableProcessors()).isEqualTo(before);
    }

    private void write(String file, String text) throws IOException {
        Path path = files.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
