package weighbridge.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The lines "Key: 12 kB" of a file in {@code /proc/PID}. */
record ProcFields(List<String> lines) {

    /** @throws IOException when the process is gone, or its figures are not for us */
    static ProcFields read(long pid, String file) throws IOException {
        // In status a program may have given itself any name, so every byte must be a character.
        return new ProcFields(
                Files.readAllLines(Path.of("/proc", Long.toString(pid), file), StandardCharsets.ISO_8859_1));
    }

    /** The value of a key, in bytes; empty when this kernel, or an ended process, has none. */
    OptionalLong bytes(String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + ":") && line.endsWith(" kB"))
                .mapToLong(line -> Long.parseLong(line.substring(key.length() + 1, line.length() - 3)
                                .strip())
                        * 1024)
                .findFirst();
    }
}
