package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
@Timeout(120)
class LiveHeapIT {
    /** A few classes that the JVM loads between two readings; the arrays' headers are 16 bytes each. */
    private static final long TOLERANCE_BYTES = 256_000;

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final List<String> SMALL = List.of("-Xmx128m", "-XX:+UseSerialGC");

    private static LiveHeap.Bytes bytes(TalkingChild child) {
        LiveHeap heap = LiveHeapProbe.of(ProcessTreeProbe.ofTree(child.pid()));
        assertThat(heap).isInstanceOf(LiveHeap.Bytes.class);
        return (LiveHeap.Bytes) heap;
    }

    private static void signal(String signal, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Serial", "Parallel", "G1", "Z", "Shenandoah"})
    void whatIsKeptShowsAndGarbageDoesNot(String collector) throws Exception {
        String flag = "-XX:+Use" + collector + "GC";
        assumeTrue(
                new ProcessBuilder(JAVA.toString(), flag, "-version").start().waitFor() == 0,
                "this JVM has no such collector");
        try (TalkingChild child = TalkingChild.java(List.of("-Xmx256m", flag), HeapKeeper.class)) {
            assertThat(child.ask("keep 10")).isEqualTo("done 10");
            child.ask("litter 40");
            LiveHeap.Bytes before = bytes(child);
            assertThat(child.ask("keep 8")).isEqualTo("done 18");
            child.ask("litter 40");
            LiveHeap.Bytes after = bytes(child);

            assertThat(before.jvms()).isEqualTo(1);
            assertThat(before.bytes()).isBetween(10_000_000L, 20_000_000L);
            assertThat(after.bytes() - before.bytes()).isCloseTo(8_000_000, within(TOLERANCE_BYTES));
        }
    }

    @Test
    void aWrapperIsFollowedAndAllJvmsAreAddedUp() throws Exception {
        // Each JVM at the end of a pipe, so that both take the same line.
        String java = "java -Xmx64m -XX:+UseSerialGC -cp '" + System.getProperty("java.class.path") + "' "
                + HeapKeeper.class.getName();
        String script =
                "PATH=" + JAVA.getParent() + ":$PATH; " + java + " | sed -u 's/done/keep/' | " + java + "; true";
        try (TalkingChild child = TalkingChild.shell(script)) {
            assertThat(child.ask("keep 3")).isEqualTo("done 3");

            LiveHeap.Bytes both = bytes(child);
            assertThat(both.jvms()).isEqualTo(2);
            // Twice 3 MB, and what a JVM holds for itself, which is about half a megabyte.
            assertThat(both.bytes()).isBetween(6_000_000L, 10_000_000L);
        }
    }

    @Test
    void whatIsNoJvmIsLeftAlone() throws Exception {
        try (TalkingChild child = TalkingChild.echoing()) {
            assertThat(LiveHeapProbe.of(ProcessTreeProbe.ofTree(child.pid())))
                    .isEqualTo(new LiveHeap.NotAvailable("not a JVM"));
            assertThat(child.ask("still there")).isEqualTo("still there");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xrs", "-XX:+DisableAttachMechanism"})
    void aJvmThatRefusesIsLeftAlone(String flag) throws Exception {
        try (TalkingChild child = TalkingChild.java(List.of("-Xmx64m", flag), HeapKeeper.class)) {
            assertThat(child.ask("keep 1")).isEqualTo("done 1");
            assertThat(LiveHeapProbe.of(ProcessTreeProbe.ofTree(child.pid())))
                    .isInstanceOfSatisfying(
                            LiveHeap.NotAvailable.class,
                            answer -> assertThat(answer.reason()).contains(flag));
            assertThat(child.ask("keep 1")).isEqualTo("done 2");
        }
    }

    @Test
    void aStoppedJvmIsLeftAloneAndAnswersLater() throws Exception {
        try (TalkingChild child = TalkingChild.java(SMALL, HeapKeeper.class)) {
            assertThat(child.ask("keep 1")).isEqualTo("done 1");
            signal("STOP", child.pid());
            while (!ProcStat.read(child.pid()).orElseThrow().stopped()) {
                Thread.sleep(1); // on a busy machine its threads take a moment to stop
            }
            try {
                assertThat(LiveHeapProbe.of(ProcessTreeProbe.ofTree(child.pid())))
                        .isEqualTo(new LiveHeap.NotAvailable("the JVM is stopped by a signal"));
            } finally {
                signal("CONT", child.pid());
            }
            assertThat(child.ask("keep 1")).isEqualTo("done 2");
            assertThat(bytes(child).bytes()).isGreaterThan(2_000_000);
        }
    }

    @Test
    void anAnswerIsNotWaitedForWithoutEnd(@TempDir Path folder) throws Exception {
        Path jcmd = script(folder, "echo $$ > " + folder + "/pid; exec sleep 300");
        try (TalkingChild child = TalkingChild.java(SMALL, HeapKeeper.class)) {
            child.ask("keep 1");
            LiveHeap answer = new LiveHeapProbe(jcmd, Duration.ofSeconds(3))
                    .read(List.of(ProcessHandle.of(child.pid()).orElseThrow()));

            assertThat(answer).isEqualTo(new LiveHeap.NotAvailable("no answer within 3 s"));
            long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
            assertThat(ProcessHandle.of(pid)).as("the program that was asked").isEmpty();
        }
    }

    @Test
    void aLongAnswerDoesNotBlock(@TempDir Path folder) throws Exception {
        // More than a pipe holds.
        Path jcmd = script(folder, "head -c 1000000 /dev/zero | tr '\\0' '\\n'; echo 'Total   2   4711'");
        try (TalkingChild child = TalkingChild.java(SMALL, HeapKeeper.class)) {
            child.ask("keep 1");
            assertThat(new LiveHeapProbe(jcmd, Duration.ofSeconds(60))
                            .read(List.of(ProcessHandle.of(child.pid()).orElseThrow())))
                    .isEqualTo(new LiveHeap.Bytes(4_711, 1));
        }
    }

    private static Path script(Path folder, String text) throws Exception {
        Path script = Files.writeString(folder.resolve("jcmd"), "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aJavaThatIsNoJdkHasNoJcmd(@TempDir Path folder) throws Exception {
        try (TalkingChild child = TalkingChild.java(SMALL, HeapKeeper.class)) {
            child.ask("keep 1");
            assertThat(new LiveHeapProbe(folder.resolve("jcmd"), Duration.ofSeconds(5))
                            .read(List.of(ProcessHandle.of(child.pid()).orElseThrow())))
                    .isEqualTo(new LiveHeap.NotAvailable("jcmd is missing: the running Java is no JDK"));
        }
    }

    @Test
    void anEndedProcessHasNoHeap() throws Exception {
        try (TalkingChild child = TalkingChild.echoing()) {
            child.kill();
            assertThat(LiveHeapProbe.of(ProcessTreeProbe.ofTree(child.pid())))
                    .isEqualTo(new LiveHeap.NotAvailable("the process has ended"));
        }
    }
}
