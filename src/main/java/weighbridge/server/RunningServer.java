package weighbridge.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.process.ListenerProbe;
import weighbridge.process.ProcessTree;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.record.Listener;
import weighbridge.text.Fault;
import weighbridge.text.ForeignText;

/**
 * A target that ran before us and goes on after us. Its process is known by its start time too, so a stranger who gets
 * its pid later is not taken for it.
 *
 * @param listened whether somebody listened where it is called when it was found; not where that cannot be seen, as where
 *     a port is forwarded
 */
record RunningServer(
        Assignment assignment, Optional<ProcessHandle> process, Optional<Listener> atReady, boolean listened)
        implements Server {
    /** Far more than any pid has digits. */
    private static final int PID_FILE_BYTES = 256;

    /** Finds its process now. @throws LaunchException where a process is named and there is none */
    static RunningServer find(Assignment assignment, Serving.Running running) throws LaunchException {
        Optional<PidSource> source = running.process();
        if (source.isEmpty()) {
            return new RunningServer(assignment, Optional.empty(), Optional.empty(), !hasNoListener(assignment));
        }
        ProcessHandle process = find(source.get());
        requireStranger(process);
        Optional<Listener> seen = look(assignment, process);
        return new RunningServer(
                assignment, Optional.of(process), seen, Listener.tellsOfOne(seen) || !hasNoListener(assignment));
    }

    /** A tree that holds the generator would be weighed with it. */
    private static void requireStranger(ProcessHandle process) throws LaunchException {
        Optional<ProcessHandle> above = Optional.of(ProcessHandle.current());
        while (above.isPresent()) {
            if (above.get().equals(process)) {
                throw new LaunchException(
                        "process " + process.pid() + " is not a server's: Weighbridge itself runs below"
                                + " it; fix: name the process of the server");
            }
            above = above.get().parent();
        }
    }

    /** Its master may be another one, which shares its sockets. */
    private static Optional<Listener> look(Assignment assignment, ProcessHandle process) {
        return assignment.isLocal()
                ? ListenerProbe.read(host(assignment), assignment.port(), ProcessTreeProbe.ofTree(process.pid()), true)
                : Optional.empty();
    }

    /** Of another machine nothing is known. */
    private static boolean hasNoListener(Assignment assignment) {
        return !assignment.isLocal() || ListenerProbe.isDeserted(host(assignment), assignment.port());
    }

    private static String host(Assignment assignment) {
        return assignment.url().getHost().replaceAll("[\\[\\]]", "");
    }

    private static ProcessHandle find(PidSource source) throws LaunchException {
        if (source instanceof PidSource.Written written) {
            return find(written.pid(), "its target.yaml");
        }
        Path file = ((PidSource.InFile) source).file();
        return find(pid(file), "its pid file " + file);
    }

    private static ProcessHandle find(long pid, String teller) throws LaunchException {
        return ProcessHandle.of(pid)
                .filter(ProcessTree::isRunning)
                .orElseThrow(() -> new LaunchException("there is no process " + pid + ", which " + teller + " names"));
    }

    private static long pid(Path file) throws LaunchException {
        if (!Files.exists(file)) {
            throw new LaunchException("its pid file " + file + " does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw new LaunchException("its pid file " + file + " is not a file"); // a pipe could be waited for forever
        }
        try (InputStream stream = Files.newInputStream(file)) {
            String word = new String(stream.readNBytes(PID_FILE_BYTES), StandardCharsets.ISO_8859_1)
                    .strip()
                    .split("\\s", 2)[0];
            if (!word.matches("[0-9]{1,18}")) {
                String shown = Fault.oneLine(ForeignText.start(word, 40));
                throw new LaunchException(
                        "its pid file " + file + " does not begin with a process id but with \"" + shown + '"');
            }
            return Long.parseLong(word);
        } catch (IOException e) {
            throw new LaunchException("its pid file " + file + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    public Optional<Long> pid() {
        return weighed().map(ProcessHandle::pid);
    }

    @Override
    public Optional<ProcessTreeProbe> processes() {
        return pid().map(ProcessTreeProbe::ofTree);
    }

    /** It was started by others, who know. */
    @Override
    public Map<String, String> javaOptions() {
        return Map.of();
    }

    @Override
    public Optional<Listener> listener() {
        return process.flatMap(named -> look(assignment, named));
    }

    private Optional<ProcessHandle> weighed() {
        return atReady.filter(seen -> seen.is() == Listener.Kind.OTHER).isPresent() ? Optional.empty() : process;
    }

    @Override
    public boolean isAlive() {
        return weighed().map(ProcessTree::isRunning).orElse(true);
    }

    @Override
    public boolean isDeserted() {
        return listened && hasNoListener(assignment);
    }

    @Override
    public boolean isOurs() {
        return false;
    }

    @Override
    public String ending(Path logs) {
        return weighed()
                .filter(named -> !ProcessTree.isRunning(named))
                .map(ended -> "its process " + ended.pid() + " has ended")
                .orElse("nobody listens on port " + assignment.port() + " any more");
    }

    @Override
    public List<String> complaints(Path logs) {
        return List.of();
    }
}
