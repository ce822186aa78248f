package weighbridge.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import weighbridge.render.IndexedRun.State;
import weighbridge.text.Json;

/** Finds the run folders of a results folder and reads their summaries, whatever else lies there. */
final class RunFolders {
    private static final String SUMMARY = "summary.json";

    /** A folder that holds none of these is nobody's run. */
    private static final Set<String> MARKS = Set.of(SUMMARY, "run.json", "simulation.log");

    /** So large no run's summary is. */
    private static final long MAX_BYTES = 8L << 20;

    private static final Pattern STAMP = Pattern.compile("-(\\d{17})$");
    private static final DateTimeFormatter STAMP_FORMAT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

    private static final Comparator<IndexedRun> NEWEST_FIRST = Comparator.comparing(
                    IndexedRun::startedAt, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(IndexedRun::id, Comparator.reverseOrder());

    private RunFolders() {}

    /**
     * All runs, the newest first: neither links, such as the one to the latest run, nor what Weighbridge hides there for
     * itself.
     *
     * @throws IOException where the folder itself cannot be listed
     */
    static List<IndexedRun> read(Path results) throws IOException {
        try (Stream<Path> entries = Files.list(results)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .flatMap(folder -> run(folder).stream())
                    .sorted(NEWEST_FIRST)
                    .toList();
        }
    }

    /** Empty where it is no run, or is gone by now. */
    private static Optional<IndexedRun> run(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            Set<String> files =
                    entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
            return files.stream().anyMatch(MARKS::contains) ? Optional.of(run(folder, files)) : Optional.empty();
        } catch (JacksonException e) {
            return unreadable(folder, SUMMARY + " is no JSON: " + e.getOriginalMessage());
        } catch (AccessDeniedException e) {
            return unreadable(folder, "no right to read it");
        } catch (IOException | RuntimeException e) {
            return Files.isDirectory(folder) ? unreadable(folder, e.toString()) : Optional.empty();
        }
    }

    private static IndexedRun run(Path folder, Set<String> files) throws IOException {
        if (!files.contains(SUMMARY)) {
            return files.contains("run.json")
                    ? without(folder, files, State.CUT_OFF, null)
                    : without(folder, files, State.UNREADABLE, "neither summary.json nor run.json is there");
        }
        Path file = folder.resolve(SUMMARY);
        // A link may lead anywhere, and whoever opens a pipe waits.
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return without(folder, files, State.UNREADABLE, SUMMARY + " is no file");
        }
        if (Files.size(file) > MAX_BYTES) {
            return without(folder, files, State.UNREADABLE, SUMMARY + " is larger than any summary");
        }
        JsonNode tree = Json.tree(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        return SummaryReader.isSummary(tree)
                ? SummaryReader.read(tree, folder, files, stamp(folder))
                : without(folder, files, State.UNREADABLE, SUMMARY + " is no summary of a run");
    }

    private static Optional<IndexedRun> unreadable(Path folder, String note) {
        return Optional.of(without(folder, Set.of(), State.UNREADABLE, note));
    }

    private static IndexedRun without(Path folder, Set<String> files, State state, String note) {
        return new IndexedRun(folder, files, stamp(folder), state, note, null, null, null, List.of());
    }

    private static Instant stamp(Path folder) {
        Matcher matcher = STAMP.matcher(folder.getFileName().toString());
        try {
            return matcher.find() ? Instant.from(STAMP_FORMAT.parse(matcher.group(1))) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
