package weighbridge.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import weighbridge.process.JavaOptions;

/** Builds what is missing or stale, each distinct build command once. */
public final class Builds {
    private static final String LOGS = "builds";

    private final CommandRunner commands;
    private final Path logs;
    private final Consumer<String> progress;
    private final Map<List<String>, Optional<String>> done = new HashMap<>();

    /**
     * For one run.
     *
     * @param commands runs them
     * @param logs folder for the output of the builds
     * @param progress told one line for each build that runs, and for each that waits for another run's
     */
    public Builds(CommandRunner commands, Path logs, Consumer<String> progress) {
        this.commands = commands;
        this.logs = logs;
        this.progress = progress;
    }

    /** Builds those of them that need it, one after the other; says why not of those that could not be built. */
    public Map<Target, String> ensure(List<Target> targets) {
        Map<Target, String> failures = new LinkedHashMap<>();
        for (Target target : targets) {
            try {
                ensure(target, targets);
            } catch (LaunchException e) {
                failures.put(target, e.getMessage());
            }
        }
        return failures;
    }

    /** Builds the target where that is needed. @throws LaunchException with the end of the build's output */
    void ensure(Target target) throws LaunchException {
        ensure(target, List.of(target));
    }

    private void ensure(Target target, List<Target> all) throws LaunchException {
        if (target.build().isEmpty()) {
            return;
        }
        Build build = target.build().get();
        Optional<String> why = Staleness.why(build);
        if (why.isEmpty()) {
            return;
        }
        List<String> identity = identity(build.command(), target.folder(), target.envOfCommands());
        if (!done.containsKey(identity)) {
            build(target, why.get(), identity, all);
        }
        Optional<String> failure = done.getOrDefault(identity, Optional.empty());
        if (failure.isPresent()) {
            throw new LaunchException(failure.get());
        }
        if (!Files.exists(build.produces())) {
            throw new LaunchException("the build succeeded but made no " + build.produces());
        }
        Staleness.markBuilt(build);
    }

    /** Under a lock, and not at all where another run has done it meanwhile. */
    private void build(Target target, String why, List<String> identity, List<Target> all) throws LaunchException {
        Build build = target.build().orElseThrow();
        String command = String.join(" ", build.command());
        Runnable waiting = () -> progress.accept(why + ", once another run has ended the same build: " + command);
        try {
            BuildLock lock = BuildLock.await(identity, build.timeout(), waiting);
            try {
                buildLocked(target, identity, all);
            } finally {
                lock.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("build was interrupted");
        }
    }

    private void buildLocked(Target target, List<String> identity, List<Target> all) throws LaunchException {
        Build build = target.build().orElseThrow();
        Optional<String> why = Staleness.why(build);
        if (why.isPresent()) {
            progress.accept(why.get() + ": " + String.join(" ", build.command()));
            done.put(identity, run(target, build));
            if (done.get(identity).isEmpty()) {
                markBuilt(identity, all);
            }
        }
    }

    /** All that this build has made: who waits for the lock would make it again, while we start it. */
    private static void markBuilt(List<String> identity, List<Target> all) {
        for (Target target : all) {
            target.build()
                    .filter(build -> identity(build.command(), target.folder(), target.envOfCommands())
                            .equals(identity))
                    .filter(build -> Files.exists(build.produces()))
                    .ifPresent(Staleness::markBuilt);
        }
    }

    /**
     * Two builds are the same when their commands are the same after every argument that names a place has been made
     * absolute; a command that names no place but its program works on its folder, so the folder belongs to it, as the variables do.
     */
    static List<String> identity(List<String> command, Path folder, Map<String, String> env) {
        List<String> identity = new ArrayList<>();
        boolean namesPlace = false;
        for (int index = 0; index < command.size(); index++) {
            String argument = command.get(index);
            boolean place = argument.matches("[.][.]?|.*/.*") && Files.exists(folder.resolve(argument));
            identity.add(place ? folder.resolve(argument).normalize().toString() : argument);
            namesPlace |= place && index > 0;
        }
        if (!namesPlace) {
            identity.add(folder.toString());
        }
        new TreeMap<>(env).forEach((name, value) -> identity.add(name + "=" + value));
        return identity;
    }

    private Optional<String> run(Target target, Build build) throws LaunchException {
        List<String> command = build.command();
        try {
            Files.createDirectories(logs.resolve(LOGS));
            String log = LOGS + "/" + target.name() + ".log";
            ProcessBuilder program = Program.of(command, target.folder(), target.envOfCommands());
            BoundedLog output = BoundedLog.create(logs.resolve(log));
            OptionalInt status =
                    commands.run(program.redirectOutput(output.redirect()), List.of(output), build.timeout());
            if (status.isEmpty()) {
                return Optional.of("build took longer than " + Seconds.of(build.timeout())
                        + " s and was ended, with all that it had started" + LogTail.of(command, logs, log));
            }
            if (status.getAsInt() == 0) {
                return Optional.empty();
            }
            Map<String, String> options = JavaOptions.pickedUp(output.file(), target.envOfCommands());
            return Optional.of(JavaOptions.suspected("build exited with " + status.getAsInt(), options.keySet())
                    + LogTail.of(command, logs, log));
        } catch (IOException e) {
            return Optional.of("build could not start: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("build was interrupted");
        }
    }
}
