package weighbridge.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether a process is a JVM that may be asked. Whoever attaches to a JVM first sends it SIGQUIT, and that ends a
 * process that does not catch the signal: any other program, and a JVM with -Xrs.
 *
 * @param jvm whether it is one
 * @param obstacle why it must not be asked nevertheless, or why that is not known; otherwise empty
 */
record AttachCheck(boolean jvm, Optional<String> obstacle) {
    private static final Path PROC = Path.of("/proc");
    private static final long SIGQUIT_BIT = 1L << 2; // signal 3; bit 0 is signal 1
    private static final List<String> REFUSALS =
            List.of("-XX:+DisableAttachMechanism", "-XX:+ReduceSignalUsage", "-Xrs");

    static AttachCheck of(ProcessHandle process) {
        return Files.isDirectory(PROC.resolve("self"))
                ? ofLinux(PROC.resolve(Long.toString(process.pid())))
                : ofName(process).unlessRefused(arguments(process));
    }

    private static AttachCheck ofLinux(Path folder) {
        try {
            if (!text(folder, "maps").contains("/libjvm.so")) {
                return new AttachCheck(false, Optional.empty());
            }
            // Java itself tells no arguments of a process whose command line is longer than a page.
            List<String> arguments = List.of(text(folder, "cmdline").split("\0"));
            return new AttachCheck(
                            true,
                            obstacle(new ProcFields(
                                    text(folder, "status").lines().toList())))
                    .unlessRefused(arguments);
        } catch (AccessDeniedException e) {
            return new AttachCheck(false, Optional.of("process " + folder.getFileName() + " may not be looked at"));
        } catch (IOException e) {
            return new AttachCheck(false, Optional.empty()); // it ended meanwhile
        }
    }

    /** As Latin-1, which takes any bytes that a path may have. */
    private static String text(Path folder, String file) throws IOException {
        return Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
    }

    /** Why the JVM of this {@code status} (proc(5)) must not be asked. */
    static Optional<String> obstacle(ProcFields status) {
        if (status.text("State").orElse("").startsWith("T")) {
            // It would answer only when it goes on, with a thread dump on its output or a late collection.
            return Optional.of("the JVM is stopped by a signal");
        }
        boolean catches = (Long.parseUnsignedLong(status.text("SigCgt").orElse("0"), 16) & SIGQUIT_BIT) != 0;
        return catches
                ? Optional.empty()
                : Optional.of("the JVM does not catch SIGQUIT (-Xrs, or it has only just started)");
    }

    /** Where nothing tells what a process has loaded, only a program called java counts. */
    private static AttachCheck ofName(ProcessHandle process) {
        boolean java = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.matches("javaw?(\\.exe)?"))
                .isPresent();
        return new AttachCheck(java, Optional.empty());
    }

    private static List<String> arguments(ProcessHandle process) {
        return List.of(process.info().arguments().orElse(new String[0]));
    }

    /** A JVM without an attach mechanism would answer SIGQUIT with a thread dump on its output. */
    private AttachCheck unlessRefused(List<String> arguments) {
        Optional<String> refusal = REFUSALS.stream().filter(arguments::contains).findFirst();
        return jvm && refusal.isPresent()
                ? new AttachCheck(true, refusal.map(flag -> "the JVM runs with " + flag))
                : this;
    }
}
