package weighbridge.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The total of {@code jcmd PID GC.class_histogram}, which does a full collection first. Its last line is the same for
 * every collector: {@code Total <instances> <bytes>}.
 *
 * @param jcmd the program
 * @param limit for the whole question, as the user is told
 * @param left of it
 */
record ClassHistogram(Path jcmd, Duration limit, Duration left) {
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)\\s*");
    private static final Pattern FAULT = Pattern.compile("[\\w.$]+(?:Exception|Error): (.*)");

    /** Of one JVM that may be asked ({@link AttachCheck}). */
    LiveHeap read(long pid) {
        if (left.isNegative()) {
            return tooLate();
        }
        if (!Files.isExecutable(jcmd)) {
            return new LiveHeap.NotAvailable("jcmd is missing: the running Java is no JDK");
        }
        Path output = null;
        try {
            // A file takes it all, however long: nobody has to read it in time.
            output = Files.createTempFile("histogram", ".txt");
            return ask(pid, output);
        } catch (IOException e) {
            return new LiveHeap.NotAvailable("jcmd does not run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new LiveHeap.NotAvailable("interrupted");
        } finally {
            if (output != null) {
                output.toFile().delete();
            }
        }
    }

    private LiveHeap ask(long pid, Path output) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command(pid)).redirectErrorStream(true).redirectOutput(output.toFile());
        // Flags that are meant for the user's own JVMs.
        builder.environment().keySet().removeAll(JavaOptions.VARIABLES);
        Process process = builder.start();
        boolean ended;
        try {
            ended = process.waitFor(left.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly();
        }
        if (!ended) {
            process.waitFor();
            // What it was killed over: the sign to the JVM, in that one's working folder (Linux).
            Files.deleteIfExists(Path.of("/proc", Long.toString(pid), "cwd", ".attach_pid" + pid));
            return tooLate();
        }
        return parse(Files.readAllLines(output, StandardCharsets.ISO_8859_1));
    }

    private LiveHeap tooLate() {
        return new LiveHeap.NotAvailable("no answer within " + limit.toSeconds() + " s");
    }

    private List<String> command(long pid) {
        // Given up before we stop it, it takes its trace out of the JVM's folder itself.
        long attachMillis = Math.max(1, left.toMillis() * 3 / 5);
        return List.of(
                jcmd.toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-J-XX:-UsePerfData",
                "-J-Dsun.tools.attach.attachTimeout=" + attachMillis,
                Long.toString(pid),
                "GC.class_histogram");
    }

    static LiveHeap parse(List<String> lines) {
        for (int line = lines.size() - 1; line >= 0; line--) {
            Matcher total = TOTAL.matcher(lines.get(line));
            if (total.matches()) {
                return new LiveHeap.Bytes(Long.parseLong(total.group(1)), 1);
            }
        }
        return new LiveHeap.NotAvailable("the JVM gave no figure"
                + lines.stream()
                        .map(FAULT::matcher)
                        .filter(Matcher::matches)
                        .map(fault -> ": " + fault.group(1))
                        .findFirst()
                        .orElse(""));
    }
}
