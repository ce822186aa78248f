package weighbridge.cli;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Report;
import weighbridge.record.Recording;
import weighbridge.record.RecordingReader;
import weighbridge.record.RunFolder;
import weighbridge.record.RunRecord;
import weighbridge.record.RunUpgrade;
import weighbridge.record.Samples;
import weighbridge.render.RunFiles;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.text.Json;

/** A run folder that a user names, which may be anything. */
final class StoredRun {
    private static final String ALLOWED = "a run folder, which holds the run.json of a run";
    private static final String FIX = "give one of those in results, or make a run with ./mvnw gatling:test";
    private static final String WRITTEN = "what a run of Weighbridge has written";
    private static final String OTHER_FOLDER = "take another run folder";
    private static final String NOT_TOGETHER = "values that do not belong together";
    private static final int MAX_CHARS = 160;

    private final String place;
    private final RunFolder folder;

    private StoredRun(String place, RunFolder folder) {
        this.place = place;
        this.folder = folder;
    }

    /** The run at this path. @throws InputException where there is no folder */
    static StoredRun at(Path path) {
        if (!Files.isDirectory(path)) {
            boolean there = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
            boolean link = Files.isSymbolicLink(path);
            throw fault(path.toString(), link ? "a link to no folder" : there ? "a file" : "nothing", ALLOWED, FIX);
        }
        return new StoredRun(path.toString(), new RunFolder(path));
    }

    RunFolder folder() {
        return folder;
    }

    /**
     * What a run says.
     *
     * @param report the value that the files are made from
     * @param files as the run folder holds them, by name
     */
    record Summary(Report report, Map<String, String> files) {}

    /** What it says. @throws InputException where its {@code run.json} is none of ours */
    Report report() {
        return reading(() -> Analysis.of(recording()));
    }

    /** What it says, and how. @throws InputException where its {@code run.json} is none of ours */
    Summary summary() {
        return reading(() -> {
            Recording recording = recording();
            Report report = Analysis.of(recording);
            return new Summary(report, RunFiles.of(report, recording, Samples.read(folder)));
        });
    }

    private <T> T reading(Supplier<T> reading) {
        try {
            requireSchema();
            return reading.get();
        } catch (InputException e) {
            throw e;
        } catch (JacksonException e) {
            // A cause that is not JSON's own comes from a type of ours, and its words are Java's.
            boolean ours = e.getCause() instanceof RuntimeException && !(e.getCause() instanceof JacksonException);
            throw fault(
                    folder.runFile() + line(e),
                    ours ? NOT_TOGETHER : Fault.oneLine(e.getOriginalMessage(), MAX_CHARS),
                    WRITTEN,
                    "take another run folder, this run cannot be read any more");
        } catch (UncheckedIOException e) {
            throw unreadable(e);
        } catch (RuntimeException e) {
            // Well-formed, but with values that no run writes: made or changed by somebody else.
            throw fault(folder.runFile().toString(), NOT_TOGETHER, WRITTEN, OTHER_FOLDER);
        }
    }

    /** @throws InputException where a part is missing without which nothing can be said of a run */
    private Recording recording() {
        RunRecord run = folder.readRun();
        require("settings", run.settings() != null, "the settings of the run");
        require("environment", run.environment() != null, "the machine that the run was made on");
        require("main", run.main() != null, "the process that hammered");
        require("rounds", !run.rounds().isEmpty(), "one round or more");
        return RecordingReader.read(run, folder);
    }

    private void require(String key, boolean there, String allowed) {
        if (!there) {
            throw fault(folder.runFile() + ": " + key, "none", allowed, OTHER_FOLDER);
        }
    }

    /** First of all: what else would be wrong with a file of another schema is no fault of it. */
    private void requireSchema() {
        Object schema = Json.read(folder.readRunText(), Map.class).get("schema");
        if (schema == null || !RunUpgrade.READABLE.contains(schema)) {
            throw fault(
                    folder.runFile() + ": schema",
                    schema == null ? "none" : Fault.oneLine('"' + schema.toString() + '"', MAX_CHARS),
                    RunUpgrade.READABLE.stream().map(one -> '"' + one + '"').collect(Collectors.joining(", ")),
                    "read it with the version of Weighbridge that wrote it");
        }
    }

    private InputException unreadable(UncheckedIOException e) {
        if (e.getCause() instanceof NoSuchFileException) {
            return fault(place, "a folder without run.json", ALLOWED, FIX);
        }
        if (e.getCause() instanceof CharacterCodingException) {
            return fault(folder.runFile().toString(), "bytes that are no text", "JSON in UTF-8", FIX);
        }
        return fault(
                place,
                Fault.oneLine("files that cannot be read (" + e.getCause() + ")", MAX_CHARS),
                "files that can be",
                FIX);
    }

    private static String line(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : ": line " + e.getLocation().getLineNr();
    }

    private static InputException fault(String place, String found, String allowed, String fix) {
        return InputException.of(List.of(new Fault(place, "", found, allowed, fix)));
    }
}
