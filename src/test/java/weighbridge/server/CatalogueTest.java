package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.text.InputException;

class CatalogueTest {
    @TempDir
    private Path root;

    @BeforeEach
    void targets() throws IOException {
        target("java/netty", "netty");
        target("java/jetty", "jetty");
        target("python/flask", "flask");
        Files.createDirectories(root.resolve("java/shared")); // no target: it has no target.yaml
        Files.writeString(root.resolve("README"), "no group");
    }

    @Test
    void selectsByNameInTheOrderOfTheWords() {
        assertThat(names("netty", "flask", "jetty")).containsExactly("netty", "flask", "jetty");
    }

    @Test
    void aGroupGivesItsTargetsByName() {
        assertThat(names("python", "java")).containsExactly("flask", "jetty", "netty");
    }

    @Test
    void selectsByPathAlsoOutsideTheCatalogue() throws IOException {
        Path outside = target("elsewhere/deep/own", "own");
        Path relative = Path.of("").toAbsolutePath().relativize(outside);

        assertThat(names(outside.toString())).containsExactly("own");
        assertThat(names(outside + File.separator)).containsExactly("own");
        assertThat(names(relative.toString())).containsExactly("own");
        assertThat(names(outside.resolve("target.yaml").toString())).containsExactly("own");
        assertThat(Catalogue.of(root)
                        .select(List.of(relative.toString()), List.of())
                        .get(0)
                        .folder())
                .isEqualTo(outside);
    }

    @Test
    void anUnknownWordListsWhatIsValid() {
        assertThat(faults("nety", "own", ""))
                .containsExactly(
                        "targets: found \"nety\"; allowed: netty, or the path of a folder with a target.yaml; fix: did you"
                                + " mean netty? For a folder write ./nety",
                        unknown("own", "name one of those; for a folder write ./own"),
                        unknown("", "name one of those"));
    }

    @Test
    void aFolderWithoutATargetIsAFaultOfTheFile() {
        Path shared = root.resolve("java/shared");

        assertThat(faults(shared.toString()))
                .containsExactly(shared.resolve("target.yaml")
                        + ": found no such file; allowed: a file target.yaml; fix: create it, or name another folder");
    }

    @Test
    void refusesATargetTwiceByAnyRoute() {
        String path = root.resolve("java/../java/netty/.").toString();

        assertThat(faults("netty", "netty")).containsExactly(twice("netty selected by \"netty\" twice"));
        assertThat(faults("java", "netty")).containsExactly(twice("netty selected by \"java\" and \"netty\""));
        assertThat(faults("netty", path)).containsExactly(twice("netty selected by \"netty\" and \"" + path + '"'));
        assertThat(faults(path, "java")).containsExactly(twice("netty selected by \"" + path + "\" and \"java\""));
    }

    @Test
    void refusesTwoFoldersWithOneName() throws IOException {
        Path other = target("python/other", "netty");

        assertThat(faults("netty", "other"))
                .containsExactly(other.resolve("target.yaml") + ":1: name: found \"netty\", the name in "
                        + root.resolve("java/netty/target.yaml") + ":1 too; allowed: one name each; fix: rename one");
    }

    @Test
    void theSameFolderNameInTwoGroupsSelectsBoth() throws IOException {
        target("python/netty", "netty-python");

        assertThat(names("netty")).containsExactly("netty", "netty-python");
    }

    @Test
    void saysTheFaultsOfAllFilesAndWordsAtOnce() throws IOException {
        Path one = Files.createDirectories(root.resolve("java/one"));
        Files.writeString(one.resolve("target.yaml"), "");
        Path two = target("java/two", "two");
        Files.writeString(two.resolve("target.yaml"), Files.readString(two.resolve("target.yaml")) + "x: 1\ny: 2\n");

        assertThat(faults("nety", "one", "two"))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("targets: found \"nety\"; allowed: netty, or the path of a folder"),
                        line -> assertThat(line).startsWith(one.resolve("target.yaml") + ":1: found no keys;"),
                        line -> assertThat(line)
                                .startsWith(two.resolve("target.yaml") + ":5: x: found an unknown key;"),
                        line -> assertThat(line)
                                .startsWith(two.resolve("target.yaml") + ":6: y: found an unknown key;"));
    }

    @Test
    void aRemoteHostIsTakenWhereItIsAllowed() throws IOException {
        Path remote = Files.createDirectories(root.resolve("java/remote"));
        Files.writeString(
                remote.resolve("target.yaml"), "name: remote\nversion: 1\nurl: http://Server.Example:8080/\n");
        Catalogue catalogue = Catalogue.of(root);

        assertThat(catalogue.select(List.of("remote"), List.of("server.example")))
                .hasSize(1);
        InputException e = catchThrowableOfType(
                InputException.class, () -> catalogue.select(List.of("remote"), List.of("example", "other.example")));
        assertThat(e)
                .hasMessageContaining("the host \"Server.Example\"")
                .hasMessageEndingWith("give -DallowRemote=example,other.example,server.example");
    }

    @Test
    void aRootThatIsNotThereIsAnEmptyCatalogue() {
        InputException e = catchThrowableOfType(
                InputException.class,
                () -> Catalogue.of(root.resolve("missing")).select(List.of("netty"), List.of()));

        assertThat(e)
                .hasMessage("targets: found \"netty\"; allowed: the path of a folder with a target.yaml;"
                        + " fix: name one of those; for a folder write ./netty");
    }

    @Test
    void readsOnlyWhatIsSelected() throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("java/broken")).resolve("target.yaml"), "[");

        assertThat(names("netty")).containsExactly("netty");
    }

    private Path target(String folder, String name) throws IOException {
        Path made = Files.createDirectories(root.resolve(folder));
        Files.writeString(
                made.resolve("target.yaml"), "name: " + name + "\nversion: 1\ncommand: [\"{port}\"]\nurl: /\n");
        return made;
    }

    private List<String> names(String... words) {
        return Catalogue.of(root).select(List.of(words), List.of()).stream()
                .map(Target::name)
                .toList();
    }

    private List<String> faults(String... words) {
        InputException e = catchThrowableOfType(
                InputException.class, () -> Catalogue.of(root).select(List.of(words), List.of()));
        assertThat(e).isNotNull();
        return e.getMessage().lines().toList();
    }

    private static String unknown(String word, String fix) {
        return "targets: found \"" + word
                + "\"; allowed: the targets flask, jetty, netty, the groups java, python, or the"
                + " path of a folder with a target.yaml; fix: " + fix;
    }

    private static String twice(String found) {
        return "targets: found " + found + "; allowed: each target once; fix: remove one";
    }
}
