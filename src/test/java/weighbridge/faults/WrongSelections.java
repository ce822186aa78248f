package weighbridge.faults;

import static weighbridge.faults.WrongDescriptor.LEAST;
import static weighbridge.faults.WrongDescriptor.made;
import static weighbridge.faults.WrongDescriptor.write;

import java.nio.file.Files;
import java.util.List;

/** Words that select nothing, or the same thing twice. */
final class WrongSelections {
    private WrongSelections() {}

    static List<WrongDescriptor> rows() {
        return List.of(
                made(
                                "unknown name",
                                folder -> {},
                                "targets: found \"no-such-server\"; allowed: the targets …, the groups …, or the path of a"
                                        + " folder with a target.yaml; fix: name one of those; for a folder write ./no-such-server")
                        .selected("no-such-server"),
                made(
                                "name with one letter wrong",
                                folder -> {},
                                "targets: found \"nety\"; allowed: netty, or the path of a folder with a target.yaml; fix: did you mean netty? For a folder write ./nety")
                        .selected("nety"),
                made(
                                "empty name",
                                folder -> {},
                                "targets: found \"\"; allowed: the targets …, the groups …, or the path of a folder with a"
                                        + " target.yaml; fix: name one of those")
                        .selected(""),
                made(
                                "folder that is not there",
                                folder -> {},
                                "targets: found \"missing\", which is not there; allowed: the path of a folder with a"
                                        + " target.yaml; fix: correct the path; relative ones count from …")
                        .selected("@/missing"),
                made(
                                "home folder that no shell filled in",
                                folder -> {},
                                "targets: found \"~/server\", which is not there; allowed: the path of a folder with a"
                                        + " target.yaml; fix: write your home folder out: a shell fills in ~ at the start of a word only")
                        .selected("~/server"),
                made(
                        "folder without a file",
                        folder -> {},
                        "target.yaml: found no such file; allowed: a file target.yaml; fix: create it, or name"
                                + " another folder"),
                made(
                                "file that is no target.yaml",
                                folder -> Files.writeString(folder.resolve("a.txt"), ""),
                                "targets: found \"a.txt\", which is no folder; allowed: the path of a folder with a"
                                        + " target.yaml; fix: name the folder that it lies in")
                        .selected("@/a.txt"),
                made(
                                "target selected twice",
                                folder -> write(folder.resolve("a"), named("once")),
                                "targets: found a selected by \"a\" and \"a/target.yaml\"; allowed: each target once; fix:"
                                        + " remove one")
                        .selected("@/a", "@/a/target.yaml"),
                made(
                                "one name in two folders",
                                folder -> {
                                    write(folder.resolve("a"), named("twin"));
                                    write(folder.resolve("b"), "# a comment\n" + named("Twin"));
                                },
                                "b/target.yaml:2: name: found \"Twin\", the name in a/target.yaml:1 too; allowed: one name"
                                        + " each; fix: rename one")
                        .selected("@/a", "@/b"));
    }

    private static String named(String name) {
        return LEAST.replace("name: a", "name: " + name);
    }
}
