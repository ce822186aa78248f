package weighbridge.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads argument lists, and whether the program that they name is there. */
final class CommandReader {
    private static final String KEY = "command";
    private static final String ARGUMENTS = "a list of arguments";

    private final Path folder;
    private final YamlMap map;

    CommandReader(Path folder, YamlMap map) {
        this.folder = folder;
        this.map = map;
    }

    /** The command that starts the server. @param built whether its program may still have to be made */
    List<String> start(boolean built) {
        List<String> command = map.requiredTexts(
                KEY,
                ARGUMENTS + ", or none beside the absolute url of a server that runs already",
                "command: [./myserver, \"{port}\"]");
        List<String> unknown = Placeholders.unknown(command);
        unknown.forEach(this::unknown);
        boolean meant = unknown.stream().anyMatch(Target.PORT::equalsIgnoreCase);
        if (!command.isEmpty() && !meant && command.stream().noneMatch(argument -> argument.contains(Target.PORT))) {
            map.wrong(
                    KEY, "no " + Target.PORT, "an argument with " + Target.PORT, "add \"{port}\" where the port goes");
        }
        if (!built) {
            checkProgram(command, "correct the path, or write how it is made: build: {command: [make], produces: …}");
        }
        return command;
    }

    /** A command that needs no port. @param built whether its program may still have to be made */
    List<String> other(String example, boolean built) {
        List<String> command = map.requiredTexts(KEY, ARGUMENTS, example);
        command.stream()
                .flatMap(argument -> Placeholders.meant(argument).stream())
                .forEach(this::unknown);
        if (!built) {
            checkProgram(command, "correct the path");
        }
        return command;
    }

    private void unknown(String placeholder) {
        boolean port = placeholder.toLowerCase(Locale.ROOT).equals(Target.PORT);
        map.wrong(
                KEY,
                "the unknown placeholder " + placeholder,
                Target.PORT + ", in the command that starts the server",
                port && !placeholder.equals(Target.PORT) ? "write {port}" : "write the value itself");
    }

    /** What does not belong to the target, on the PATH or at an absolute one, is the machine's affair: seen at the start. */
    private void checkProgram(List<String> command, String fix) {
        String program = command.isEmpty() ? "" : command.get(0);
        boolean inFolder = program.contains("/") || program.contains(File.separator);
        if (!inFolder || Path.of(program).isAbsolute()) {
            return;
        }
        Optional<Path> file = endings().stream()
                .map(ending -> folder.resolve(program + ending).normalize())
                .filter(Files::isRegularFile)
                .findFirst();
        if (file.isEmpty()) {
            map.wrong(
                    KEY,
                    "the program " + YamlNodes.quote(program) + ", which is not there",
                    "a program, its path counted from the target's folder",
                    fix);
        } else if (!Files.isExecutable(file.get())) {
            map.wrong(
                    KEY,
                    "the program " + YamlNodes.quote(program) + ", which is not executable",
                    "a program that may be executed",
                    "chmod +x it, or start it by its interpreter: command: [python3, …]");
        }
    }

    /** Windows leaves them out of names. */
    private static List<String> endings() {
        return File.separatorChar == '\\' ? List.of("", ".exe", ".cmd", ".bat") : List.of("");
    }
}
