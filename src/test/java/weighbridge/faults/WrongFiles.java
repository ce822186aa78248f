package weighbridge.faults;

import static weighbridge.faults.WrongDescriptor.LEAST;
import static weighbridge.faults.WrongDescriptor.made;
import static weighbridge.faults.WrongDescriptor.of;
import static weighbridge.faults.WrongDescriptor.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that are no YAML, not such as a target needs, or no files at all. */
final class WrongFiles {
    private static final int TEN_MEGABYTES = 10_000_000;

    private WrongFiles() {}

    static List<WrongDescriptor> rows() {
        return List.of(
                of(
                        "empty file",
                        "",
                        "target.yaml:1: found no keys; allowed: keys with values; fix: start with a line  name:"
                                + " myserver"),
                of(
                        "only a comment",
                        "# nothing yet\n",
                        "target.yaml:1: found no keys; allowed: keys with values; fix: start with a line  name:"
                                + " myserver"),
                of(
                                "a word and no keys",
                                "netty\n",
                                "target.yaml:1: found no keys; allowed: keys with values; fix: start with a line  name:"
                                        + " myserver")
                        .schema(),
                of(
                                "a list at top level",
                                "- name: a\n",
                                "target.yaml:1: found no keys; allowed: keys with values; fix: start with a line  name:"
                                        + " myserver")
                        .schema(),
                of(
                        "tab for indentation",
                        LEAST + "expect:\n\tstatus: 200\n",
                        "target.yaml:6: found no YAML: found character '\\t(TAB)' that cannot start any token. (Do"
                                + " not use \\t(TAB) for indentation); allowed: YAML; fix: mend the line; tabs never indent"),
                of(
                        "no YAML: an open bracket",
                        "name: a\ncommand: [serve\n",
                        "target.yaml:3: found no YAML: expected ',' or ']', but got <stream end>; allowed: YAML;"
                                + " fix: mend the line; tabs never indent"),
                of(
                        "no YAML: a colon too many",
                        "name: a: b\n",
                        "target.yaml:1: found no YAML: mapping values are not allowed here; allowed: YAML; fix: mend"
                                + " the line; tabs never indent"),
                of(
                        "no-break space after a colon",
                        "name:\u00a0a\n" + LEAST.substring(8),
                        "target.yaml:1: found the character U+00A0 (no-break space); allowed: a space; fix: write a space"
                                + " in its place"),
                of(
                        "full-width colon",
                        LEAST.replace("url: /", "url\uff1a/"),
                        "target.yaml:4: found the character U+FF1A (fullwidth colon); allowed: ':'; fix: write ':' in its"
                                + " place"),
                of(
                        "only full-width colons",
                        "name\uff1aa\n",
                        "target.yaml:1: found the character U+FF1A (fullwidth colon); allowed: ':'; fix: write ':' in its"
                                + " place"),
                of(
                        "list as a key",
                        LEAST + "? [a]\n: b\n",
                        "target.yaml:5: (not a word): found an unknown key; allowed: name, version, url, build,"
                                + " command, env, files, limits, pid, pidFile, method, headers, body, expect, then, callsPerUser, keepAlive,"
                                + " ready; fix: correct its spelling or remove it"),
                of(
                        "two documents",
                        LEAST + "---\nname: b\n",
                        "target.yaml:5: found a second document; allowed: one document; fix: put each target into a"
                                + " folder of its own"),
                of(
                        "key twice",
                        LEAST + "url: /x\n",
                        "target.yaml:5: url: found the key a second time; allowed: each key once; fix: keep one of"
                                + " the two"),
                of(
                        "inner key twice",
                        LEAST + "expect:\n  status: 200\n  status: 201\n",
                        "target.yaml:7: expect.status: found the key a second time; allowed: each key once; fix:"
                                + " keep one of the two"),
                of(
                        "anchor",
                        "name: &x a\n" + LEAST.substring(8),
                        "target.yaml:1: found an anchor or alias; allowed: values as such; fix: write the value out"
                                + " at each place"),
                of(
                        "alias of nothing",
                        LEAST + "body: *x\n",
                        "target.yaml:5: found an anchor or alias; allowed: values as such; fix: write the value out"
                                + " at each place"),
                of(
                        "alias bomb",
                        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
                        "target.yaml:1: found an anchor or alias; allowed: values as such; fix: write the value out"
                                + " at each place"),
                of(
                                "merge key",
                                LEAST + "<<: {url: /x}\n",
                                "target.yaml:5: <<: found an unknown key; allowed: name, version, url, build, command, env,"
                                        + " files, limits, pid, pidFile, method, headers, body, expect, then, callsPerUser, keepAlive, ready; fix:"
                                        + " correct its spelling or remove it")
                        .schema(),
                of(
                        "tag of a Java class",
                        LEAST + "body: !!javax.script.ScriptEngineManager [x]\n",
                        "target.yaml:5: found the tag !!javax.script.ScriptEngineManager; allowed: values as such;"
                                + " fix: remove the tag"),
                of(
                        "tag of our own",
                        "name: !secret a\n" + LEAST.substring(8),
                        "target.yaml:1: found the tag !secret; allowed: values as such; fix: remove the tag"),
                of(
                        "nested too deep: brackets",
                        LEAST + "body: " + "[".repeat(60_000),
                        "target.yaml:5: found values nested too deeply; allowed: 16 levels; fix: remove brackets or"
                                + " indentation"),
                of(
                        "nested too deep: dashes",
                        "- ".repeat(30_000),
                        "target.yaml:1: found values nested too deeply; allowed: 16 levels; fix: remove brackets or"
                                + " indentation"),
                made(
                        "10 MB file",
                        folder -> write(folder, "#".repeat(TEN_MEGABYTES)),
                        "target.yaml: found 10000000 bytes; allowed: at most 65536 bytes; fix: shorten it"),
                made(
                        "not UTF-8",
                        folder -> bytes(folder, "name: \u00e4\n".getBytes(StandardCharsets.ISO_8859_1)),
                        "target.yaml: found bytes that are not UTF-8; allowed: UTF-8 text; fix: save the file as"
                                + " UTF-8"),
                made(
                        "UTF-16",
                        folder -> bytes(folder, LEAST.getBytes(StandardCharsets.UTF_16)),
                        "target.yaml: found bytes that are not UTF-8; allowed: UTF-8 text; fix: save the file as"
                                + " UTF-8"),
                of(
                        "NUL",
                        "name: a\0b\n" + LEAST.substring(8),
                        "target.yaml:1: found the control character U+0000; allowed: text; fix: remove it"),
                of(
                        "other control character",
                        LEAST + "body: \u001b[2J\n",
                        "target.yaml:5: found the control character U+001B; allowed: text; fix: remove it"),
                of(
                        "NUL written with a backslash",
                        LEAST + "method: POST\nbody: \"a\\0b\"\nready: {url: /}\n",
                        "target.yaml:6: body: found \"a?b\"; allowed: a text without the character 0; fix: remove"
                                + " the \\0"),
                of(
                        "half of a character written with a backslash",
                        LEAST + "method: POST\nbody: \"a\\uD83D\"\nready: {url: /}\n",
                        "target.yaml:6: found half of a character; allowed: whole characters; fix: write the character"
                                + " itself in place of its \\u"),
                made(
                        "folder named target.yaml",
                        folder -> Files.createDirectory(folder.resolve("target.yaml")),
                        "target.yaml: found a folder; allowed: a file target.yaml; fix: put a file in its place, or"
                                + " name another folder"),
                made(
                        "link to nowhere",
                        folder -> link(folder, "nowhere"),
                        "target.yaml: found a link to nowhere; allowed: a file target.yaml; fix: put a file in its"
                                + " place, or name another folder"),
                made(
                        "named pipe",
                        WrongFiles::pipe,
                        "target.yaml: found something that is no file; allowed: a file target.yaml; fix: put a file"
                                + " in its place, or name another folder"),
                made(
                        "device",
                        folder -> link(folder, "/dev/zero"),
                        "target.yaml: found something that is no file; allowed: a file target.yaml; fix: put a file"
                                + " in its place, or name another folder"));
    }

    private static void bytes(Path folder, byte[] bytes) throws IOException {
        Files.write(folder.resolve("target.yaml"), bytes);
    }

    private static void link(Path folder, String to) throws IOException {
        Files.createSymbolicLink(folder.resolve("target.yaml"), Path.of(to));
    }

    private static void pipe(Path folder) throws IOException {
        Process mkfifo =
                new ProcessBuilder("mkfifo", folder.resolve("target.yaml").toString()).start();
        try {
            if (mkfifo.waitFor() != 0) {
                throw new IOException(
                        "no named pipe: " + new String(mkfifo.getErrorStream().readAllBytes()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
