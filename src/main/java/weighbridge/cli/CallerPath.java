package weighbridge.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.text.TypedPath;

/** Reads the paths among the words of a command. */
final class CallerPath implements ITypeConverter<Path> {
    /** @throws InputException where it is none */
    @Override
    public Path convert(String text) {
        try {
            return TypedPath.of(text);
        } catch (InvalidPathException e) {
            throw InputException.of(List.of(TypedPath.fault("path", text)
                    .orElse(new Fault("path", "", '"' + text + "\", which is none", "a path", "correct it"))));
        }
    }
}
