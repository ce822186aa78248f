package weighbridge.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypedPathTest {
    @TempDir
    Path shell;

    @BeforeEach
    void startElsewhere() {
        System.setProperty(TypedPath.FOLDER, shell.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(TypedPath.FOLDER);
    }

    @Test
    void aRelativePathCountsFromTheShell() {
        assertThat(TypedPath.of("my run")).isEqualTo(shell.resolve("my run"));
        assertThat(TypedPath.of("./my run")).isEqualTo(shell.resolve("my run"));
        assertThat(TypedPath.of("../x")).isEqualTo(shell.resolveSibling("x"));
        assertThat(TypedPath.folder()).isEqualTo(shell);
    }

    /** Also where the project has what the shell's folder has not: a path that means one of two is one that lies. */
    @Test
    void whatTheProjectHasIsNotTakenInstead() {
        assertThat(Files.exists(Path.of("docs/targets.md"))).isTrue();
        assertThat(TypedPath.of("docs/targets.md")).isEqualTo(shell.resolve("docs/targets.md"));
    }

    @Test
    void anAbsolutePathStays() {
        assertThat(TypedPath.of("/nowhere/at/all")).isEqualTo(Path.of("/nowhere/at/all"));
    }

    @Test
    void whoStartsFromTheProjectReadsPathsAsGiven() {
        System.setProperty(TypedPath.FOLDER, Path.of("").toAbsolutePath().toString());

        assertThat(TypedPath.of("docs/targets.md")).isEqualTo(Path.of("docs/targets.md"));
        assertThat(TypedPath.word("./netty//x")).isEqualTo("./netty//x");
        assertThat(TypedPath.folder()).isEqualTo(Path.of("").toAbsolutePath());
    }

    @Test
    void aWordMayBeAPathAndANameStays() {
        assertThat(TypedPath.word("./netty")).isEqualTo(shell.resolve("netty").toString());
        assertThat(TypedPath.word("a/b")).isEqualTo(shell.resolve("a/b").toString());
        assertThat(TypedPath.word("netty")).isEqualTo("netty");
        assertThat(TypedPath.word("/netty")).isEqualTo("/netty");
        assertThat(TypedPath.word("a\0/b")).isEqualTo("a\0/b");
    }

    @Test
    void whatIsNoPathIsRefused() {
        assertThatThrownBy(() -> TypedPath.of("a\0b")).isInstanceOf(InvalidPathException.class);
    }
}
