package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import weighbridge.record.ChildJvm;
import weighbridge.record.Host;

@Timeout(120)
class HostIT {
    @Test
    void theMachineIsTheOneThatJavaSees() {
        Host host = HostProbe.read();

        assertThat(host.system()).isEqualTo(System.getProperty("os.name"));
        assertThat(host.architecture()).isEqualTo(System.getProperty("os.arch"));
        assertThat(host.logicalCores())
                .isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(host.memoryBytes()).isGreaterThan(Runtime.getRuntime().totalMemory());
        assertThat(host.java()).contains(System.getProperty("java.vendor"), System.getProperty("java.runtime.version"));
        assertThat(List.of(host.os(), host.kernel(), host.cpuModel()))
                .noneMatch(String::isBlank)
                .allSatisfy(text -> assertThat(text).isEqualTo(text.strip()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void memoryAndKernelAreTheKernels() throws Exception {
        Host host = HostProbe.read();
        String total = Files.readAllLines(Path.of("/proc/meminfo")).get(0);

        assertThat(total).startsWith("MemTotal:");
        assertThat(host.memoryBytes()).isEqualTo(Long.parseLong(total.replaceAll("\\D", "")) * 1024);
        assertThat(host.kernel()).isEqualTo(System.getProperty("os.version"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void sysctlsAreWhatCatPrints() throws Exception {
        Map<String, String> sysctls = HostProbe.read().sysctls();

        assertThat(sysctls).containsKeys("net.core.somaxconn", "net.ipv4.ip_local_port_range");
        for (Map.Entry<String, String> sysctl : sysctls.entrySet()) {
            Process cat =
                    new ProcessBuilder("cat", "/proc/sys/" + sysctl.getKey().replace('.', '/')).start();
            try (BufferedReader reader = cat.inputReader()) {
                assertThat(sysctl.getValue())
                        .as(sysctl.getKey())
                        .isEqualTo(reader.readLine().replace('\t', ' '));
            }
        }
    }

    /** As in a container that was given one core of several by number. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatIsKeptOnOneCoreMayUseOne() throws Exception {
        Host host = HostProbe.read();
        String first = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .map(line -> line.split("\\s+")[1].split("[-,]")[0])
                .findFirst()
                .orElseThrow();

        String printed = ChildJvm.run(List.of("taskset", "-c", first), List.of(), PrintedCores.class.getName());

        assertThat(printed.lines()).last().isEqualTo(host.logicalCores() == 1 ? "null" : "1.0");
    }

    @Test
    void noPropertyIsAmongTheFlags() throws Exception {
        List<String> flags = List.of("-Xmx128m", "-Dpassword=geheim", "-XX:+UseSerialGC", "-ea");

        // The last line: newer JDKs warn before it of the native library that OSHI loads.
        assertThat(ChildJvm.run(flags, PrintedHost.class.getName()).lines())
                .last()
                .isEqualTo("[-Xmx128m, -XX:+UseSerialGC]");
    }

    /** What another JVM tells of itself. */
    static final class PrintedCores {
        private PrintedCores() {}

        public static void main(String[] arguments) {
            System.out.println(HostProbe.read().allowedCores());
        }
    }

    /** What another JVM tells of itself. */
    static final class PrintedHost {
        private PrintedHost() {}

        public static void main(String[] arguments) {
            System.out.println(HostProbe.read().jvmFlags());
        }
    }
}
