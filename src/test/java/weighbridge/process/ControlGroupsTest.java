package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.text.Limits;

/** Files that look like those of control groups: here the kernel's own need rights. See {@link ControlGroupIT}. */
@EnabledOnOs(OS.LINUX)
class ControlGroupsTest {
    private static final Limits HALF = new Limits(0.5, 64L << 20);
    private static final String GROUPS = "sys/fs/cgroup/";

    @TempDir
    Path files;

    private final Map<String, String> env = new HashMap<>();

    private Optional<String> obstacle() {
        return new ControlGroups(files, env).obstacle().map(ControlGroups.Obstacle::why);
    }

    private ControlGroup group() throws IOException {
        return new ControlGroups(files, env).of(HALF);
    }

    private Path path(String name) {
        return files.resolve(GROUPS + name);
    }

    private void write(String file, String text) throws IOException {
        Path path = files.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void withoutControlGroupsThereAreNone() throws IOException {
        write("proc/self/cgroup", "");
        write("proc/self/mountinfo", "10 1 0:1 / / rw - ext4 /dev/root rw\n");

        assertThat(obstacle()).contains("no control groups are mounted");
    }

    @Nested
    class Version1 {
        @BeforeEach
        void mount() throws IOException {
            write("proc/self/cgroup", "3:memory:/box\n2:cpuacct:/\n1:cpu:/\n");
            String mounts = "";
            for (String controller : List.of("cpu", "cpuacct", "memory")) {
                mounts += "31 30 0:28 / /" + GROUPS + controller + " rw - cgroup cgroup rw," + controller + "\n";
            }
            write("proc/self/mountinfo", mounts);
        }

        @Test
        void aGroupIsMadeInEachHierarchyBelowOurOwn() throws IOException {
            Files.createDirectories(path("cpu"));
            Files.createDirectories(path("cpuacct"));
            Files.createDirectories(path("memory/box"));

            assertThat(obstacle()).isEmpty();
            ControlGroup group = group();

            assertThat(group.folders())
                    .extracting(Path::getParent)
                    .containsExactly(path("cpu"), path("memory/box"), path("cpuacct"));
            assertThat(group.entering()).startsWith("/bin/sh", "-c").endsWith("--");
            assertThat(group.entering())
                    .contains(group.folders().get(0).resolve("cgroup.procs").toString());
            assertThat(group.folders()).noneMatch(Files::exists);
        }

        @Test
        void whereOneCannotBeWrittenThereAreNone() throws IOException {
            Files.createDirectories(path("cpu"));

            assertThat(obstacle()).contains("this user may not write in " + path("memory/box"));
            assertThatThrownBy(ControlGroupsTest.this::group)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("may not write");
        }
    }

    @Nested
    class Version2 {
        private static final String OWN = "user/session";

        @BeforeEach
        void mount() throws IOException {
            write("proc/self/cgroup", "0::/" + OWN + "\n");
            write("proc/self/mountinfo", "40 20 0:37 / /sys/fs/cgroup rw,relatime - cgroup2 cgroup2 rw\n");
        }

        private void group(String name, String controllers, String handedDown, String processes) throws IOException {
            write(GROUPS + name + "/cgroup.controllers", controllers + "\n");
            write(GROUPS + name + "/cgroup.subtree_control", handedDown + "\n");
            write(GROUPS + name + "/cgroup.procs", processes);
            if (!name.isEmpty()) {
                write(GROUPS + name + "/cgroup.type", "domain\n");
            }
        }

        @Test
        void itIsMadeInTheInnermostGroupThatMayHaveLimitedOnesBelow() throws IOException {
            group(OWN, "cpu memory pids", "", "1\n"); // with processes
            group("user", "cpu memory pids", "memory pids", "");
            group("", "cpu memory pids", "memory pids", "7\n");

            assertThat(obstacle()).isEmpty();
            assertThat(ControlGroupsTest.this.group().folders())
                    .extracting(Path::getParent)
                    .containsExactly(path("user"));
        }

        /** Of a session of a user: nothing above it may be used, and its manager beside it may. */
        @Test
        void whereAUserManagerOfSystemdHasTheControllersItMakesThem() throws IOException {
            write("proc/self/cgroup", "0::/user.slice/user-1000.slice/session-3.scope\n");
            group("user.slice/user-1000.slice/session-3.scope", "memory pids", "", "1\n");
            group("user.slice/user-1000.slice", "memory pids", "memory pids", "");
            String manager = "user.slice/user-1000.slice/user@1000.service";
            group(manager, "memory pids", "memory pids", "");
            write("run/systemd/private", "");
            write("bin/systemd-run", "");
            assertThat(files.resolve("bin/systemd-run").toFile().setExecutable(true))
                    .isTrue();
            env.put("XDG_RUNTIME_DIR", files.resolve("run").toString());
            env.put("PATH", "/nowhere:" + files.resolve("bin"));
            assertThat(obstacle()).as("it would set no limit of CPU time").isPresent();
            group(manager, "cpu memory pids", "memory pids", "");

            assertThat(obstacle()).isEmpty();
            ControlGroup group = ControlGroupsTest.this.group();

            assertThat(group.folders()).isEmpty();
            assertThat(String.join(" ", group.entering()))
                    .isEqualTo("systemd-run --user --scope --quiet --collect --property=CPUQuota=50%"
                            + " --property=MemoryMax=67108864 --property=MemorySwapMax=0 --");
            env.put("PATH", "/nowhere");
            assertThat(obstacle()).as("no systemd-run").isPresent();
        }

        @Test
        void theTopmostGroupMayHaveProcessesToo() throws IOException {
            group(OWN, "memory pids", "", "1\n");
            group("user", "memory pids", "memory pids", "");
            group("", "cpu memory pids", "memory pids", "7\n");

            assertThat(obstacle()).isEmpty();
            assertThat(ControlGroupsTest.this.group().folders())
                    .extracting(Path::getParent)
                    .containsExactly(path("").normalize());
        }

        @Test
        void itSaysWhyThereAreNone() throws IOException {
            group(OWN, "pids", "", "1\n");
            assertThat(obstacle()).contains(path(OWN) + " has no controller for cpu and memory");
            group(OWN, "cpu pids", "", "1\n");
            assertThat(obstacle()).contains(path(OWN) + " has no controller for memory");
            group(OWN, "cpu memory", "", "1\n");
            assertThat(obstacle())
                    .contains(path(OWN) + " has processes of its own, so that no group below it can have limits");
            assertThat(new ControlGroups(files, env).obstacle().orElseThrow().fix())
                    .as("to start as root would not help")
                    .contains("move them into a group below it");
        }

        @Test
        void aFolderThatIsNotThereCannotBeWritten() throws IOException {
            write(GROUPS + OWN + "/cgroup.controllers", "cpu memory\n"); // and nothing that can be written

            assertThat(obstacle()).contains("this user may not write in " + path(OWN));
        }

        @Test
        void itsLimitsAreWrittenWhereTheKernelHasFilesForThem() throws IOException {
            group(OWN, "cpu memory", "cpu memory", "");
            ControlGroup group = ControlGroupsTest.this.group();
            Path folder = group.folders().get(0);
            for (String file : List.of("cpu.max", "memory.max", "memory.swap.max")) {
                write(files.relativize(folder).resolve(file).toString(), "max\n");
            }

            ControlGroup.limit(folder, HALF);

            assertThat(folder.resolve("cpu.max")).hasContent("50000 100000");
            assertThat(folder.resolve("memory.max")).hasContent("67108864");
            assertThat(folder.resolve("memory.swap.max")).hasContent("0");
            assertThat(folder.resolve("memory.limit_in_bytes")).doesNotExist();
        }
    }

    @Test
    void ofWhatALedgerNamesOnlyControlGroupsOfOursAreTaken() throws IOException {
        String name = "weighbridge-00000000-0000-4000-8000-000000000000";
        write(GROUPS + name + "/cgroup.procs", "");
        write(GROUPS + "weighbridge-mine/cgroup.procs", "");
        Files.createDirectories(files.resolve("home").resolve(name));

        ControlGroup found = ControlGroup.at(List.of(
                path(name).toString(),
                path("weighbridge-mine").toString(),
                files.resolve("home").resolve(name).toString(),
                name,
                "/",
                "\0"));

        assertThat(found.folders()).containsExactly(path(name));
        found.delete();
        assertThat(path(name)).as("not empty, as no group of the kernel's is").exists();
    }

    /** On any Linux a process may leave its cores as they are. */
    @Test
    void coresCanBeChosenAndStayAsTheyAre() {
        int before = Runtime.getRuntime().availableProcessors();

        assertThat(CpuAffinity.cores()).isPresent();
        assertThat(CpuAffinity.cores().getAsInt()).isGreaterThanOrEqualTo(before);
        assertThat(Runtime.getRuntime().availableProcessors()).isEqualTo(before);
    }
}
