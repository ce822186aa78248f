package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.faults.CutOff;
import weighbridge.faults.FieldServers;
import weighbridge.process.NativeFolder;
import weighbridge.record.Outcome.Kind;
import weighbridge.record.Transport;

/** Runs on machines that lack what others have. */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
@Tag("untimed")
class SurroundingsIT {
    /** Root may read everything, unless it gives up that right. */
    private static final String[] AS_OTHERS = {"setpriv", "--bounding-set", "-dac_override,-dac_read_search"};

    private static final String SERVER = """
            import http.server, sys
            class Hello(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    self.send_response(200)
                    self.send_header("Content-Length", "12")
                    self.end_headers()
                    self.wfile.write(b"Hello World!")
                def log_message(self, *words): pass
            class Server(http.server.ThreadingHTTPServer): request_queue_size = 1024
            Server(("127.0.0.1", int(sys.argv[1])), Hello).serve_forever()
            """;

    /** Starts a program whose kernel refuses io_uring_setup(2), as containers do (seccomp(2)). */
    private static final String WITHOUT_IO_URING = """
            import ctypes, os, struct, sys
            def step(code, equal, other, value): return struct.pack("HBBI", code, equal, other, value)
            steps = (step(0x20, 0, 0, 0) + step(0x15, 0, 1, 425)  # is the number of the call 425?
                     + step(0x06, 0, 0, 0x00050000 | 1) + step(0x06, 0, 0, 0x7fff0000))  # EPERM, or allowed
            class Filter(ctypes.Structure): _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_char_p)]
            libc = ctypes.CDLL(None, use_errno=True)
            assert libc.prctl(38, 1, 0, 0, 0) == 0  # no new privileges
            assert libc.prctl(22, 2, ctypes.byref(Filter(4, steps)), 0, 0) == 0  # a filter of system calls
            os.execvp(sys.argv[1], sys.argv[1:])
            """;

    @TempDir
    Path folder;

    /** Gatling falls back to epoll and says nothing; figures of both are not comparable. */
    @Test
    void whereTheKernelHasNoIoUringTheRunTellsThatItUsedEpoll() throws Exception {
        Path script = Files.writeString(folder.resolve("without-io-uring.py"), WITHOUT_IO_URING);
        Run.Result result = new Run(folder)
                .by("python3", script.toString())
                .target("one")
                .with("calls", "20")
                .with("warmup", "0")
                .finish();

        assertThat(result.exitStatus()).as(result.console()).isZero();
        assertThat(result.report().main().transport()).isEqualTo(Transport.EPOLL);
        assertThat(Files.readString(result.latest().resolve("summary.md"))).contains("Gatling 3.15.1 with epoll");
        assertThat(Files.readString(result.latest().resolve("run.json"))).contains("\"transport\" : \"epoll\"");
    }

    /** Gatling's plugin takes {@code -Dgatling.jvmArgs} in place of what {@code pom.xml} passes. */
    @Test
    void aJvmWithoutTheOptionsOfThePomIsRefused() throws Exception {
        Run.Result result = new Run(folder)
                .target("one")
                .with("io.netty.bootstrap.extensions", "")
                .finish();

        assertThat(result.exitStatus()).isEqualTo(1);
        assertThat(result.console())
                .contains(
                        "JVM: found no -Dio.netty.bootstrap.extensions=serviceload, which pom.xml passes to the JVM of a run; ")
                .contains("add other options to jvmArgs in pom.xml, for -Dgatling.jvmArgs replaces those")
                .doesNotContain("Starting");
    }

    /**
     * Libraries cannot be loaded from the folders for temporary files and caches, no file can be locked, the product of one
     * target lies where nothing can be written, the sources of another cannot be read, and a variable lets each JVM open
     * the same port, which the generator has: only targets that cannot do without fail.
     */
    @Test
    void aRunGoesOnWithoutWhatItCanDoWithout() throws Exception {
        Path noexec = Files.createDirectory(folder.resolve("noexec"));
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        Path locked = Files.createDirectories(folder.resolve("sealed/src/locked"));
        Files.createFile(folder.resolve("sealed/product"));
        Files.createFile(folder.resolve("sealed/.product.built"));
        Path script = Files.writeString(folder.resolve("server.py"), SERVER);
        int jmx = freePort();

        Run.Result result = new Run(folder)
                .describe("good", yaml("good", script, readOnly.resolve("app"), ""))
                .describe("sealed", yaml("sealed", script, Path.of("product"), ", sources: [src]"))
                .target("java")
                .with("calls", "40")
                .with("warmup", "0")
                .with("timeout", "30s")
                .with("java.io.tmpdir", noexec.toString())
                .with("user.home", noexec.toString())
                .variable("XDG_CACHE_HOME", "")
                .variable("LD_PRELOAD", Preloaded.build("no-locks.c", folder).toString())
                .variable(
                        "JAVA_TOOL_OPTIONS",
                        "-Dcom.sun.management.jmxremote.authenticate=false -Dcom.sun.management.jmxremote.ssl=false"
                                + " -Dcom.sun.management.jmxremote.port=" + jmx)
                .within("mount -t tmpfs -o noexec tmpfs " + noexec + " && mount -t tmpfs tmpfs " + readOnly
                        + " && touch " + readOnly.resolve("app") + " && mount -o remount,ro " + readOnly
                        + " && chmod 000 " + locked)
                .by(AS_OTHERS)
                .finish();

        assertThat(result.console())
                .doesNotContain("\tat ")
                .containsPattern("(?m)^Remark: the generator makes its calls without epoll, .*; fix: let"
                        + " -Dio.netty.native.workdir name a folder that is not mounted noexec$")
                .contains("Building, because it is not sure that the build of app came to its end, for nothing can be"
                        + " written into " + readOnly + ": true");
        assertThat(result.target("good").outcome()).as(result.console()).isEqualTo(Kind.MEASURED);
        assertThat(result.target("good").burst().successRatio()).isEqualTo(1);
        assertThat(result.target("good").window().cpu().seconds()).isPositive();
        assertThat(result.target("good").floor()).as(result.console()).isNotNull();
        assertThat(result.exitStatusOf("good")).isZero();
        assertThat(result.target("sealed").reason()).contains("found " + locked + ",");
        FieldServers.UNREADABLE_SOURCES.isSeen(result.summary(), "sealed", result.exitStatusOf("sealed"));
        FieldServers.JAVA_OPTIONS_PORT.isSeen(result.summary(), "java", result.exitStatusOf("java"));
    }

    @Test
    void aMachineWithoutAnyFolderForLibrariesIsToldSo() throws Exception {
        Path noexec = Files.createDirectory(folder.resolve("noexec"));
        Path target = Path.of("target", "native").toAbsolutePath();
        Run.Result result = new Run(folder)
                .target("never")
                .with("java.io.tmpdir", noexec.toString())
                .with("user.home", noexec.toString())
                .variable("XDG_CACHE_HOME", "")
                .within("mkdir -p " + target + " && mount -t tmpfs -o noexec tmpfs " + noexec
                        + " && mount -t tmpfs -o ro tmpfs " + target)
                .finish();

        CutOff.NO_LIBRARY.isSeen(result.console(), result.exitStatus());
        assertThat(result.console())
                .contains(noexec + "/.cache/JNA/temp (mounted noexec), " + noexec
                        + " (mounted noexec), target/native (Read-only file system); ");
    }

    /** Gatling's event loops are made before its simulation: whoever starts Gatling can choose before that. */
    @Test
    void whoChoosesTheFolderBeforeGatlingStartsKeepsEpoll() throws Exception {
        Path noexec = Files.createDirectory(folder.resolve("noexec"));
        ProcessBuilder java = Run.java(Chosen.class);
        List<String> command = new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c"));
        command.addAll(List.of("mount -t tmpfs -o noexec tmpfs " + noexec + " && exec \"$@\"", "sh"));
        command.add(java.command().get(0));
        command.addAll(List.of("-Djava.io.tmpdir=" + noexec, "-Duser.home=" + noexec));
        command.addAll(java.command().subList(1, java.command().size()));
        Path output = folder.resolve("output");
        java.environment().put("XDG_CACHE_HOME", "");
        int status = java.command(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();

        Path chosen = Path.of("target", "native").toAbsolutePath();
        assertThat(Files.readString(output)).endsWith("JNA " + chosen + "\nNetty " + chosen + "\nepoll true\n");
        assertThat(status).isZero();
    }

    /** What another JVM can load. */
    static final class Chosen {
        private Chosen() {}

        public static void main(String[] arguments) {
            NativeFolder.choose();
            System.out.println("JNA " + System.getProperty("jna.tmpdir"));
            System.out.println("Netty " + System.getProperty("io.netty.native.workdir"));
            System.out.println("epoll " + Epoll.isAvailable());
        }
    }

    private static String yaml(String name, Path script, Path product, String sources) {
        return """
                name: %s
                version: "1.0"
                build: {command: ["true"], produces: %s%s}
                command: [python3, %s, "{port}"]
                url: /
                """.formatted(name, product, sources, script);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
