package weighbridge.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import weighbridge.text.ForeignText;

/**
 * A text file that is written whole or not at all: who reads it never meets half of it. Nor does it hold half of a
 * character: UTF-8 has none, and one in the words of a server must not cost the file.
 */
public final class WholeFile {
    private WholeFile() {}

    /** Writes this text in the place of what lies there, also of a link. */
    public static void write(Path file, String text) throws IOException {
        Path half = file.resolveSibling("." + file.getFileName() + ".half");
        // Made anew: what lies there in a folder of somebody else may be a link to any file of ours.
        Files.deleteIfExists(half);
        Files.writeString(half, ForeignText.whole(text), StandardOpenOption.CREATE_NEW);
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
