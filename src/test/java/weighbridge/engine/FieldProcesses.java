package weighbridge.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the processes of a server by program, command line and folder, whoever started them. Weighbridge finds them by
 * parents, groups and marks.
 *
 * @param folder in which the server runs
 * @param program the name of the file that each of them runs
 * @param command what else stands in the command line of each
 */
record FieldProcesses(Path folder, Pattern program, Pattern command) {
    static FieldProcesses of(Path folder, String program, String command) {
        return new FieldProcesses(folder, Pattern.compile(program), Pattern.compile(command));
    }

    /** The folders in {@code /proc} of those that are there now. */
    List<Path> find() throws IOException {
        Path own = folder.toRealPath();
        return all(process -> isOne(process, own));
    }

    /** Of whatever works in this folder now. */
    static List<Path> workingIn(Path folder) throws IOException {
        Path own = folder.toRealPath();
        return all(process -> worksIn(process, own));
    }

    private static List<Path> all(Predicate<Path> which) throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(which)
                    .toList();
        }
    }

    private static boolean worksIn(Path process, Path folder) {
        try {
            return process.resolve("cwd").toRealPath().equals(folder);
        } catch (IOException e) {
            return false; // it has ended, or is somebody else's
        }
    }

    private boolean isOne(Path process, Path own) {
        try {
            String name = process.resolve("exe").toRealPath().getFileName().toString();
            String line = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            boolean here = worksIn(process, own) || line.contains(own.toString());
            return here
                    && program.matcher(name).matches()
                    && command.matcher(line).find();
        } catch (IOException e) {
            return false; // it has ended, or is somebody else's
        }
    }
}
