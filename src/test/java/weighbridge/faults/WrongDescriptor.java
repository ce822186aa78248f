package weighbridge.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A target that is described wrongly, in one way.
 *
 * @param kind what is wrong
 * @param yaml the text of its {@code target.yaml}, where one text is all it takes
 * @param making what is put into its folder
 * @param words what is selected then
 * @param line the one line that it gives, its folder left out
 * @param inSchema whether the JSON Schema can tell it too
 */
record WrongDescriptor(String kind, Optional<String> yaml, Making making, Words words, String line, boolean inSchema) {
    /** The least that a started server needs. Were it started, its folder would show it. */
    static final String LEAST = """
            name: a
            version: "1"
            command: [touch, "started-{port}"]
            url: /
            """;

    /** The least that a running server needs. */
    static final String RUNNING = """
            name: a
            version: "1"
            url: "http://localhost:8080/"
            """;

    /** Fills a folder. */
    interface Making {
        void make(Path folder) throws IOException;
    }

    /** Selects what is in a folder. */
    interface Words {
        List<String> of(Path folder);
    }

    static WrongDescriptor of(String kind, String yaml, String line) {
        Making making = folder -> write(folder, yaml);
        return new WrongDescriptor(kind, Optional.of(yaml), making, folder -> List.of(folder.toString()), line, false);
    }

    static WrongDescriptor made(String kind, Making making, String line) {
        return new WrongDescriptor(kind, Optional.empty(), making, folder -> List.of(folder.toString()), line, false);
    }

    /** With these words selected, {@code @} standing for the folder. */
    WrongDescriptor selected(String... selected) {
        Words chosen = folder -> List.of(selected).stream()
                .map(word -> word.replace("@", folder.toString()))
                .toList();
        return new WrongDescriptor(kind, yaml, making, chosen, line, inSchema);
    }

    /** That the JSON Schema can tell too. */
    WrongDescriptor schema() {
        return new WrongDescriptor(kind, yaml, making, words, line, true);
    }

    /** What is selected, after it has been made in a folder of its own. */
    List<String> makeIn(Path root) throws IOException {
        Path folder = Files.createDirectories(folderIn(root));
        making.make(folder);
        return words.of(folder);
    }

    Path folderIn(Path root) {
        return root.resolve(kind.replaceAll("[^A-Za-z0-9]+", "-"));
    }

    Row row() {
        return new Row(kind, line, 1, "nothing", "nothing");
    }

    @Override
    public String toString() {
        return kind;
    }

    static void write(Path folder, String yaml) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("target.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
    }
}
