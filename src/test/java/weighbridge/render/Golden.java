package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that seal a format. {@code ./mvnw test -Dgolden=update} writes them anew; read the difference before committing. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Holds a text against the file of this name. */
    public static void check(String name, String text) throws IOException {
        check(FOLDER.resolve(name), text);
    }

    /** Holds a text against a file that lies elsewhere. */
    public static void check(Path file, String text) throws IOException {
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
