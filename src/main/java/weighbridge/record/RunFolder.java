package weighbridge.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import weighbridge.text.Json;

/**
 * Where everything of one run lies: what Gatling writes and, beside it, what Weighbridge writes.
 *
 * @param path the folder; its name is the id of the run
 */
public record RunFolder(Path path) {
    /** Name of the link to the newest run, beside the run folders; there is none unless that came to its end. */
    public static final String LATEST = "latest";

    private static final String RUN = "run.json";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

    /**
     * A new folder named as Gatling names its own, for a run that ends before Gatling makes one.
     *
     * @param results folder of the run folders
     * @param simulation class name of the simulation
     * @param startedAt start of the run
     */
    public static RunFolder create(Path results, String simulation, Instant startedAt) throws IOException {
        String simpleName =
                simulation.substring(simulation.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return new RunFolder(Files.createDirectories(results.resolve(simpleName + "-" + STAMP.format(startedAt))));
    }

    /** Name of the run. */
    public String id() {
        return path.getFileName().toString();
    }

    /** Where the output of the servers lies. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** Gatling's log of all calls. */
    public Path simulationLog() {
        return path.resolve("simulation.log");
    }

    /** Readings of the sampler. */
    public Path samples() {
        return path.resolve("samples.csv");
    }

    /** How long the calls of probes took, in a run that has any. */
    public Path latencies() {
        return path.resolve("latencies.hlog");
    }

    /** Gatling's report. */
    public Path gatlingReport() {
        return path.resolve("index.html");
    }

    /** Writes {@code run.json}. */
    public void write(RunRecord run) {
        write(RUN, Json.write(run));
    }

    /** Where {@code run.json} lies. */
    public Path runFile() {
        return path.resolve(RUN);
    }

    /** Reads {@code run.json}. @throws tools.jackson.core.JacksonException where it is none, or of another schema */
    public RunRecord readRun() {
        return Json.read(readRunText(), RunRecord.class);
    }

    /** What {@code run.json} holds, whatever it is. */
    public String readRunText() {
        try {
            return Files.readString(runFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes {@code latest}, beside the run folders, point here. @throws IOException where links cannot be made */
    public void becomeLatest() throws IOException {
        Path link = path.resolveSibling(".latest-" + id());
        Files.createSymbolicLink(link, path.getFileName());
        Files.move(
                link, path.resolveSibling(LATEST), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Takes {@code latest} away, for a new run begins or is refused: whoever reads its results must not find those of an older
     * one. Only a link is; what somebody else has put there stays.
     *
     * @param results folder of the run folders, which need not be there
     * @throws IOException where it cannot be
     */
    public static void forgetLatest(Path results) throws IOException {
        Path link = results.resolve(LATEST);
        if (Files.isSymbolicLink(link)) {
            Files.deleteIfExists(link);
        }
    }

    /** Writes a text file whole or not at all: who reads it never meets half of it. */
    public void write(String name, String text) {
        try {
            WholeFile.write(path.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
