package weighbridge.faults;

import static weighbridge.faults.WrongDescriptor.LEAST;
import static weighbridge.faults.WrongDescriptor.RUNNING;
import static weighbridge.faults.WrongDescriptor.of;

import java.util.List;

/** Keys that are unknown or missing, and values of the wrong type. */
final class WrongKeys {
    private WrongKeys() {}

    static List<WrongDescriptor> rows() {
        return List.of(
                of(
                                "unknown key",
                                LEAST + "colour: red\n",
                                "target.yaml:5: colour: found an unknown key; allowed: name, version, url, build, command,"
                                        + " env, files, limits, pid, pidFile, method, headers, body, expect, then, callsPerUser, keepAlive, ready;"
                                        + " fix: correct its spelling or remove it")
                        .schema(),
                of(
                                "key with one letter wrong",
                                LEAST + "expct: {status: 200}\n",
                                "target.yaml:5: expct: found an unknown key; allowed: expect; fix: did you mean expect? Correct it or remove it")
                        .schema(),
                of(
                                "key in another case",
                                LEAST + "keepalive: true\n",
                                "target.yaml:5: keepalive: found an unknown key; allowed: keepAlive; fix: did you mean keepAlive? Correct it or remove it")
                        .schema(),
                of(
                                "key with control characters",
                                LEAST + "\"\\eevil\\n\": x\n",
                                "target.yaml:5: ?evil?: found an unknown key; allowed: name, version, url, build, command,"
                                        + " env, files, limits, pid, pidFile, method, headers, body, expect, then, callsPerUser, keepAlive, ready;"
                                        + " fix: correct its spelling or remove it")
                        .schema(),
                of(
                                "no-break space before a key",
                                LEAST + "\u00a0method: GET\n",
                                "target.yaml:5: \u00a0method: found an unknown key with the character U+00A0 (no-break space);"
                                        + " allowed: a space; fix: write a space in its place")
                        .schema(),
                of(
                                "no-break space in braces",
                                LEAST + "ready: {status:\u00a0200}\n",
                                "target.yaml:5: ready.status:\u00a0200: found an unknown key with the character U+00A0"
                                        + " (no-break space); allowed: a space; fix: write a space in its place")
                        .schema(),
                of(
                                "full-width colon in braces",
                                LEAST + "expect: {status\uff1a200}\n",
                                "target.yaml:5: expect.status\uff1a200: found an unknown key with the character U+FF1A"
                                        + " (fullwidth colon); allowed: ':'; fix: write ':' in its place")
                        .schema(),
                of(
                                "zero-width space in a key",
                                LEAST + "me\u200bthod: GET\n",
                                "target.yaml:5: me?thod: found an unknown key with the character U+200B (zero width space);"
                                        + " allowed: characters that can be seen; fix: remove it")
                        .schema(),
                of(
                                "unknown key in expect",
                                LEAST + "expect:\n  status: 200\n  boddy: x\n",
                                "target.yaml:7: expect.boddy: found an unknown key; allowed: body; fix: did you mean"
                                        + " body? Correct it or remove it")
                        .schema(),
                of(
                                "unknown key in ready",
                                LEAST + "ready: {path: /}\n",
                                "target.yaml:5: ready.path: found an unknown key; allowed: url, status, timeout; fix:"
                                        + " correct its spelling or remove it")
                        .schema(),
                of(
                                "unknown key in build",
                                LEAST + "build: {command: [make], produces: a, cwd: b}\n",
                                "target.yaml:5: build.cwd: found an unknown key; allowed: command, produces, sources,"
                                        + " timeout; fix: correct its spelling or remove it")
                        .schema(),
                of(
                                "unknown key in version",
                                LEAST.replace("\"1\"", "{command: [a], cached: true}"),
                                "target.yaml:2: version.cached: found an unknown key; allowed: command, pattern; fix: correct its"
                                        + " spelling or remove it")
                        .schema(),
                of(
                                "unknown key in then",
                                LEAST + "then:\n  - url: /a\n  - url: /b\n    wait: 1s\n",
                                "target.yaml:8: then[1].wait: found an unknown key; allowed: url, method, headers, body,"
                                        + " expect; fix: correct its spelling or remove it")
                        .schema(),
                of(
                                "name missing",
                                LEAST.replace("name: a\n", ""),
                                "target.yaml:1: name: found nothing; allowed: a text; fix: add a line such as  name: myserver")
                        .schema(),
                of(
                                "version missing",
                                LEAST.replace("version: \"1\"\n", ""),
                                "target.yaml:1: version: found nothing; allowed: a text; fix: add a line such as  version:"
                                        + " \"1.0\"")
                        .schema(),
                of(
                                "command missing",
                                LEAST.replaceFirst("command: .*\n", ""),
                                "target.yaml:1: command: found nothing; allowed: a list of arguments, or none beside the"
                                        + " absolute url of a server that runs already; fix: add a line such as  command: [./myserver,"
                                        + " \"{port}\"]")
                        .schema(),
                of(
                                "url missing",
                                LEAST.replace("url: /\n", ""),
                                "target.yaml:1: url: found nothing; allowed: path and query, starting with one '/',"
                                        + " percent-encoded, or the absolute url of a server that runs already; fix: add a line such as"
                                        + "  url: /hello")
                        .schema(),
                of(
                                "build without command",
                                LEAST + "build: {produces: a}\n",
                                "target.yaml:5: build.command: found nothing; allowed: a list of arguments; fix: add a line"
                                        + " such as  command: [make]")
                        .schema(),
                of(
                                "build without produces",
                                LEAST + "build: {command: [make]}\n",
                                "target.yaml:5: build.produces: found nothing; allowed: a text; fix: add a line such as "
                                        + " produces: target/server.jar")
                        .schema(),
                of(
                                "version without command",
                                LEAST.replace("\"1\"", "{}"),
                                "target.yaml:2: version.command: found nothing; allowed: a list of arguments; fix: add a"
                                        + " line such as  version: {command: [./myserver, --version]}")
                        .schema(),
                of(
                                "then without url",
                                LEAST + "then:\n  - url: /a\n  - method: GET\n",
                                "target.yaml:7: then[1].url: found nothing; allowed: a path; fix: add a line such as  url:"
                                        + " /next")
                        .schema(),
                of(
                                "nothing for a text",
                                LEAST.replace("name: a", "name:"),
                                "target.yaml:1: name: found nothing; allowed: a text; fix: put one value there, in quotes if"
                                        + " it has special characters")
                        .schema(),
                of(
                                "nothing for keys with values",
                                LEAST + "env:\n",
                                "target.yaml:5: env: found nothing; allowed: keys with values; fix: write it as env: {key:"
                                        + " value}")
                        .schema(),
                of(
                                "list for a text",
                                LEAST.replace("name: a", "name: [a]"),
                                "target.yaml:1: name: found a list; allowed: a text; fix: put one value there, in quotes if"
                                        + " it has special characters")
                        .schema(),
                of(
                                "keys with values for a text",
                                LEAST.replace("url: /", "url: {path: /x}"),
                                "target.yaml:4: url: found keys with values; allowed: a text; fix: put one value there, in"
                                        + " quotes if it has special characters")
                        .schema(),
                of(
                                "text for keys with values",
                                LEAST + "expect: 200\n",
                                "target.yaml:5: expect: found \"200\"; allowed: keys with values; fix: write it as expect:"
                                        + " {key: value}")
                        .schema(),
                of(
                                "list for keys with values",
                                LEAST + "headers: [a, b]\n",
                                "target.yaml:5: headers: found a list; allowed: keys with values; fix: write it as headers:"
                                        + " {key: value}")
                        .schema(),
                of(
                                "shell line for a list",
                                LEAST.replace("[touch, \"started-{port}\"]", "touch {port} | tee log"),
                                "target.yaml:3: command: found \"touch {port} | tee log\"; allowed: a list, never a shell"
                                        + " line; fix: write it as command: [first, second]")
                        .schema(),
                of(
                                "empty list",
                                LEAST.replace("[touch, \"started-{port}\"]", "[]"),
                                "target.yaml:3: command: found an empty list; allowed: at least one entry; fix: name the"
                                        + " entries, or leave command out")
                        .schema(),
                of(
                                "list in a list",
                                LEAST + "build: {command: [make], produces: a, sources: [[a]]}\n",
                                "target.yaml:5: build.sources: found a list; allowed: a text; fix: put one value there, in"
                                        + " quotes if it has special characters")
                        .schema(),
                of(
                                "then is no list",
                                LEAST + "then: {url: /a}\n",
                                "target.yaml:5: then: found keys with values; allowed: a list; fix: write it as then: [{url:"
                                        + " /next}]")
                        .schema(),
                of(
                                "then is empty",
                                LEAST + "then: []\n",
                                "target.yaml:5: then: found an empty list; allowed: at least one entry; fix: name the"
                                        + " entries, or leave then out")
                        .schema(),
                of(
                                "then has a text",
                                LEAST + "then:\n  - url: /a\n  - /b\n",
                                "target.yaml:7: then[1]: found \"/b\"; allowed: keys with values; fix: write it as {url:"
                                        + " /next}")
                        .schema(),
                of(
                                "body as YAML and not as text",
                                RUNNING + "method: POST\nready: {url: /}\nbody: {a: 1}\n",
                                "target.yaml:6: body: found keys with values; allowed: a text; fix: put one value there, in"
                                        + " quotes if it has special characters")
                        .schema(),
                of(
                                "name empty",
                                LEAST.replace("name: a", "name: ''"),
                                "target.yaml:1: name: found \"\"; allowed: a text that is not empty; fix: write for example"
                                        + " name: myserver")
                        .schema(),
                of(
                                "name with a slash",
                                LEAST.replace("name: a", "name: ../a"),
                                "target.yaml:1: name: found \"../a\"; allowed: 1 to 64 letters, digits, '.', '_', '-', the"
                                        + " first a letter or digit; fix: rename the target")
                        .schema(),
                of(
                                "name with control characters",
                                LEAST.replace("name: a", "name: \"\\e[31m\\u202e\\n\""),
                                "target.yaml:1: name: found \"?[31m??\"; allowed: 1 to 64 letters, digits, '.', '_', '-',"
                                        + " the first a letter or digit; fix: rename the target")
                        .schema(),
                of(
                                "name too long",
                                LEAST.replace("name: a", "name: " + "a".repeat(65)),
                                "target.yaml:1: name: found"
                                        + " \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"; allowed: 1 to 64"
                                        + " letters, digits, '.', '_', '-', the first a letter or digit; fix: rename the target")
                        .schema(),
                of(
                                "reserved name",
                                LEAST.replace("name: a", "name: main"),
                                "target.yaml:1: name: found \"main\"; allowed: any name but main and sink, which are"
                                        + " Weighbridge's own; fix: rename the target")
                        .schema(),
                of(
                                "reserved name in another case",
                                LEAST.replace("name: a", "name: Sink"),
                                "target.yaml:1: name: found \"Sink\"; allowed: any name but main and sink, which are"
                                        + " Weighbridge's own; fix: rename the target")
                        .schema());
    }
}
