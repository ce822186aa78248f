package weighbridge.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import weighbridge.text.Fault;
import weighbridge.text.Hosts;
import weighbridge.text.InputException;

/**
 * Whether a target of the catalogue could be run now. For that nothing is built, downloaded or served.
 *
 * @param name of the target; of its folder where its file is wrong
 * @param group that it is in
 * @param needs the language of its program
 * @param ready whether it could be run
 * @param state what is there, or what is missing and how to get it
 */
public record TargetState(String name, String group, String needs, boolean ready, String state) {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MAX_CHARS = 200;
    private static final Map<String, String> LANGUAGES = Map.of("java", "Java", "python", "Python", "node", "Node.js");

    /** Of every target of a catalogue, in its order; several are looked at at a time. */
    public static List<TargetState> of(Catalogue catalogue) {
        return catalogue.groups().entrySet().stream()
                .flatMap(group -> group.getValue().stream().map(folder -> Map.entry(group.getKey(), folder)))
                .toList()
                .parallelStream()
                .map(target -> of(target.getKey(), target.getValue()))
                .toList();
    }

    private static TargetState of(String group, Path folder) {
        try {
            Target target = TargetFile.read(folder, new Hosts(List.of())).target();
            String needs = target.serving() instanceof Serving.Started started
                    ? language(started.command().get(0))
                    : "nothing";
            try {
                return new TargetState(target.name(), group, needs, true, found(target));
            } catch (LaunchException e) {
                return new TargetState(target.name(), group, needs, false, Fault.oneLine(e.getMessage(), MAX_CHARS));
            }
        } catch (InputException e) {
            String first = e.getMessage().lines().findFirst().orElseThrow();
            return new TargetState(folder.getFileName().toString(), group, "", false, first);
        }
    }

    /** Such as "Python" of {@code /usr/bin/python3}; the program itself where it is none of ours. */
    private static String language(String program) {
        String name = program.replaceFirst(".*[/\\\\]", "").replaceFirst("[\\d.]*(\\.exe)?$", "");
        return LANGUAGES.getOrDefault(name.toLowerCase(Locale.ROOT), program);
    }

    /** @throws LaunchException saying what is missing */
    private static String found(Target target) throws LaunchException {
        if (target.serving() instanceof Serving.Running running) {
            return "runs at " + running.base() + ", if it was started";
        }
        if (target.build().isPresent()) {
            Optional<String> why = Staleness.why(target.build().get());
            if (why.isEmpty()) {
                return "ready";
            }
            Program.of(target.build().get().command(), target.folder(), target.envOfCommands());
            return "ready: the first run builds it";
        }
        List<String> command = ((Serving.Started) target.serving()).command();
        if (!Placeholders.areIn(command.get(0))) {
            Program.of(command, target.folder(), target.envOfCommands());
        }
        return target.version() instanceof Version.Printed version
                ? "ready: version " + printed(target, version)
                : "ready";
    }

    /** A program that can tell its version has all that it needs to start. */
    private static String printed(Target target, Version.Printed version) throws LaunchException {
        List<String> command = version.command();
        ProcessBuilder program = Program.of(command, target.folder(), target.envOfCommands());
        try {
            Path output = Files.createTempFile("version", ".out");
            try (CommandRunner commands = new CommandRunner(Ledger.none())) {
                OptionalInt status = commands.run(program.redirectOutput(output.toFile()), LIMIT);
                String printed = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
                Optional<String> found = VersionText.of(version, printed, "");
                if (found.isPresent() && status.isPresent() && status.getAsInt() == 0) {
                    return found.get();
                }
                String line = printed.lines()
                        .filter(text -> !text.isBlank())
                        .reduce((first, last) -> last)
                        .orElse("nothing");
                if (status.isEmpty() || status.getAsInt() != 0) {
                    throw new LaunchException(
                            status.isPresent()
                                    ? line
                                    : String.join(" ", command) + " took longer than " + Seconds.of(LIMIT) + " s");
                }
                return Fault.oneLine(line, MAX_CHARS);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new LaunchException(String.join(" ", command) + " could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("it was interrupted");
        }
    }
}
