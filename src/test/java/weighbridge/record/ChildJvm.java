package weighbridge.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A fresh JVM with the tests' class path, for what needs flags or a heap of its own. */
public final class ChildJvm {
    private static final int MAX_SECONDS = 180;

    private ChildJvm() {}

    /** Runs a main class to its end and returns what it printed; anything but exit code 0 fails the test. */
    public static String run(List<String> flags, String mainClass, String... arguments)
            throws IOException, InterruptedException {
        return run(List.of(), flags, mainClass, arguments);
    }

    /** The same. @param starter command that starts the JVM, such as taskset with its arguments */
    public static String run(List<String> starter, List<String> flags, String mainClass, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(starter);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("child", ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(MAX_SECONDS, TimeUnit.SECONDS);
            String printed = Files.readString(output);
            assertThat(ended).as("%s ended in time:%n%s", mainClass, printed).isTrue();
            assertThat(process.exitValue())
                    .as("%s's exit code:%n%s", mainClass, printed)
                    .isZero();
            return printed;
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
