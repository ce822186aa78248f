package weighbridge.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import weighbridge.text.Fault;
import weighbridge.text.TypedPath;

/** Reads the paths among the words of a command. */
final class CallerPath implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
        try {
            return TypedPath.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    TypedPath.fault("path", text).map(Fault::line).orElse('"' + text + "\" is no path"));
        }
    }
}
