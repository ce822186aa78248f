package weighbridge.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import weighbridge.text.Fault;
import weighbridge.text.LocaleText;

/**
 * Paths as whoever starts the launcher means them. The launcher works in its own folder; a relative path counts from the
 * caller's, and where nothing is there from the launcher's.
 */
final class CallerPath implements ITypeConverter<Path> {
    /** The caller's folder, as the launcher passes it on. */
    static final String CALLER = "weighbridge.caller";

    @Override
    public Path convert(String text) {
        try {
            return of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    LocaleText.fault("path", text).map(Fault::line).orElse('"' + text + "\" is no path"));
        }
    }

    /** @throws InvalidPathException where it is none */
    static Path of(String text) {
        Path path = Path.of(text);
        String caller = System.getProperty(CALLER);
        if (caller == null || path.isAbsolute()) {
            return path;
        }
        Path there = Path.of(caller).resolve(path).normalize();
        boolean same = there.equals(path.toAbsolutePath().normalize());
        return !same && Files.exists(there) ? there : path;
    }

    /** A target as it was named: the path of a folder, or a word that is a name. */
    static String target(String word) {
        try {
            return word.contains("/") || word.startsWith(".") ? of(word).toString() : word;
        } catch (InvalidPathException e) {
            return word; // whoever reads it says so
        }
    }
}
