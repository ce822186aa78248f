package weighbridge.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import weighbridge.process.Children;
import weighbridge.process.JavaOptions;
import weighbridge.process.ListenerProbe;
import weighbridge.process.ProcessTree;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.record.Listener;
import weighbridge.text.CpuList;

/** A target that was started here: its process, and how long it took to be ready. */
final class StartedServer implements Server {
    /** The JDK waits for an ended child at once, on a thread of its own. */
    private static final long REAPED_MILLIS = 1_000;

    private final Assignment assignment;
    private final List<String> command;
    private final Optional<ServerFolder> folder;
    private final Optional<ServerBox> box;
    private final Family family;
    private final BoundedLog log;
    private final String logName;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private volatile Optional<Listener> atReady = Optional.empty();
    private volatile Map<String, String> javaOptions = Map.of();
    /** Not where the system hides it: a port that is forwarded has no listener. */
    private volatile boolean listened;

    private StartedServer(
            Assignment assignment,
            List<String> command,
            Optional<ServerFolder> folder,
            Optional<ServerBox> box,
            Family family,
            BoundedLog log,
            String logName) {
        this.assignment = assignment;
        this.command = command;
        this.folder = folder;
        this.box = box;
        this.family = family;
        this.log = log;
        this.logName = logName;
    }

    /**
     * Starts the process.
     *
     * @param log where its output goes
     * @param logName the log's path below the folder of all logs
     * @param cpus processors that it is kept on; empty where it has those of this process
     * @throws LaunchException where it cannot be started
     */
    static StartedServer start(
            Assignment assignment, BoundedLog log, String logName, Ledger ledger, Optional<CpuList> cpus)
            throws LaunchException {
        Serving.Started started = (Serving.Started) assignment.target().serving();
        int port = assignment.port();
        Optional<ServerFolder> folder =
                started.needsFolder() ? Optional.of(ServerFolder.create(started, port, ledger)) : Optional.empty();
        Placeholders placeholders =
                folder.map(own -> own.placeholders(port)).orElse(new Placeholders(port, Optional.empty()));
        Optional<ServerBox> box = Optional.empty();
        try {
            box = ServerBox.make(started.limits(), ledger);
            List<String> command = started.commandAt(placeholders);
            ProcessBuilder program = Program.of(command, assignment.target().folder(), started.envAt(placeholders))
                    // A pipe that nobody writes to: some servers end where their input ends, or cannot read it at all.
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .redirectOutput(log.redirect());
            box.ifPresent(limited -> limited.enter(program));
            Family family = Family.start(assignment.target().name(), program, ledger, cpus);
            return new StartedServer(assignment, command, folder, box, family, log, logName);
        } catch (IOException | LaunchException e) {
            box.ifPresent(ServerBox::delete);
            folder.ifPresent(ServerFolder::delete);
            throw e instanceof LaunchException known
                    ? known
                    : new LaunchException("could not be started: " + e.getMessage());
        }
    }

    @Override
    public Assignment assignment() {
        return assignment;
    }

    /** Of the process that the command started. */
    @Override
    public Optional<Long> pid() {
        return isServedByAnother()
                ? Optional.empty()
                : Optional.of(family.process().pid());
    }

    @Override
    public Optional<ProcessTreeProbe> processes() {
        if (isServedByAnother()) {
            return Optional.empty();
        }
        ProcessTreeProbe probe = family.probe();
        return Optional.of(box.map(limited -> probe.in(limited.group())).orElse(probe));
    }

    private boolean isServedByAnother() {
        return atReady.filter(seen -> seen.is() == Listener.Kind.OTHER).isPresent();
    }

    @Override
    public Optional<Listener> atReady() {
        return atReady;
    }

    @Override
    public Map<String, String> javaOptions() {
        return javaOptions;
    }

    @Override
    public Optional<Listener> listener() {
        Optional<Listener> seen = look();
        // A daemon may have left its tree and dropped all marks; that it serves this port tells whose it is.
        seen.ifPresent(listener -> listener.others().stream()
                .flatMap(other -> Children.adopted(other.pid()).stream())
                .forEach(family.adopted()::add));
        return family.adopted().isEmpty() ? seen : look();
    }

    private Optional<Listener> look() {
        return ListenerProbe.read(Assignment.LOOPBACK, assignment.port(), family.probe(), false);
    }

    @Override
    public boolean isAlive() {
        return family.process().isAlive();
    }

    @Override
    public boolean isDeserted() {
        return listened && hasNoListener();
    }

    private boolean hasNoListener() {
        return ListenerProbe.isDeserted(Assignment.LOOPBACK, assignment.port());
    }

    @Override
    public boolean isOurs() {
        return true;
    }

    @Override
    public List<String> complaints(Path logs) {
        return Stream.of(complaints.stream(), log.complaint().stream(), OutOfMemory.in(logs.resolve(logName)).stream())
                .flatMap(Function.identity())
                .toList();
    }

    /** CPU time of all that came of it so far; empty where it cannot be read. */
    OptionalDouble cpuSeconds() {
        ProcessTreeProbe probe = family.probe();
        probe.findProcesses();
        return probe.read()
                .map(reading -> OptionalDouble.of(reading.cpuSeconds()))
                .orElse(OptionalDouble.empty());
    }

    ProcessHandle handle() {
        return family.process().toHandle();
    }

    /** The process and all that came of it, also what has left its tree. */
    Set<ProcessHandle> family() {
        Set<ProcessHandle> members = family.members();
        box.ifPresent(limited -> members.addAll(limited.members()));
        return members;
    }

    /** Ends it with all that came of it. */
    void stop(Duration termBound) {
        stopped(ProcessTree.stop(this::family, termBound), termBound);
    }

    /** It was asked to end, and those who did not do so within the bound were killed. */
    void stopped(Set<ProcessHandle> killed, Duration termBound) {
        if (killed.contains(handle())) {
            complaints.add("ignored TERM for " + Seconds.of(termBound) + " s and was killed");
        }
        try {
            family.process().waitFor(REAPED_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        box.ifPresent(ServerBox::delete);
        folder.ifPresent(ServerFolder::delete);
    }

    @Override
    public String ending(Path logs) {
        if (family.process().isAlive()) {
            return "nobody listens on port " + assignment.port() + " any more, though its command (PID "
                    + family.process().pid() + ") still runs" + tail(logs);
        }
        return ProcessExit.of(family.process().exitValue(), left(), cause()) + tail(logs);
    }

    private String tail(Path logs) {
        return LogTail.of(command, logs, logName);
    }

    /**
     * Waits until the expected answer comes.
     *
     * @return from the start of the process to that answer
     * @throws LaunchException where the process ends first or the deadline passes, with the last cause
     */
    Duration awaitReady() throws LaunchException, InterruptedException {
        try {
            Duration took = new ReadinessWait(
                            assignment,
                            family.startedNanos(),
                            this::end,
                            reply -> NotReadyHint.of(assignment, reply, family()))
                    .await();
            if (box.isPresent()) {
                box.get().require(family.probe());
            }
            javaOptions = pickedUp();
            atReady = listener();
            listened = Listener.tellsOfOne(atReady) || !hasNoListener();
            return took;
        } catch (LaunchException e) {
            throw new LaunchException(
                    JavaOptions.suspected(e.getMessage(), pickedUp().keySet()) + tail(logs()));
        }
    }

    private Map<String, String> pickedUp() {
        return JavaOptions.pickedUp(log.file(), assignment.env());
    }

    /** The folder of all logs, as long as it has not moved. */
    private Path logs() {
        return log.file()
                .resolveSibling(Path.of(logName).getParent() == null ? "" : "..")
                .normalize();
    }

    private Optional<String> end() {
        if (family.process().isAlive()) {
            return Optional.empty();
        }
        return Optional.of(ProcessExit.beforeReady(family.process().exitValue(), left(), cause()));
    }

    /** Why its limits ended it; empty where they did not. */
    private Optional<String> cause() {
        return box.flatMap(ServerBox::ended);
    }

    /** How many of its family go on. */
    private int left() {
        return ProcessTree.running(ProcessTree.tree(family())).size();
    }
}
