package weighbridge.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetFileTest {
    private static final String LEAST = """
            name: a
            version: "1"
            command: [serve, "{port}"]
            url: /
            """;

    @TempDir
    private Path folder;

    @Test
    void readsEveryKey() throws IOException {
        Target target = read("""
                name: netty
                version: {command: [java, -jar, target/netty.jar, --version]}   # or a plain string
                build:                       # optional
                  command: [mvn, -q, -f, .., package]
                  produces: target/netty.jar
                  sources: [src, pom.xml, ../pom.xml]
                command: [java, -XX:+UseSerialGC, -Xmx256m, -jar, target/netty.jar, "{port}"]
                url: "/hello?name=World"
                expect: {status: 200, body: "Hello World!"}
                ready: {url: /, status: 204, timeout: 1.5s}
                env: {MODE: quiet, LEVEL: 3}
                """);

        assertThat(target)
                .isEqualTo(new Target(
                        folder,
                        "netty",
                        new Version.Printed(List.of("java", "-jar", "target/netty.jar", "--version")),
                        Optional.of(new Build(
                                List.of("mvn", "-q", "-f", "..", "package"),
                                folder.resolve("target/netty.jar"),
                                List.of(
                                        folder.resolve("src"),
                                        folder.resolve("pom.xml"),
                                        folder.resolveSibling("pom.xml")),
                                Duration.ofMinutes(15))),
                        new Serving.Started(
                                List.of("java", "-XX:+UseSerialGC", "-Xmx256m", "-jar", "target/netty.jar", "{port}"),
                                Map.of("MODE", "quiet", "LEVEL", "3")),
                        Traffic.of(Request.get("/hello?name=World", new Expectation(200, Optional.of("Hello World!")))),
                        new Readiness("/", new Expectation(204, Optional.empty()), Duration.ofMillis(1500))));
    }

    @Test
    void fillsInWhatIsNotGiven() throws IOException {
        Expectation ok = new Expectation(200, Optional.empty());

        assertThat(read(LEAST))
                .isEqualTo(new Target(
                        folder,
                        "a",
                        new Version.Written("1"),
                        Optional.empty(),
                        new Serving.Started(List.of("serve", "{port}"), Map.of()),
                        Traffic.of(Request.get("/", ok)),
                        new Readiness("/", ok, Duration.ofSeconds(30))));
        assertThat(read(LEAST + "build: {command: [make], produces: out/a}\n").build())
                .contains(new Build(List.of("make"), folder.resolve("out/a"), List.of(), Duration.ofMinutes(15)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // nothing of its own: the main question; a question of its own: the main body says nothing about it
                "{}                                  | /x     | 201 | yes",
                "{timeout: 1s}                       | /x     | 201 | yes",
                "{status: 404}                       | /x     | 404 |",
                "{url: /health}                      | /health| 200 |",
                "{url: /health, status: 204}         | /health| 204 |",
            })
    void readinessTakesOverWhatItDoesNotSay(String ready, String url, int status, String body) throws IOException {
        String text = LEAST.replace("url: /", "url: /x") + "expect: {status: 201, body: 'yes'}\nready: " + ready;

        Readiness read = read(text).ready();

        assertThat(read.url()).isEqualTo(url);
        assertThat(read.expect()).isEqualTo(new Expectation(status, Optional.ofNullable(body)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.10        | 1.10",
                "1e3         | 1e3",
                "0x1F        | 0x1F",
                "true        | true",
                "2026-11-23  | 2026-11-23",
                "'\"null\"'  | null",
                "~           | ~",
                "4.2.Final   | 4.2.Final",
            })
    void plainValuesStayTheTextThatIsWritten(String yaml, String text) throws IOException {
        Target target =
                read(LEAST.replace("\"1\"", yaml) + "expect: {body: " + yaml + "}\nenv: {VALUE: " + yaml + "}\n");

        assertThat(target.version()).isEqualTo(new Version.Written(text));
        assertThat(target.request().expect().body()).contains(text);
        assertThat(target.env()).containsEntry("VALUE", text);
    }

    @Test
    void aByteOrderMarkIsNoFault() throws IOException {
        assertThat(read("\uFEFF" + LEAST).name()).isEqualTo("a");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(
                        "unknown key",
                        LEAST + "urll: /x\n",
                        "target.yaml:5: urll: found an unknown key; allowed: name, version, build, command, url, expect,"
                                + " ready, env; fix: correct its spelling or remove it"),
                arguments(
                        "unknown inner keys",
                        LEAST + "expect:\n  status: 200\n  boddy: x\nready: {path: /}\nbuild: {cmd: x}\n",
                        """
                        target.yaml:9: build.command: found nothing; allowed: a list of arguments; \
                        fix: add a line such as  command: [make]
                        target.yaml:9: build.produces: found nothing; allowed: a text; \
                        fix: add a line such as  produces: target/server.jar
                        target.yaml:9: build.cmd: found an unknown key; allowed: command, produces, sources, timeout; \
                        fix: correct its spelling or remove it
                        target.yaml:7: expect.boddy: found an unknown key; allowed: status, body; \
                        fix: correct its spelling or remove it
                        target.yaml:8: ready.path: found an unknown key; allowed: url, status, timeout; \
                        fix: correct its spelling or remove it"""),
                arguments("all that is missing", "env: {}\n", """
                        target.yaml:1: name: found nothing; allowed: a text; fix: add a line such as  name: myserver
                        target.yaml:1: version: found nothing; allowed: a text; fix: add a line such as  version: "1.0"
                        target.yaml:1: command: found nothing; allowed: a list of arguments; \
                        fix: add a line such as  command: [./myserver, "{port}"]
                        target.yaml:1: url: found nothing; allowed: a path; fix: add a line such as  url: /hello"""),
                arguments("nulls", "name:\nversion: null\ncommand:\nurl:\nexpect:\nready:\nenv:\nbuild:\n", """
                        target.yaml:1: name: found nothing; allowed: a text; \
                        fix: put one value there, in quotes if it has special characters
                        target.yaml:2: version: found nothing; allowed: a text; \
                        fix: put one value there, in quotes if it has special characters
                        target.yaml:8: build: found nothing; allowed: keys with values; fix: write it as build: {key: value}
                        target.yaml:3: command: found nothing; allowed: a list, never a shell line; \
                        fix: write it as command: [first, second]
                        target.yaml:4: url: found nothing; allowed: a text; \
                        fix: put one value there, in quotes if it has special characters
                        target.yaml:5: expect: found nothing; allowed: keys with values; \
                        fix: write it as expect: {key: value}
                        target.yaml:6: ready: found nothing; allowed: keys with values; fix: write it as ready: {key: value}
                        target.yaml:7: env: found nothing; allowed: keys with values; fix: write it as env: {key: value}"""),
                arguments(
                        "texts that are empty",
                        "name: ''\nversion: ' '\ncommand: [serve, '{port}']\nurl: ''\nbuild: {command: [m], produces: ''}\n",
                        """
                        target.yaml:1: name: found ""; allowed: a text that is not empty; \
                        fix: write for example name: myserver
                        target.yaml:2: version: found " "; allowed: a text that is not empty; \
                        fix: write for example version: "1.0"
                        target.yaml:5: build.produces: found ""; allowed: a text that is not empty; \
                        fix: write for example produces: target/server.jar
                        target.yaml:4: url: found ""; allowed: path and query, starting with one '/', percent-encoded; \
                        fix: write for example url: "/hello?name=World"; host and port are Weighbridge's"""),
                arguments(
                        "lists where a text is meant",
                        LEAST.replace("name: a", "name: [a]") + "env: {A: [x], B: {c: d}}\n",
                        """
                        target.yaml:1: name: found a list; allowed: a text; \
                        fix: put one value there, in quotes if it has special characters
                        target.yaml:5: env.A: found a list; allowed: a text; \
                        fix: put one value there, in quotes if it has special characters
                        target.yaml:5: env.B: found keys with values; allowed: a text; \
                        fix: put one value there, in quotes if it has special characters"""),
                arguments("texts where keys are meant", LEAST + "expect: 200\nready: [/]\n", """
                        target.yaml:5: expect: found "200"; allowed: keys with values; fix: write it as expect: {key: value}
                        target.yaml:6: ready: found a list; allowed: keys with values; fix: write it as ready: {key: value}"""),
                arguments(
                        "a shell line",
                        LEAST.replace("[serve, \"{port}\"]", "serve {port} | tee log"),
                        "target.yaml:3: command: found \"serve {port} | tee log\"; allowed: a list, never a shell line;"
                                + " fix: write it as command: [first, second]"),
                arguments(
                        "an empty list",
                        LEAST.replace("[serve, \"{port}\"]", "[]"),
                        "target.yaml:3: command: found an empty list; allowed: at least one entry;"
                                + " fix: name the entries, or leave command out"),
                arguments("{port} without quotes is a map", LEAST.replace("\"{port}\"", "{port}"), """
                        target.yaml:3: command: found keys with values; allowed: a text; \
                        fix: put one value there, in quotes if it has special characters
                        target.yaml:3: command: found no {port}; allowed: an argument with {port}; \
                        fix: add "{port}" where the port goes"""),
                arguments(
                        "no {port}",
                        LEAST.replace("{port}", "8000"),
                        "target.yaml:3: command: found no {port}; allowed: an argument with {port};"
                                + " fix: add \"{port}\" where the port goes"),
                arguments(
                        "a name that is no file name",
                        LEAST.replace("name: a", "name: ../a b"),
                        "target.yaml:1: name: found \"../a b\"; allowed: 1 to 64 letters, digits, '.', '_', '-';"
                                + " fix: rename the target"),
                arguments(
                        "the name of the process that hammers",
                        LEAST.replace("name: a", "name: Main"),
                        "target.yaml:1: name: found \"Main\"; allowed: any name but main and sink, which are"
                                + " Weighbridge's own; fix: rename the target"),
                arguments(
                        "the name of the do-nothing server",
                        LEAST.replace("name: a", "name: sink"),
                        "target.yaml:1: name: found \"sink\"; allowed: any name but main and sink, which are"
                                + " Weighbridge's own; fix: rename the target"),
                arguments("wrong numbers", LEAST + "expect: {status: 600}\nready: {status: 2e2, timeout: 0s}\n", """
                        target.yaml:5: expect.status: found "600"; allowed: a whole number from 100 to 599; \
                        fix: put in such a number
                        target.yaml:6: ready.status: found "2e2"; allowed: a whole number from 100 to 599; \
                        fix: put in such a number
                        target.yaml:6: ready.timeout: found "0s"; allowed: a number with its unit ms, s or m, \
                        such as 500ms, 1.5s or 2m; fix: write for example timeout: 30s"""),
                arguments("a key twice", LEAST + "url: /x\nexpect:\n  status: 200\n  status: 201\n", """
                        target.yaml:5: url: found the key a second time; allowed: each key once; fix: keep one of the two
                        target.yaml:8: expect.status: found the key a second time; allowed: each key once; \
                        fix: keep one of the two"""),
                arguments(
                        "a variable that no process can have",
                        LEAST + "env: {A=B: x, '': y, A B: z, GOOD.name-1: w}\n",
                        """
                        target.yaml:5: env.A=B: found "A=B" as a name; allowed: names without blanks and '='; \
                        fix: rename the variable
                        target.yaml:5: env.: found "" as a name; allowed: names without blanks and '='; \
                        fix: rename the variable
                        target.yaml:5: env.A B: found "A B" as a name; allowed: names without blanks and '='; \
                        fix: rename the variable"""),
                arguments(
                        "a character that no path can have",
                        LEAST + "build: {command: [m], produces: \"a\\0b\", sources: [\"\\0\"]}\n",
                        """
                        target.yaml:5: build.produces: found "a?b"; allowed: a text without the character 0; \
                        fix: remove the \\0
                        target.yaml:5: build.sources: found "?"; allowed: a text without the character 0; \
                        fix: remove the \\0"""),
                arguments(
                        "control characters in what is shown",
                        LEAST.replace("name: a", "name: \"\\e[31m\\x9b2J\\u202e\\n\\t\""),
                        "target.yaml:1: name: found \"?[31m?2J???\"; allowed: 1 to 64 letters, digits, '.', '_', '-';"
                                + " fix: rename the target"),
                arguments(
                        "control characters in a key",
                        LEAST + "\"\\eevil\\n\": x\n",
                        "target.yaml:5: ?evil?: found an unknown key; allowed: name, version, build, command, url, expect,"
                                + " ready, env; fix: correct its spelling or remove it"),
                arguments(
                        "a merge key is no key of ours",
                        LEAST + "<<: {url: /x}\n",
                        "target.yaml:5: <<: found an unknown key; allowed: name, version, build, command, url, expect,"
                                + " ready, env; fix: correct its spelling or remove it"),
                // From here on the file is no YAML, or not such as we take: one line says where.
                arguments(
                        "tabs",
                        "expect:\n\tstatus: 200\n",
                        "target.yaml:2: found no YAML: found character '\\t(TAB)' that cannot start any token."
                                + " (Do not use \\t(TAB) for indentation); allowed: YAML; fix: mend the line; tabs never indent"),
                arguments(
                        "an open bracket",
                        "name: a\ncommand: [serve\n",
                        "target.yaml:3: found no YAML: expected ',' or ']', but got <stream end>; allowed: YAML;"
                                + " fix: mend the line; tabs never indent"),
                arguments(
                        "a raw control character",
                        "name: \u0001\n",
                        "target.yaml: found no YAML: special characters are not allowed; allowed: YAML; fix: mend the file"),
                arguments(
                        "a list as a key",
                        "? [a]\n: b\n",
                        "target.yaml: found no YAML: Non scalar key is detected but it is not configured to be allowed.;"
                                + " allowed: YAML; fix: mend the file"),
                arguments(
                        "several documents",
                        LEAST + "---\nname: b\n",
                        "target.yaml:5: found no YAML: but found another document; allowed: YAML;"
                                + " fix: mend the line; tabs never indent"),
                arguments(
                        "an anchor",
                        "name: &x a\nversion: *x\n",
                        "target.yaml:1: found an anchor or alias; allowed: values as such;"
                                + " fix: write the value out at each place"),
                arguments(
                        "an alias of nothing",
                        "name: a\nversion: *x\n",
                        "target.yaml:2: found an anchor or alias; allowed: values as such;"
                                + " fix: write the value out at each place"),
                arguments(
                        "an alias bomb",
                        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
                        "target.yaml:1: found an anchor or alias; allowed: values as such;"
                                + " fix: write the value out at each place"),
                arguments(
                        "a bomb of brackets",
                        "a:\n  " + "[".repeat(60_000),
                        "target.yaml:2: found values nested too deeply; allowed: 16 levels;"
                                + " fix: remove brackets or indentation"),
                arguments(
                        "a bomb of dashes",
                        "- ".repeat(30_000),
                        "target.yaml:1: found values nested too deeply; allowed: 16 levels;"
                                + " fix: remove brackets or indentation"),
                arguments("empty file", "", NO_KEYS),
                arguments("only a comment", "# nothing yet\n", NO_KEYS),
                arguments("a list at top level", "- name: a\n", NO_KEYS),
                arguments("a word at top level", "netty\n", NO_KEYS));
    }

    private static final String NO_KEYS =
            "target.yaml:1: found no keys; allowed: keys with values; fix: start with a line  name: myserver";

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void saysWhatIsWrongAndWhere(String what, String yaml, String lines) {
        assertThat(faultsOf(yaml)).as(what).isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello",
                "//host/x",
                "http://127.0.0.1:9/x",
                "/a b",
                "/a#b",
                "/ä",
                "/%zz",
                "/a?b=\"c\"",
                "/a\\b",
                "?a=b",
                "/a^b",
                "/{port}",
                "/\u202e",
            })
    void refusesWhatIsNoPath(String url) {
        String found = url.replace("\u202e", "?");
        assertThat(faultsOf(LEAST.replace("url: /", "url: '" + url + "'") + "ready: {url: '" + url + "'}\n"))
                .isEqualTo("""
                        target.yaml:4: url: found "%1$s"; allowed: path and query, starting with one '/', percent-encoded; \
                        fix: write for example url: "/hello?name=World"; host and port are Weighbridge's
                        target.yaml:5: ready.url: found "%1$s"; allowed: path and query, starting with one '/', \
                        percent-encoded; fix: write for example url: "/hello?name=World"; host and port are Weighbridge's""".formatted(found));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/", "/hello/World", "/?name=World&x=%C3%A4+b", "/a//b", "/a:b@c;d=1", "/a?u=http://h/"})
    void takesEveryPathAndQuery(String url) throws IOException {
        Target target = read(LEAST.replace("url: /", "url: '" + url + "'"));

        assertThat(new Assignment(target, 8000).url()).hasToString("http://127.0.0.1:8000" + url);
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Files.write(folder.resolve("target.yaml"), "name: \u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(message())
                .isEqualTo(
                        "target.yaml: found bytes that are not UTF-8; allowed: UTF-8 text; fix: save the file as UTF-8");

        Files.writeString(folder.resolve("target.yaml"), "#".repeat(65_537));
        assertThat(message())
                .isEqualTo("target.yaml: found 65537 bytes; allowed: at most 65536 bytes; fix: shorten it");
    }

    @Test
    void refusesAFileThatIsNotThere() throws IOException {
        String noFile =
                "target.yaml: found no such file; allowed: a file target.yaml; fix: create it, or name another folder";
        assertThat(message()).isEqualTo(noFile);

        Files.createDirectory(folder.resolve("target.yaml"));
        assertThat(message()).isEqualTo(noFile);
    }

    @Test
    void showsFilesBelowTheWorkingDirectoryAsTheyAreTyped() {
        InputException e = catchThrowableOfType(
                InputException.class,
                () -> TargetFile.read(Path.of("no-such", "..", "no-such-target").toAbsolutePath()));

        assertThat(e).hasMessageStartingWith(Path.of("no-such-target", "target.yaml") + ": found no such file;");
    }

    private Target read(String yaml) throws IOException {
        Files.writeString(folder.resolve("target.yaml"), yaml);
        return TargetFile.read(folder);
    }

    private String faultsOf(String yaml) {
        try {
            Files.writeString(folder.resolve("target.yaml"), yaml);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return message();
    }

    private String message() {
        InputException e = catchThrowableOfType(InputException.class, () -> TargetFile.read(folder));
        assertThat(e).isNotNull();
        return e.getMessage().replace(folder + File.separator, "");
    }
}
