package weighbridge.truth;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link TruthServer} in a process of its own. */
public final class TruthProcess implements AutoCloseable {
    private static final String LISTENING = "listening on ";

    private final Process process;
    private final int port;

    private TruthProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** How it is started: with the port as a number, or as what becomes one, such as {@code {port}}. */
    public static List<String> command(String port, String... settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Room for 800 connections at once, and a heap that is easily weighed.
        command.addAll(List.of("-Xmx96m", "-Xss256k", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", classes(), TruthServer.class.getName(), port));
        command.addAll(List.of(settings));
        return command;
    }

    /** Starts it on a free port; it listens when this returns. */
    public static TruthProcess start(String... settings) throws IOException {
        Process process = new ProcessBuilder(command("0", settings))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        if (line == null || !line.startsWith(LISTENING)) {
            process.destroyForcibly();
            throw new IOException("does not listen, but says: " + line);
        }
        return new TruthProcess(process, Integer.parseInt(line.substring(LISTENING.length())));
    }

    public int port() {
        return port;
    }

    public Process process() {
        return process;
    }

    public TruthCounts counts() throws IOException {
        return TruthCounts.read(port);
    }

    /** Ends it and its children, and waits until they are gone. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        children.forEach(child -> {
            child.destroyForcibly();
            child.onExit().join();
        });
    }

    /** The folder alone, for the server needs nothing else. */
    private static String classes() {
        try {
            return Path.of(TruthServer.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
