package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import weighbridge.text.InputException;

class RunInputTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    @Test
    void resultsThatMavenMakesElsewhereAreRefused() {
        Path meant = HERE.resolveSibling("shell/out");

        assertThatThrownBy(() -> RunInput.requireWhereMavenMakesIt(meant, "out"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "results: found a relative path from " + HERE + ", which Maven takes for " + HERE.resolve("out")
                                + "; allowed: an absolute path where Maven is started in another folder than the project's;"
                                + " fix: give -Dresults=" + meant);
    }

    @Test
    void theSameFolderMayBeWrittenInOtherWays() {
        assertThatCode(() -> {
                    RunInput.requireWhereMavenMakesIt(Path.of("out"), HERE + "/out");
                    RunInput.requireWhereMavenMakesIt(HERE.resolveSibling("out"), HERE + "/../out");
                    RunInput.requireWhereMavenMakesIt(Path.of("out"), null);
                })
                .doesNotThrowAnyException();
    }
}
