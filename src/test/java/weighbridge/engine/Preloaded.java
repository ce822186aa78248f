package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;

/** Libraries in C that change what a program sees of its system, by LD_PRELOAD. */
final class Preloaded {
    private Preloaded() {}

    /** One of {@code src/test/c}, built here: the machine may have another C library than any that could be kept. */
    static Path build(String source, Path folder) throws IOException, InterruptedException {
        Path library = folder.resolve(source.replace(".c", ".so"));
        try {
            Process compiler = new ProcessBuilder(
                            "gcc", "-shared", "-fPIC", "-o", library.toString(), "src/test/c/" + source, "-ldl")
                    .inheritIO()
                    .start();
            assertThat(compiler.waitFor()).isZero();
        } catch (IOException e) {
            assertThat(System.getenv("CI"))
                    .as("gcc is missing, which .ci/run installs")
                    .isNull();
            abort("no C compiler");
        }
        return library;
    }
}
