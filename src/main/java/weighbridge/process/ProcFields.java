package weighbridge.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The lines "Key: value" of a file in {@code /proc/PID}. */
record ProcFields(List<String> lines) {

    /** @throws IOException when the process is gone, or its figures are not for us */
    static ProcFields read(long pid, String file) throws IOException {
        // In status a program may have given itself any name, so every byte must be a character.
        return new ProcFields(
                Files.readAllLines(Path.of("/proc", Long.toString(pid), file), StandardCharsets.ISO_8859_1));
    }

    /** The value of a key; empty where this kernel, or an ended process, has none. */
    Optional<String> text(String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).strip())
                .findFirst();
    }

    /** The value of a key, in bytes; empty when this kernel, or an ended process, has none. */
    OptionalLong bytes(String key) {
        Optional<String> value = text(key).filter(text -> text.endsWith(" kB"));
        return value.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        1024 * Long.parseLong(value.get().replace(" kB", "").strip()));
    }
}
