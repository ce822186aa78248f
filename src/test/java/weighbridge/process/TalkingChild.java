package weighbridge.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A child process that answers each line with a line; between two of them it waits on its input and does nothing. */
final class TalkingChild implements AutoCloseable {
    private final Process process;
    private final Writer toChild;
    private final BufferedReader fromChild;

    private TalkingChild(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        toChild = process.outputWriter();
        fromChild = process.inputReader();
    }

    /** Answers with what it is told: {@code cat}. */
    static TalkingChild echoing() throws IOException {
        return of(List.of("cat"));
    }

    static TalkingChild shell(String script) throws IOException {
        return of(List.of("sh", "-c", script));
    }

    static TalkingChild of(List<String> command) throws IOException {
        return new TalkingChild(command);
    }

    /** A JVM that does what {@link Worker} can. */
    static TalkingChild worker() throws Exception {
        return of(workerCommand());
    }

    /** A shell that starts the JVM of {@link Worker} when it gets its first line, and is a {@code cat} after its end. */
    static TalkingChild shellBeforeWorker() throws Exception {
        String worker = workerCommand().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        return shell("read line; " + worker + "; echo ended; cat; exit");
    }

    private static List<String> workerCommand() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path classes = Path.of(
                Worker.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:MaxDirectMemorySize=256m"));
        command.addAll(List.of("-cp", classes.toString(), Worker.class.getName()));
        return command;
    }

    /** A JVM with the tests' class path. */
    static TalkingChild java(List<String> flags, Class<?> main) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return new TalkingChild(command);
    }

    /** Says a line and waits for the answer. */
    String ask(String line) throws IOException {
        say(line);
        return fromChild.readLine();
    }

    void say(String line) throws IOException {
        toChild.write(line + "\n");
        toChild.flush();
    }

    long pid() {
        return process.pid();
    }

    /** Ends it and waits until the kernel has forgotten it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
