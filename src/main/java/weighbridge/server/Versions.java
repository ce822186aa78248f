package weighbridge.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import weighbridge.process.JavaOptions;
import weighbridge.text.Fault;

/** Asks targets for their version. */
public final class Versions {
    /** What stands for the version of a target that does not tell it. */
    public static final String UNKNOWN = "unknown";

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MAX_BYTES = 4_096;

    private final CommandRunner commands;
    private final List<String> faults = new CopyOnWriteArrayList<>();

    /** Whose commands {@code commands} runs. */
    public Versions(CommandRunner commands) {
        this.commands = commands;
    }

    /** The version that is written, or that its command prints; {@value #UNKNOWN} where that fails. */
    public String of(Target target) {
        return of(target, LIMIT);
    }

    String of(Target target, Duration limit) {
        if (target.version() instanceof Version.Written written) {
            return VersionText.written(written.text()).orElse(UNKNOWN);
        }
        return printed(target, (Version.Printed) target.version(), limit);
    }

    private String printed(Target target, Version.Printed version, Duration limit) {
        try {
            // Files and not pipes: whoever the command leaves behind may hold a pipe open long after its end.
            Path output = Files.createTempFile("version", ".out");
            Path errors = Files.createTempFile("version", ".err");
            try {
                return printed(target, version, limit, BoundedLog.create(output), BoundedLog.create(errors));
            } finally {
                Files.deleteIfExists(output);
                Files.deleteIfExists(errors);
            }
        } catch (LaunchException | IOException e) {
            return unknown(target, version.command(), "could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }

    private String printed(Target target, Version.Printed version, Duration limit, BoundedLog output, BoundedLog errors)
            throws LaunchException, IOException, InterruptedException {
        List<String> command = version.command();
        ProcessBuilder program = Program.of(command, target.folder(), target.envOfCommands())
                .redirectErrorStream(false)
                .redirectError(errors.redirect())
                .redirectOutput(output.redirect());
        OptionalInt status = commands.run(program, List.of(output, errors), limit);
        if (status.isEmpty()) {
            return unknown(target, command, "took longer than " + Seconds.of(limit) + " s");
        }
        if (status.getAsInt() != 0) {
            Map<String, String> options = JavaOptions.pickedUp(errors.file(), target.envOfCommands());
            String why = ProcessExit.of(status.getAsInt(), 0, Optional.empty());
            return unknown(target, command, JavaOptions.suspected(why, options.keySet()));
        }
        String printed = start(output);
        String asErrors = start(errors);
        Optional<String> found = VersionText.of(version, printed, asErrors);
        boolean nothing = printed.isBlank() && asErrors.isBlank();
        return found.orElseGet(() -> unknown(
                target,
                command,
                nothing
                        ? "printed nothing"
                        : "printed nothing like " + version.pattern().orElse("a version")));
    }

    private static String start(BoundedLog log) throws IOException {
        try (InputStream printed = Files.newInputStream(log.file())) {
            return new String(printed.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        }
    }

    private String unknown(Target target, List<String> command, String why) {
        faults.add(Fault.oneLine(target.name() + ": its version is unknown, for the command that prints it " + why
                + " (" + String.join(" ", command) + ")"));
        return UNKNOWN;
    }

    /** Why versions that were asked for are unknown, in lines for the user. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** The versions of several targets, asked at the same time. */
    public Map<Target, String> of(List<Target> targets) {
        return targets.parallelStream().collect(Collectors.toConcurrentMap(target -> target, this::of));
    }
}
