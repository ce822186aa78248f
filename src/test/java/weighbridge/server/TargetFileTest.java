package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.File;
import java.io.IOException;
import java.net.URI;
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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weighbridge.text.Hosts;
import weighbridge.text.InputException;
import weighbridge.text.Limits;

class TargetFileTest {
    private static final String LEAST = """
            name: a
            version: "1"
            command: [serve, "{port}"]
            url: /
            """;

    private static final Hosts HERE = new Hosts(List.of());

    @TempDir
    private Path folder;

    @Test
    void readsEveryKeyOfAServerThatIsStarted() throws IOException {
        Files.createDirectories(folder.resolve("own/src"));
        Files.writeString(folder.resolve("own/pom.xml"), "");
        Files.writeString(folder.resolve("pom.xml"), "");
        folder = folder.resolve("own");
        Target target = read("""
                name: netty
                version: {command: [java, -jar, target/netty.jar, --version]}   # or a plain string
                build:                       # optional
                  command: [mvn, -q, -f, .., package]
                  produces: target/netty.jar
                  sources: [src, pom.xml, ../pom.xml]
                  timeout: 120m
                command: [java, -XX:+UseSerialGC, -Xmx256m, -jar, target/netty.jar, "{port}"]
                url: "/hello?name=World"
                expect: {status: 200, body: "Hello World!"}
                ready: {url: /, status: 204, timeout: 1.5s}
                env: {MODE: quiet, LEVEL: 3}
                limits: {cpus: 0.5, memory: 256MiB}
                """);

        assertThat(target)
                .isEqualTo(new Target(
                        folder,
                        "netty",
                        new Version.Printed(List.of("java", "-jar", "target/netty.jar", "--version"), Optional.empty()),
                        Optional.of(new Build(
                                List.of("mvn", "-q", "-f", "..", "package"),
                                folder.resolve("target/netty.jar"),
                                List.of(
                                        folder.resolve("src"),
                                        folder.resolve("pom.xml"),
                                        folder.resolveSibling("pom.xml")),
                                Duration.ofHours(2))),
                        new Serving.Started(
                                List.of("java", "-XX:+UseSerialGC", "-Xmx256m", "-jar", "target/netty.jar", "{port}"),
                                Map.of("MODE", "quiet", "LEVEL", "3"),
                                Map.of(),
                                new Limits(0.5, 256L << 20)),
                        Traffic.of(Request.get("/hello?name=World", new Expectation(200, Optional.of("Hello World!")))),
                        new Readiness("/", new Expectation(204, Optional.empty()), Duration.ofMillis(1500))));
    }

    @Test
    void readsEveryKeyOfARequest() throws IOException {
        Target target = read(LEAST + """
                method: POST
                headers: {Content-Type: application/json, X-Empty: ""}
                body: '{"name": "World"}'
                expect: {status: 201}
                then:
                  - url: /hello/World
                    expect: {body: Hello World!}
                  - {url: /hello/World, method: DELETE, headers: {Accept: "*/*"}, expect: {status: 204, body: ""}}
                callsPerUser: 30
                keepAlive: true
                ready: {url: /, timeout: 1ms}
                """);

        assertThat(target.traffic())
                .isEqualTo(new Traffic(
                        List.of(
                                new Request(
                                        "POST",
                                        "/",
                                        Map.of("Content-Type", "application/json", "X-Empty", ""),
                                        Optional.of("{\"name\": \"World\"}"),
                                        new Expectation(201, Optional.empty())),
                                Request.get("/hello/World", new Expectation(200, Optional.of("Hello World!"))),
                                new Request(
                                        "DELETE",
                                        "/hello/World",
                                        Map.of("Accept", "*/*"),
                                        Optional.empty(),
                                        new Expectation(204, Optional.of("")))),
                        30,
                        true));
    }

    @Test
    void aUserAsksEachRequestOnceUnlessToldOtherwise() throws IOException {
        assertThat(read(LEAST + "then: [{url: /a}, {url: /b}]\n").traffic().callsPerUser())
                .isEqualTo(3);
        assertThat(read(LEAST + "then: [{url: /a}, {url: /b}]\ncallsPerUser: 1\n")
                        .traffic()
                        .callsPerUser())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://localhost:8080/hello?name=World | http://localhost:8080 | /hello?name=World",
                "HTTP://LocalHost                       | http://LocalHost:80   | /",
                "http://127.0.0.1:65535                 | http://127.0.0.1:65535| /",
                "http://127.255.0.10:1?a=b              | http://127.255.0.10:1 | /?a=b",
                "http://[::1]:8080/                     | http://[::1]:8080     | /",
                "http://[::1]/a                         | http://[::1]:80       | /a",
                "http://Server.Example:8080/a@b         | http://Server.Example:8080 | /a@b",
                "http://[2001:db8::1]:8080/a            | http://[2001:DB8::1]:8080 | /a",
            })
    void anAbsoluteUrlIsAServerThatRunsAlready(String url, String base, String path) throws IOException {
        Hosts hosts = new Hosts(List.of("server.example", "[2001:DB8::1]"));
        Target target = read(running(url), hosts);

        assertThat(target.serving()).isInstanceOfSatisfying(Serving.Running.class, running -> {
            assertThat(running.base().toString()).isEqualToIgnoringCase(base);
            assertThat(running.process()).isEmpty();
            assertThat(Assignment.running(target, running).url().toString()).isEqualToIgnoringCase(base + path);
        });
        assertThat(target.request().url()).isEqualTo(path);
        assertThat(target.ready().url()).isEqualTo(path);
        assertThat(target.build()).isEmpty();
    }

    @Test
    void aRunningServerIsWeighedByItsPidOrItsPidFile() throws IOException {
        assertThat(read(running("http://localhost/") + "pid: 4194304\n").serving())
                .isEqualTo(new Serving.Running(
                        URI.create("http://localhost:80"), Optional.of(new PidSource.Written(4_194_304))));
        assertThat(read(running("http://localhost/") + "pidFile: run/../run/server.pid\n")
                        .serving())
                .isEqualTo(new Serving.Running(
                        URI.create("http://localhost:80"),
                        Optional.of(new PidSource.InFile(folder.resolve("run/server.pid")))));
    }

    /** Everybody else's braces. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "f() { echo {port}; }; f",
                "PORT=${PORT:-{port}} exec serve",
                "{\"port\": {port}, \"host\": \"{host}\"}",
                "awk '{print}' /etc/{hosts} {port}",
                "{port}{}",
                "/users/{id}:{port}",
                "http://127.0.0.1:{port}",
                "--port={port}",
            })
    void bracesThatAreNoPlaceholdersStay(String argument) throws IOException {
        String yaml = LEAST.replace("\"{port}\"", "'" + argument.replace("'", "''") + "'")
                + "env: {A: '${HOME}', B: '{\"a\": 1}', C: 'x {host} y'}\n";

        assertThat(((Serving.Started) read(yaml).serving()).command()).containsExactly("serve", argument);
    }

    /** In a variable, or in a file, is as good as in the command. */
    @Test
    void thePortMayStandInAVariableOrInAFile() throws IOException {
        String nowhere = LEAST.replace(", \"{port}\"", "");
        Files.write(folder.resolve("a.template"), new byte[] {(byte) 0xff, '{', 'p', 'o', 'r', 't', '}'});

        Target file = read(nowhere + "files: {conf/a: a.template}\n");
        Target variable = read(nowhere + "env: {PORT: \"{port}\", HOME: \"{folder}\", MODE: quiet}\n");

        assertThat(file.serving())
                .isEqualTo(new Serving.Started(
                        List.of("serve"), Map.of(), Map.of("conf/a", folder.resolve("a.template")), Limits.NONE));
        assertThat(new Assignment(variable, 8000).env())
                .containsOnly(entry("PORT", "8000"), entry("HOME", "{folder}"), entry("MODE", "quiet"));
        assertThat(variable.envOfCommands()).containsOnly(entry("MODE", "quiet"));
    }

    @Test
    void theVersionMayBeFoundByAPattern() throws IOException {
        assertThat(read(LEAST.replace("\"1\"", "{command: [serve, -v], pattern: \"serve/(\\\\d+)\"}"))
                        .version())
                .isEqualTo(new Version.Printed(List.of("serve", "-v"), Optional.of("serve/(\\d+)")));
    }

    @Test
    void aProgramInTheFolderIsFoundAlsoWhereItIsStillToBeMade() throws IOException {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve("serve");
        Files.writeString(program, "");
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(read(LEAST.replace("serve", "./bin/serve")).name()).isEqualTo("a");
        assertThat(read(LEAST.replace("serve", program + "-elsewhere")).name()).isEqualTo("a");
        assertThat(read(LEAST.replace("serve", "./out/serve") + "build: {command: [make], produces: out/serve}\n")
                        .name())
                .isEqualTo("a");
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
                        new Serving.Started(List.of("serve", "{port}"), Map.of(), Map.of(), Limits.NONE),
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
        assertThat(((Serving.Started) target.serving()).env()).containsEntry("VALUE", text);
    }

    @Test
    void aByteOrderMarkIsNoFault() throws IOException {
        assertThat(read("\uFEFF" + LEAST).name()).isEqualTo("a");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(
                        "unknown inner keys",
                        LEAST + "expect:\n  status: 200\n  boddy: x\nready: {path: /}\nbuild: {cmd: x}\n",
                        """
                        target.yaml:7: expect.boddy: found an unknown key; allowed: body; \
                        fix: did you mean body? Correct it or remove it
                        target.yaml:8: ready.path: found an unknown key; allowed: url, status, timeout; \
                        fix: correct its spelling or remove it
                        target.yaml:9: build.cmd: found an unknown key; allowed: command, produces, sources, timeout; \
                        fix: correct its spelling or remove it
                        target.yaml:9: build.command: found nothing; allowed: a list of arguments; \
                        fix: add a line such as  command: [make]
                        target.yaml:9: build.produces: found nothing; allowed: a text; \
                        fix: add a line such as  produces: target/server.jar"""),
                arguments("all that is missing", "env: {}\n", """
                        target.yaml:1: name: found nothing; allowed: a text; fix: add a line such as  name: myserver
                        target.yaml:1: version: found nothing; allowed: a text; fix: add a line such as  version: "1.0"
                        target.yaml:1: url: found nothing; allowed: path and query, starting with one '/', percent-encoded, \
                        or the absolute url of a server that runs already; fix: add a line such as  url: /hello
                        target.yaml:1: command: found nothing; allowed: a list of arguments, \
                        or none beside the absolute url of a server that runs already; \
                        fix: add a line such as  command: [./myserver, "{port}"]"""),
                arguments("nulls", "name:\nversion: null\ncommand:\nurl:\nexpect:\nready:\nenv:\nbuild:\n", """
                        target.yaml:1: name: found nothing; allowed: a text; \
                        fix: put one value there, in quotes if it has special characters
                        target.yaml:2: version: found nothing; allowed: a text; \
                        fix: put one value there, in quotes if it has special characters
                        target.yaml:3: command: found nothing; allowed: a list, never a shell line; \
                        fix: write it as command: [first, second]
                        target.yaml:4: url: found nothing; allowed: a text; \
                        fix: put one value there, in quotes if it has special characters
                        target.yaml:5: expect: found nothing; allowed: keys with values; \
                        fix: write it as expect: {key: value}
                        target.yaml:6: ready: found nothing; allowed: keys with values; fix: write it as ready: {key: value}
                        target.yaml:7: env: found nothing; allowed: keys with values; fix: write it as env: {key: value}
                        target.yaml:8: build: found nothing; allowed: keys with values; fix: write it as build: {key: value}"""),
                arguments("two entries of a list, each on its own line", """
                        name: a
                        version: "1"
                        command:
                          - serve
                          - "{port}"
                          - "{host}"
                          - [x]
                          -
                        url: /
                        """, """
                        target.yaml:6: command: found the unknown placeholder {host}; allowed: {port} and {folder}, in what \
                        starts the server; fix: write the value itself
                        target.yaml:7: command: found a list; allowed: a text; \
                        fix: put one value there, in quotes if it has special characters
                        target.yaml:8: command: found nothing; allowed: a text; \
                        fix: put one value there, in quotes if it has special characters"""),
                arguments("several requests", LEAST + """
                        then:
                          - url: /a b
                            method: GET
                            body: x
                          - headers: {Host: x}
                            expect: {status: 99}
                        """, """
                        target.yaml:6: then[0].url: found "/a b"; allowed: path and query, starting with one '/', \
                        percent-encoded; fix: write url: "/a%20b"
                        target.yaml:8: then[0].body: found a body with GET; allowed: a body with any method but GET and HEAD; \
                        fix: add method: POST
                        target.yaml:9: then[1].headers.Host: found a header that the generator sends itself; allowed: any \
                        header that is not about the connection or the length of the body; fix: remove it
                        target.yaml:9: then[1].url: found nothing; allowed: a path; fix: add a line such as  url: /next
                        target.yaml:10: then[1].expect.status: found "99"; allowed: a whole number from 100 to 599; \
                        fix: put in such a number"""),
                arguments("all that is wrong with one url", """
                        name: a
                        version: "1"
                        url: "https://me:secret@example.org:0/a b"
                        """, """
                        target.yaml:3: url: found "https://***@example.org…"; allowed: http://; \
                        fix: name the server's plain HTTP port; TLS is not supported
                        target.yaml:3: url: found a user in "https://***@example.org…"; allowed: host and port alone before the \
                        path; fix: remove all up to the '@', and write headers: {Authorization: "Basic …"}
                        target.yaml:3: url: found the host "example.org" in "https://***@example.org…"; allowed: localhost, \
                        127.x.x.x or [::1], and what allowRemote names; fix: to load that host, which \
                        has to be yours, give -DallowRemote=example.org
                        target.yaml:3: url: found the port "0" in "https://***@example.org…"; allowed: a port from 1 to 65535; \
                        fix: write the port that the server listens on
                        target.yaml:3: url: found the path "/a b" in "https://***@example.org…"; allowed: path and query, \
                        starting with one '/', percent-encoded; fix: write url: "http://example.org:0/a%20b\""""),
                arguments(
                        "what must not be there, whatever is in it",
                        running("http://localhost/") + "build: {command: [\"{port}\"], x: y}\nenv: a\ncommand: []\n",
                        """
                        target.yaml:4: build: found build beside an absolute url; allowed: none beside an absolute url, which \
                        means a server that runs already; fix: remove it
                        target.yaml:5: env: found env beside an absolute url; allowed: none beside an absolute url, which means \
                        a server that runs already; fix: remove it
                        target.yaml:6: command: found command beside an absolute url; allowed: none beside an absolute url, \
                        which means a server that runs already; fix: remove it, or write url without host and port, so that \
                        Weighbridge starts the server"""),
                arguments("texts that look like variables of our words", LEAST.replace("name: a", "name: $key"), """
                        target.yaml:1: name: found "$key"; allowed: 1 to 64 letters, digits, '.', '_', '-', the first a letter or \
                        digit; fix: rename the target"""),
                arguments("a wrong method says nothing about the body", LEAST + "method: post\nbody: x\n", """
                        target.yaml:5: method: found "post"; allowed: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS; \
                        fix: write for example method: POST"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void saysWhatIsWrongAndWhere(String what, String yaml, String lines) {
        assertThat(faultsOf(yaml)).as(what).isEqualTo(lines);
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
    void aFileOfTheMostBytesIsTaken() throws IOException {
        assertThat(read(LEAST + "#".repeat(65_536 - LEAST.length())).name()).isEqualTo("a");
        assertThat(faultsOf(LEAST + "#".repeat(65_537 - LEAST.length())))
                .isEqualTo("target.yaml: found 65537 bytes; allowed: at most 65536 bytes; fix: shorten it");
    }

    @Test
    void showsFilesBelowTheWorkingDirectoryAsTheyAreTyped() {
        InputException e = catchThrowableOfType(
                InputException.class,
                () -> TargetFile.read(Path.of("no-such", "..", "no-such-target").toAbsolutePath(), HERE));

        assertThat(e).hasMessageStartingWith(Path.of("no-such-target", "target.yaml") + ": found no such file;");
    }

    private Target read(String yaml) throws IOException {
        return read(yaml, HERE);
    }

    private Target read(String yaml, Hosts hosts) throws IOException {
        Files.writeString(folder.resolve("target.yaml"), yaml);
        // What is taken in a run is taken in an editor.
        assertThat(EditorSchema.faults(yaml)).isEmpty();
        return TargetFile.read(folder, hosts).target();
    }

    private static String running(String url) {
        return "name: a\nversion: 1\nurl: \"" + url + "\"\n";
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
        InputException e = catchThrowableOfType(InputException.class, () -> TargetFile.read(folder, HERE));
        assertThat(e).isNotNull();
        return e.getMessage().replace(folder + File.separator, "");
    }

    static Stream<String> valuesOfAllKeys() throws IOException {
        JsonNode schema = JsonMapper.shared().readTree(Path.of(EditorSchema.PATH));
        List<String> values =
                List.of("", "''", "5", "true", "[]", "[a]", "[{}]", "{}", "{a}", "{a: b}", "{command: {a}}");
        return schema.get("properties").propertyNames().stream()
                .flatMap(key -> values.stream().map(value -> key + ": " + value));
    }

    /** A fault may be told, and nothing else may come of it. */
    @ParameterizedTest
    @MethodSource("valuesOfAllKeys")
    void noValueOfAnyKeyIsTooStrange(String line) throws IOException {
        for (String rest : List.of(LEAST, running("http://localhost/"))) {
            String key = line.substring(0, line.indexOf(':'));
            Files.writeString(
                    folder.resolve("target.yaml"), rest.replaceFirst("(?m)^" + key + ":.*\n", "") + line + "\n");
            Throwable thrown = catchThrowable(() -> TargetFile.read(folder, HERE));

            assertThat(thrown)
                    .satisfiesAnyOf(
                            none -> assertThat(none).isNull(),
                            fault -> assertThat(fault)
                                    .isInstanceOf(InputException.class)
                                    .hasMessageNotContaining("see docs/targets.md"));
        }
    }

    /** Names stand in CSV, where a spreadsheet would run them. */
    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A1", "+1", "-1", "@SUM", "a,b", "a b", "a;b", "<b>", "a\u202eb", "\u00e4"})
    void aNameIsNoFormulaAndNoMarkup(String name) {
        String yaml = LEAST.replace("name: a", "name: '" + name.replace("'", "''") + "'");

        assertThat(faultsOf(yaml)).contains("name: found ");
        assertThat(EditorSchema.faults(yaml)).isNotEmpty();
    }
}
