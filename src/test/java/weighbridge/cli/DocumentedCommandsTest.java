package weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README and docs tell to type is understood. */
class DocumentedCommandsTest {
    private static final Pattern COMMAND = Pattern.compile("\\./weighbridge ([^`\\n#)]+)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    static Stream<String> commands() throws IOException {
        StringBuilder pages = new StringBuilder(Files.readString(Path.of("README.md")));
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            for (Path page : docs.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                pages.append(Files.readString(page));
            }
        }
        return COMMAND.matcher(pages)
                .results()
                .map(command -> command.group(1).strip())
                .filter(command -> !command.startsWith("<"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isUnderstood(String command) {
        String[] words = WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);

        assertThatCode(() -> Weighbridge.commandLine(words).parseArgs(words)).doesNotThrowAnyException();
    }

    @Test
    void theyAreAllThatPeopleNeed() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        commands().forEach(command -> named.add(command.split(" ")[0]));
        List<String> forPeople = new ArrayList<>(Weighbridge.names());
        // A step of the gate in Maven.
        forPeople.remove("baseline");

        assertThat(named).containsAll(forPeople);
    }
}
