package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weighbridge.text.Hosts;
import weighbridge.text.InputException;

class TargetSchemaTest {
    private static final Path TARGETS = Path.of("targets");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.find(
                TARGETS,
                5,
                (path, attributes) ->
                        path.endsWith("target.yaml") && !path.toString().contains("node_modules"))) {
            return files.sorted().toList();
        }
    }

    static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("README.md")) + Files.readString(Path.of("docs/targets.md")))
                .results()
                .map(match -> match.group(1).stripIndent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTargetOfTheProjectIsValid(Path file) throws IOException {
        assertThat(EditorSchema.faults(Files.readString(file))).isEmpty();
        assertThat(TargetFile.read(file.getParent(), new Hosts(List.of()))
                        .target()
                        .name())
                .isEqualTo(file.getParent().getFileName().toString());
    }

    /** So that an editor completes and explains the keys. */
    @ParameterizedTest
    @MethodSource("files")
    void everyTargetOfTheProjectNamesTheSchema(Path file) throws IOException {
        Path schema = file.toAbsolutePath()
                .getParent()
                .relativize(Path.of(EditorSchema.PATH).toAbsolutePath());

        assertThat(Files.readAllLines(file)).startsWith("# yaml-language-server: $schema=" + schema);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleOfTheGuideIsValid(String yaml) throws IOException {
        Files.createDirectory(folder.resolve("src"));
        Files.writeString(folder.resolve("nginx.conf.template"), "listen 127.0.0.1:{port};");
        Files.writeString(folder.resolve("target.yaml"), yaml);

        assertThat(EditorSchema.faults(yaml)).isEmpty();
        assertThat(TargetFile.read(folder, new Hosts(List.of())).target()).isNotNull();
    }

    @Test
    void theGuideNamesEveryKey() throws IOException {
        JsonNode schema = JsonMapper.shared().readTree(Path.of(EditorSchema.PATH));
        List<String> inTable = Pattern.compile("^\\| `([a-zA-Z]+)", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("docs/targets.md")))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();

        assertThat(inTable).containsExactlyElementsOf(schema.get("properties").propertyNames());
    }

    @Test
    void theSchemaIsOne() throws IOException {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(Files.readString(Path.of(EditorSchema.PATH)), InputFormat.JSON))
                .isEmpty();
    }

    /** A key that one of them does not know would be a fault in an editor or in a run, and none in the other. */
    @Test
    void schemaAndReaderKnowTheSameKeys() throws IOException {
        JsonNode schema = JsonMapper.shared().readTree(Path.of(EditorSchema.PATH));
        Files.writeString(folder.resolve("target.yaml"), """
                name: a
                version: "1"
                command: ["{port}"]
                url: /
                x: 1
                build: {command: [a], produces: b, x: 1}
                expect: {x: 1}
                ready: {x: 1}
                then: [{url: /, x: 1}]
                """);

        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "x: " + keys(schema),
                        "build.x: " + keys(schema.at("/properties/build")),
                        "expect.x: " + keys(schema.at("/$defs/expect")),
                        "ready.x: " + keys(schema.at("/properties/ready")),
                        "then[0].x: " + keys(schema.at("/properties/then/items")));
    }

    private static String keys(JsonNode object) {
        return String.join(", ", object.get("properties").propertyNames());
    }

    /** Key and allowed keys of each unknown key. */
    private List<String> faults() {
        try {
            TargetFile.read(folder, new Hosts(List.of()));
            return List.of();
        } catch (InputException e) {
            return e.getMessage()
                    .lines()
                    .map(line -> line.replaceFirst(
                            "^.*?:\\d+: (.*?): found an unknown key; allowed: (.*?); fix.*", "$1: $2"))
                    .toList();
        }
    }
}
