package weighbridge.targets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What came of a program that ends by itself.
 *
 * @param status its exit status
 * @param output its output and its error output
 */
record Outcome(int status, String output) {
    static Outcome of(Path folder, List<String> command) throws IOException, InterruptedException {
        return of(folder, command, Map.of());
    }

    /** @param env variables set for it */
    static Outcome of(Path folder, List<String> command, Map<String, String> env)
            throws IOException, InterruptedException {
        ProcessBuilder program =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        program.environment().putAll(env);
        Process process = program.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
