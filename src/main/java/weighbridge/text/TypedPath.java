package weighbridge.text;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Paths as whoever typed them means them: a relative one counts from the folder of the shell. The launcher and Maven start
 * their JVMs in the project's folder, and pass that of the shell on.
 */
public final class TypedPath {
    /** The property with the folder of the shell; where it is not given, that is the working directory. */
    public static final String FOLDER = "weighbridge.caller";

    private TypedPath() {}

    /**
     * The path that is meant: as it was typed where the shell is in the working directory, and else an absolute one.
     *
     * @throws InvalidPathException where it is none, or the folder of the shell has characters that the locale lacks
     */
    public static Path of(String text) {
        Path path = Path.of(text);
        String folder = System.getProperty(FOLDER);
        if (folder == null || path.isAbsolute()) {
            return path;
        }
        Path meant = Path.of(folder).resolve(path).normalize();
        return meant.equals(path.toAbsolutePath().normalize()) ? path : meant;
    }

    /** A word that may be a path or a name: one with a slash, or that starts with a dot, is a path. */
    public static String word(String word) {
        boolean isPath = word.contains("/") || word.contains("\\") || word.startsWith(".");
        try {
            Path path = Path.of(word);
            return isPath && !path.equals(of(word)) ? of(word).toString() : word;
        } catch (InvalidPathException e) {
            return word; // whoever reads it says so
        }
    }

    /** The folder that relative paths count from. */
    public static Path folder() {
        return of("").toAbsolutePath();
    }

    /** What is wrong where the locale lacks characters of a path, or of the folder that it counts from. */
    public static Optional<Fault> fault(String where, String text) {
        return LocaleText.fault(where, text)
                .or(() -> LocaleText.fault("folder", System.getProperty(FOLDER, System.getProperty("user.dir"))));
    }
}
