package weighbridge.cli;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Report;
import weighbridge.record.Recording;
import weighbridge.record.RecordingReader;
import weighbridge.record.RunFolder;
import weighbridge.record.RunRecord;
import weighbridge.render.SummaryFiles;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.text.Json;

/**
 * A run folder that a user names, which may be anything.
 *
 * @param folder where it lies
 * @param report what it says
 * @param files the report in each format, as the folder holds them, by name
 */
record StoredRun(RunFolder folder, Report report, Map<String, String> files) {
    private static final String ALLOWED = "a run folder, which holds the run.json of a run";
    private static final String FIX = "give one of those in results, or make a run with ./mvnw gatling:test";
    private static final String WRITTEN = "what a run of Weighbridge has written";
    private static final String OTHER_FOLDER = "take another run folder";
    private static final String NOT_TOGETHER = "values that do not belong together";
    /** Before the first release; 0.1.0 can read them all. */
    private static final String OLDER = "weighbridge/run/[1-3]";

    private static final String NEWER = "weighbridge/run/[1-9]\\d*";
    private static final int MAX_CHARS = 160;

    /** The run at this path. @throws InputException where it is none */
    static StoredRun read(Path path) {
        return read(path, folder -> {
            Recording recording = recording(folder);
            Report report = Analysis.of(recording);
            return new StoredRun(folder, report, SummaryFiles.of(report, recording));
        });
    }

    /** What the run at this path says, for those who need no formats of it. @throws InputException where it is none */
    static Report report(Path path) {
        return read(path, folder -> Analysis.of(recording(folder)));
    }

    private static <T> T read(Path path, Function<RunFolder, T> reading) {
        if (!Files.isDirectory(path)) {
            boolean there = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
            boolean link = Files.isSymbolicLink(path);
            throw InputException.of(
                    path.toString(), link ? "a link to no folder" : there ? "a file" : nothing(path), ALLOWED, FIX);
        }
        RunFolder folder = new RunFolder(path);
        String file = folder.runFile().toString();
        try {
            requireSchema(folder);
            return reading.apply(folder);
        } catch (InputException e) {
            throw e;
        } catch (JacksonException e) {
            // A cause that is not JSON's own comes from a type of ours, and its words are Java's.
            boolean ours = e.getCause() instanceof RuntimeException && !(e.getCause() instanceof JacksonException);
            throw InputException.of(
                    file + line(e),
                    ours ? NOT_TOGETHER : Fault.oneLine(e.getOriginalMessage(), MAX_CHARS),
                    WRITTEN,
                    "take another run folder, this run cannot be read any more");
        } catch (UncheckedIOException e) {
            throw unreadable(path, file, e.getCause());
        } catch (RuntimeException e) {
            // Well-formed, but with values that no run writes: made or changed by somebody else.
            throw InputException.of(file, NOT_TOGETHER, WRITTEN, OTHER_FOLDER);
        }
    }

    /** The link to the newest run goes when the next one begins, or is refused. */
    private static String nothing(Path path) {
        return path.endsWith(RunFolder.LATEST)
                ? "nothing, for the newest run was refused or has not come to its end"
                : "nothing";
    }

    /** First of all: what else would be wrong with a file of another schema is no fault of it. */
    private static void requireSchema(RunFolder folder) {
        Object schema = Json.read(folder.readRunText(), Map.class).get("schema");
        if (!RunRecord.SCHEMA.equals(schema)) {
            throw InputException.of(
                    folder.runFile() + ": schema",
                    schema == null ? "none" : Fault.oneLine('"' + schema.toString() + '"', MAX_CHARS),
                    '"' + RunRecord.SCHEMA + '"',
                    String.valueOf(schema).matches(OLDER)
                            ? "read it with Weighbridge 0.1.0"
                            : String.valueOf(schema).matches(NEWER)
                                    ? "read it with the newer Weighbridge that wrote it"
                                    : OTHER_FOLDER);
        }
    }

    /** @throws InputException where a part is missing without which nothing can be said of a run */
    private static Recording recording(RunFolder folder) {
        RunRecord run = folder.readRun();
        require(folder, "settings", run.settings() != null, "the settings of the run");
        require(folder, "environment", run.environment() != null, "the machine that the run was made on");
        require(folder, "main", run.main() != null, "the process that hammered");
        require(folder, "rounds", !run.rounds().isEmpty(), "one round or more");
        return RecordingReader.read(run, folder);
    }

    private static void require(RunFolder folder, String key, boolean there, String allowed) {
        if (!there) {
            throw InputException.of(folder.runFile() + ": " + key, "none", allowed, OTHER_FOLDER);
        }
    }

    private static InputException unreadable(Path path, String file, Exception cause) {
        if (cause instanceof NoSuchFileException) {
            return InputException.of(path.toString(), "a folder without run.json", ALLOWED, FIX);
        }
        if (cause instanceof CharacterCodingException) {
            return InputException.of(file, "bytes that are no text", "JSON in UTF-8", FIX);
        }
        String found = Fault.oneLine("files that cannot be read (" + cause + ")", MAX_CHARS);
        return InputException.of(path.toString(), found, "files that can be", FIX);
    }

    private static String line(JacksonException e) {
        boolean known = e.getLocation() != null && e.getLocation().getLineNr() >= 1;
        return known ? ": line " + e.getLocation().getLineNr() : "";
    }
}
