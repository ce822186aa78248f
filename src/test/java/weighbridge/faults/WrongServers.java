package weighbridge.faults;

import static weighbridge.faults.WrongDescriptor.LEAST;
import static weighbridge.faults.WrongDescriptor.RUNNING;
import static weighbridge.faults.WrongDescriptor.made;
import static weighbridge.faults.WrongDescriptor.of;
import static weighbridge.faults.WrongDescriptor.write;

import java.nio.file.Files;
import java.util.List;

/** Servers that could not be started, or run already and cannot be had both ways. */
final class WrongServers {
    private static final String NO_PORT =
            "target.yaml:3: command: found no {port}; allowed: {port} in command, in env or"
                    + " in a file of files; fix: add \"{port}\" where the port goes";

    private WrongServers() {}

    static List<WrongDescriptor> rows() {
        return List.of(
                of("{port} missing", LEAST.replace("started-{port}", "8000"), NO_PORT),
                of("{port} only as a variable of the shell", LEAST.replace("started-{port}", "${port}"), NO_PORT),
                made(
                        "{port} in no file of files either",
                        folder -> {
                            Files.writeString(folder.resolve("a.conf"), "listen ${port};");
                            write(folder, LEAST.replace("started-{port}", "a.conf") + "files: {a.conf: a.conf}\n");
                        },
                        NO_PORT),
                of(
                                "{port} without quotes",
                                LEAST.replace("\"started-{port}\"", "{port}"),
                                "target.yaml:3: command: found {port} without quotes; allowed: a text; fix: put it in"
                                        + " quotes: \"{port}\"")
                        .schema(),
                of(
                        "placeholder in another case",
                        LEAST.replace("{port}", "{PORT}"),
                        "target.yaml:3: command: found the unknown placeholder {PORT}; allowed: {port} and"
                                + " {folder}, in what starts the server; fix: write {port}"),
                of(
                        "unknown placeholder",
                        LEAST.replace("[touch", "[touch, \"{host}\""),
                        "target.yaml:3: command: found the unknown placeholder {host}; allowed: {port} and"
                                + " {folder}, in what starts the server; fix: write the value itself"),
                of(
                        "unknown placeholder in an option",
                        LEAST.replace("[touch", "[touch, \"--to={file}\""),
                        "target.yaml:3: command: found the unknown placeholder {file}; allowed: {port} and"
                                + " {folder}, in what starts the server; fix: write the value itself"),
                of(
                        "unknown placeholder in env",
                        LEAST + "env: {ADDRESS: \"{host}:{port}\"}\n",
                        "target.yaml:5: env.ADDRESS: found the unknown placeholder {host}; allowed: {port} and {folder},"
                                + " in what starts the server; fix: write the value itself"),
                of(
                        "placeholder in the version command",
                        LEAST.replace("version: \"1\"", "version: {command: [touch, \"{folder}/a\"]}"),
                        "target.yaml:2: version.command: found the unknown placeholder {folder}; allowed: {port} and"
                                + " {folder}, in what starts the server; fix: write the value itself"),
                of(
                        "version pattern that is none",
                        LEAST.replace("version: \"1\"", "version: {command: [touch, a], pattern: \"v([0-9.]+\"}"),
                        "target.yaml:2: version.pattern: found \"v([0-9.]+\": Unclosed group; allowed: a regular"
                                + " expression as Java has it; fix: write for example pattern: \"nginx/([0-9.]+)\""),
                of(
                        "what a file is made from is not there",
                        LEAST + "files: {a.conf: a.conf.template}\n",
                        "target.yaml:5: files.a.conf: found \"a.conf.template\", which is not there; allowed: a file that"
                                + " can be read, its path counted from the target's folder; fix: correct the path"),
                of(
                        "file outside the server's folder",
                        LEAST + "files: {../a.conf: target.yaml}\n",
                        "target.yaml:5: files.../a.conf: found \"../a.conf\" as a name; allowed: the path of a file in the"
                                + " server's own folder; fix: write for example server.conf"),
                of(
                        "file where another one has its folder",
                        LEAST + "files: {conf: target.yaml, conf/a.conf: target.yaml}\n",
                        "target.yaml:5: files.conf: found \"conf\", which is the folder of another file as well; allowed: a"
                                + " name that is no folder of another; fix: rename one of the two"),
                of(
                        "program not there",
                        LEAST.replace("touch", "./serve"),
                        "target.yaml:3: command: found the program \"./serve\", which is not there; allowed: a"
                                + " program, its path counted from the target's folder; fix: correct the path, or write how it"
                                + " is made: build: {command: [make], produces: …}"),
                made(
                        "program not executable",
                        folder -> {
                            write(folder, LEAST.replace("touch", "bin/serve"));
                            Files.writeString(
                                    Files.createDirectory(folder.resolve("bin")).resolve("serve"), "");
                        },
                        "target.yaml:3: command: found the program \"bin/serve\", which is not executable; allowed:"
                                + " a program that may be executed; fix: chmod +x it, or start it by its interpreter: command:"
                                + " [python3, …]"),
                of(
                        "program of the build not there",
                        LEAST + "build: {command: [./make], produces: a}\n",
                        "target.yaml:5: build.command: found the program \"./make\", which is not there; allowed: a"
                                + " program, its path counted from the target's folder; fix: correct the path"),
                of(
                        "source of the build not there",
                        LEAST + "build: {command: [make], produces: a, sources: [src]}\n",
                        "target.yaml:5: build.sources: found \"src\", which is not there; allowed: files and"
                                + " folders, their paths counted from the target's folder; fix: correct the path or remove it"),
                of(
                                "env name with '='",
                                LEAST + "env: {A=B: x}\n",
                                "target.yaml:5: env.A=B: found \"A=B\" as a name; allowed: names without blanks and '=';"
                                        + " fix: rename the variable")
                        .schema(),
                of(
                                "env name empty",
                                LEAST + "env: {'': x}\n",
                                "target.yaml:5: env.: found \"\" as a name; allowed: names without blanks and '='; fix:"
                                        + " rename the variable")
                        .schema(),
                of(
                                "env value is a list",
                                LEAST + "env: {A: [x]}\n",
                                "target.yaml:5: env.A: found a list; allowed: a text; fix: put one value there, in quotes if"
                                        + " it has special characters")
                        .schema(),
                of(
                                "absolute url and command",
                                RUNNING + "command: [touch, \"started-{port}\"]\n",
                                "target.yaml:4: command: found command beside an absolute url; allowed: none beside an"
                                        + " absolute url, which means a server that runs already; fix: remove it, or write url without"
                                        + " host and port, so that Weighbridge starts the server")
                        .schema(),
                of(
                                "absolute url and build",
                                RUNNING + "build: {command: [touch, built], produces: a}\n",
                                "target.yaml:4: build: found build beside an absolute url; allowed: none beside an absolute"
                                        + " url, which means a server that runs already; fix: remove it")
                        .schema(),
                of(
                                "absolute url and env",
                                RUNNING + "env: {A: b}\n",
                                "target.yaml:4: env: found env beside an absolute url; allowed: none beside an absolute url,"
                                        + " which means a server that runs already; fix: remove it")
                        .schema(),
                of(
                                "pid and command",
                                LEAST + "pid: 1234\n",
                                "target.yaml:5: pid: found pid for a server that Weighbridge starts; allowed: pid beside an"
                                        + " absolute url, for a server that runs already; fix: remove it")
                        .schema(),
                of(
                                "pidFile and command",
                                LEAST + "pidFile: run/server.pid\n",
                                "target.yaml:5: pidFile: found pidFile for a server that Weighbridge starts; allowed:"
                                        + " pidFile beside an absolute url, for a server that runs already; fix: remove it")
                        .schema(),
                of(
                                "both pid and pidFile",
                                RUNNING + "pid: 1234\npidFile: run/server.pid\n",
                                "target.yaml:5: pidFile: found both pid and pidFile; allowed: one of them; fix: keep pidFile"
                                        + " if the server writes it")
                        .schema(),
                of(
                                "pid 0",
                                RUNNING + "pid: 0\n",
                                "target.yaml:4: pid: found \"0\"; allowed: a whole number from 1 to 4194304; fix: put in"
                                        + " such a number")
                        .schema(),
                of(
                                "pid below 0",
                                RUNNING + "pid: -1\n",
                                "target.yaml:4: pid: found \"-1\"; allowed: a whole number from 1 to 4194304; fix: put in"
                                        + " such a number")
                        .schema(),
                of(
                                "pid out of range",
                                RUNNING + "pid: 4194305\n",
                                "target.yaml:4: pid: found \"4194305\"; allowed: a whole number from 1 to 4194304; fix: put"
                                        + " in such a number")
                        .schema(),
                of(
                                "pid that is no number",
                                RUNNING + "pid: nginx\n",
                                "target.yaml:4: pid: found \"nginx\"; allowed: a whole number from 1 to 4194304; fix: put in"
                                        + " such a number")
                        .schema(),
                of(
                                "pidFile empty",
                                RUNNING + "pidFile: ''\n",
                                "target.yaml:4: pidFile: found \"\"; allowed: a path; fix: write for example pidFile:"
                                        + " run/server.pid")
                        .schema(),
                of(
                        "limit of no cores",
                        LEAST + "limits: {cpus: 0}\n",
                        "target.yaml:5: limits.cpus: found \"0\"; allowed: a number of cores from 0.01 to 1024, such as 0.5;"
                                + " fix: write for example cpus: 0.5"),
                of(
                        "limit of CPU time as Kubernetes writes it",
                        LEAST + "limits: {cpus: 500m}\n",
                        "target.yaml:5: limits.cpus: found \"500m\"; allowed: a number of cores from 0.01 to 1024, such as"
                                + " 0.5; fix: write for example cpus: 0.5"),
                of(
                        "limit of memory without a unit",
                        LEAST + "limits: {memory: 256}\n",
                        "target.yaml:5: limits.memory: found \"256\"; allowed: a number with its unit KiB, MiB or GiB, at"
                                + " least 1MiB, such as 256MiB; fix: write for example memory: 256MiB"),
                of(
                                "limits without one",
                                LEAST + "limits: {}\n",
                                "target.yaml:5: limits: found no limit; allowed: cpus, memory or both; fix: write for"
                                        + " example limits: {cpus: 0.5, memory: 256MiB}, or leave limits out")
                        .schema(),
                of(
                                "limits of a server that runs already",
                                RUNNING + "limits: {cpus: 1}\n",
                                "target.yaml:4: limits: found limits beside an absolute url; allowed: none beside an"
                                        + " absolute url, which means a server that runs already; fix: remove it")
                        .schema());
    }
}
