package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.uring.IoUring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.Report;
import weighbridge.process.CpuAffinity;
import weighbridge.record.Transport;
import weighbridge.simulation.SteadySimulation;
import weighbridge.text.CpuList;
import weighbridge.workload.Cores;

/** Servers and generator on processors of their own, as the kernel has them while a run goes on. */
@Tag("untimed")
@EnabledOnOs(OS.LINUX)
class CoresIT {
    @TempDir
    Path folder;

    @Test
    void inALoadOverTimeNoThreadOfTheGeneratorMayRunWhereAServerDoes() throws Exception {
        CpuList all = CpuAffinity.allowed().orElseThrow();
        assertThat(CpuAffinity.ofGenerator(all)).as("a machine with two cores").isPresent();
        CpuList half = CpuAffinity.ofGenerator(all).orElseThrow();
        String servers = all.without(half).text();
        String generator = half.text();
        Run run = new Run(folder)
                .simulation(SteadySimulation.class)
                .target("one", "delayMillis=100")
                .with("cores", "apart")
                .with("rate", "20")
                .with("duration", "3s");
        Process process = run.start();
        run.await(process, ".*measuring for");
        long pid = process.pid();
        List<Long> children = process.toHandle()
                .descendants()
                .map(ProcessHandle::pid)
                .filter(child -> command(child).contains("weighbridge."))
                .toList();

        assertThat(allowed(pid)).as("threads of the generator").containsExactly(generator);
        assertThat(children).as("the target and the sink").hasSize(2);
        assertThat(children).allSatisfy(child -> assertThat(allowed(child)).containsExactly(servers));
        Run.Result result = run.finish(process);

        assertThat(result.exitStatus()).as(result.console()).isZero();
        Report report = result.report();
        assertThat(report.run().settings().cores().text()).isEqualTo(servers + ":" + generator);
        assertThat(report.main().transport()).isEqualTo(IoUring.isAvailable() ? Transport.IO_URING : Transport.EPOLL);
        assertThat(report.targets().get(0).window().generator().cores())
                .as("that the generator may use")
                .isEqualTo(half.count());
        assertThat(result.console()).contains("Processors: servers " + servers + ", generator " + generator + "\n");
        assertThat(result.console()).doesNotContain("may use only");
        assertThat(Files.readString(result.latest().resolve("summary.md")))
                .contains("cores=" + servers + ":" + generator);
    }

    @Test
    void aServerThatChoosesProcessorsItselfIsRemarked() throws Exception {
        CpuList all = CpuAffinity.allowed().orElseThrow();
        CpuList generator = CpuAffinity.ofGenerator(all).orElseThrow();
        Run.Result result = smallBurst()
                .describe(
                        "chooser",
                        WireServer.yaml("chooser", WireServer.Manner.PLAIN, "")
                                .replace("command: [", "command: [taskset, -c, \"" + all.text() + "\", "))
                .describe("other", WireServer.yaml("other", WireServer.Manner.PLAIN, ""))
                .finish();

        assertThat(result.console())
                .contains("chooser: the server chose processors of the generator itself (" + generator.text() + ")")
                .doesNotContain("other: the server chose");
    }

    @Test
    void ofOneProcessorBothHaveItAndAreToldSo() throws Exception {
        Run.Result result = smallBurst().by("taskset", "-c", "0").target("one").finish();

        assertThat(result.console())
                .contains(
                        "Remark: servers and generator share their processors, for this process may use only one core");
        assertThat(result.exitStatus()).as(result.console()).isZero();
        assertThat(result.report().run().settings().cores()).isEqualTo(new Cores.Shared());
    }

    @Test
    void aProcessorThatIsNotThereIsRefusedBeforeAnythingStarts() throws Exception {
        Run.Result result = new Run(folder).target("one").with("cores", "900:0").finish();

        assertThat(result.exitStatus()).isEqualTo(1);
        assertThat(result.console())
                .contains("cores: found processor 900 in \"900:0\"; allowed: processors that this process may use: ")
                .contains("; fix: give for example -Dcores=apart")
                .doesNotContain("Starting");
    }

    private Run smallBurst() {
        return new Run(folder)
                .with("cores", "apart")
                .with("calls", "20")
                .with("warmup", "0")
                .with("timeout", "30s");
    }

    private static String command(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .orElse("");
    }

    /** The processors that threads of this process may run on, each list once. */
    private static Set<String> allowed(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.flatMap(thread -> status(thread).stream())
                    .filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> status(Path thread) {
        try {
            return Files.readAllLines(thread.resolve("status"));
        } catch (NoSuchFileException e) {
            return List.of(); // it has ended meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
