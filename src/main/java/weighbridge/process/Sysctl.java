package weighbridge.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the kernel, as they stand below {@code /proc/sys} (proc_sys(5)). */
public final class Sysctl {
    private Sysctl() {}

    /** First line of a setting such as {@code net/core/somaxconn}, with single spaces; empty where it is not told. */
    public static Optional<String> read(String name) {
        // With a buffer: these files answer only the first read of each opening, however short it is.
        try (BufferedReader reader = Files.newBufferedReader(Path.of("/proc/sys", name))) {
            return Optional.ofNullable(reader.readLine())
                    .map(line -> line.strip().replaceAll("\\s+", " "));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
