package weighbridge.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import weighbridge.record.RunFolder;

/**
 * Does once what the commands do, and shows nothing of it: the launcher lets the JVM keep the classes that this loads in an
 * archive, from which later starts take half as long.
 */
final class Rehearsal {
    private static final Path SAMPLE = Path.of("src/test/resources/runs/0.1.0");

    private Rehearsal() {}

    /** In the folder of Weighbridge. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("rehearsal");
        try {
            Path run = Files.createDirectory(folder.resolve("run"));
            for (String file : List.of("run.json", "samples.csv", "simulation.log")) {
                Files.copy(SAMPLE.resolve(file), run.resolve(file));
            }
            run("report", run.toString());
            run("compare", run.toString(), run.toString());
            run("plan", run.toString());
            // A run that has something amiss needs more classes, for the words that say so.
            RunFolder cutOff = new RunFolder(run);
            Files.writeString(
                    cutOff.runFile(), cutOff.readRunText().replace("\"complete\" : true", "\"complete\" : false"));
            run("report", run.toString());
            run("index", folder.toString());
            run("targets");
            run("doctor");
            run("completion");
            run("run", "--help");
            run("run", "--cals");
        } finally {
            delete(folder);
        }
    }

    private static void run(String... words) {
        Weighbridge.run(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), words);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
