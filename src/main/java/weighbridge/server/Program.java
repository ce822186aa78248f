package weighbridge.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.text.Fault;

/**
 * Turns an argument list into a process that is ready to start. A program without a folder in its name is looked for
 * in the {@code bin} of the JDK that runs Weighbridge, then on the {@code PATH}: so {@code java} is the same JDK for
 * Weighbridge, for builds and for targets, also where it is not on the {@code PATH} at all.
 */
public final class Program {
    private static final int FIRST_LINE_BYTES = 256; // as many as the kernel looks at

    /** Where Debian and others put servers such as nginx, and which is on the PATH of root alone. */
    private static final String OF_SERVERS = ":/usr/local/sbin:/usr/sbin:/sbin";

    private static final Path JDK = Path.of(System.getProperty("java.home"));

    private Program() {}

    /** The process, in a {@link ProcessGroup} of its own, its error output joined to its output. @throws LaunchException where there is no such program */
    static ProcessBuilder of(List<String> command, Path folder, Map<String, String> env) throws LaunchException {
        List<String> resolved = new ArrayList<>(command);
        Path program = find(command.get(0), folder);
        requireInterpreter(program);
        resolved.set(0, program.toString());
        ProcessBuilder process = new ProcessBuilder(ProcessGroup.of(resolved))
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File(nullDevice())))
                .redirectErrorStream(true);
        process.environment().put("JAVA_HOME", JDK.toString());
        process.environment().put("PATH", path());
        process.environment().putAll(ProcessGroup.VARIABLES);
        process.environment().putAll(env);
        return process;
    }

    /** Whether there is such a program, named by its path or on the {@code PATH}. */
    public static boolean isThere(String program) {
        try {
            find(program, Path.of(""));
            return true;
        } catch (LaunchException e) {
            return false;
        }
    }

    /** What a script's first line names: what starts it would only say that there is no such script. */
    private static void requireInterpreter(Path program) throws LaunchException {
        try (InputStream file = Files.newInputStream(program)) {
            String start = new String(file.readNBytes(FIRST_LINE_BYTES), StandardCharsets.ISO_8859_1);
            String line = start.startsWith("#!") ? start.substring(2).split("\n", 2)[0] : "";
            String interpreter = line.replaceFirst("^[ \t]+", "").split("[ \t]", 2)[0];
            if (interpreter.startsWith("/") && !Files.isExecutable(Path.of(interpreter))) {
                throw new LaunchException("program \"" + program + "\" needs \"" + Fault.oneLine(interpreter)
                        + "\", which its first line names and which is not there or not executable");
            }
        } catch (IOException e) {
            return; // a program that may be run but not read
        }
    }

    static Path find(String program, Path folder) throws LaunchException {
        Optional<Path> found = program.contains("/") || program.contains(File.separator)
                ? executable(folder.resolve(program).normalize())
                : onPath(program);
        return found.orElseThrow(() -> new LaunchException("program \"" + program + "\" not found or not executable"));
    }

    private static Optional<Path> onPath(String program) {
        for (String entry : path().split(File.pathSeparator)) {
            Optional<Path> found = entry.isEmpty() ? Optional.empty() : executable(Path.of(entry, program));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> executable(Path program) {
        return files(program).stream().filter(Files::isExecutable).findFirst();
    }

    /** Those that are meant: Windows leaves endings out of names, {@code mvnw} is {@code mvnw.cmd} there. */
    static List<Path> files(Path program) {
        List<String> endings = windows() ? List.of(".exe", ".cmd", ".bat", "") : List.of("");
        return endings.stream()
                .map(ending -> program.resolveSibling(program.getFileName() + ending))
                .filter(Files::isRegularFile)
                .toList();
    }

    private static String path() {
        String inherited = System.getenv().getOrDefault("PATH", "");
        return JDK.resolve("bin") + File.pathSeparator + inherited + (windows() ? "" : OF_SERVERS);
    }

    private static String nullDevice() {
        return windows() ? "NUL" : "/dev/null";
    }

    private static boolean windows() {
        return File.separatorChar == '\\';
    }
}
