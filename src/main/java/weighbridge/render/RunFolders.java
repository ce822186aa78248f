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
import java.util.ArrayList;
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

    private static final Comparator<Run> NEWEST_FIRST = Comparator.comparing(
                    Run::startedAt, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Run::name, Comparator.reverseOrder());

    private RunFolders() {}

    /** All runs, the newest first. @throws IOException where the folder itself cannot be listed */
    static List<Run> read(Path results) throws IOException {
        List<Run> runs = new ArrayList<>();
        for (Path folder : folders(results)) {
            run(folder).ifPresent(runs::add);
        }
        runs.sort(NEWEST_FIRST);
        return runs;
    }

    /** Neither links, such as the one to the latest run, nor what Weighbridge hides there for itself. */
    private static List<Path> folders(Path results) throws IOException {
        try (Stream<Path> entries = Files.list(results)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    /** Empty where it is no run, or is gone by now. */
    private static Optional<Run> run(Path folder) {
        try {
            Set<String> files = names(folder);
            if (files.stream().noneMatch(MARKS::contains)) {
                return Optional.empty();
            }
            if (files.contains(SUMMARY)) {
                return Optional.of(ofSummary(folder, files));
            }
            return Optional.of(
                    files.contains("run.json")
                            ? without(folder, files, Run.State.CUT_OFF, null)
                            : without(
                                    folder, files, Run.State.UNREADABLE, "neither summary.json nor run.json is there"));
        } catch (JacksonException e) {
            return Optional.of(unreadable(folder, SUMMARY + " is no JSON: " + e.getOriginalMessage()));
        } catch (AccessDeniedException e) {
            return Optional.of(unreadable(folder, "no right to read it"));
        } catch (IOException | RuntimeException e) {
            return Files.isDirectory(folder) ? Optional.of(unreadable(folder, e.toString())) : Optional.empty();
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Run ofSummary(Path folder, Set<String> files) throws IOException {
        Path file = folder.resolve(SUMMARY);
        // A link may lead anywhere, and whoever opens a pipe waits.
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return without(folder, files, Run.State.UNREADABLE, SUMMARY + " is no file");
        }
        if (Files.size(file) > MAX_BYTES) {
            return without(folder, files, Run.State.UNREADABLE, SUMMARY + " is larger than any summary");
        }
        JsonNode tree = Json.tree(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        if (!SummaryReader.isSummary(tree)) {
            return without(folder, files, Run.State.UNREADABLE, SUMMARY + " is no summary of a run");
        }
        SummaryReader summary = SummaryReader.of(tree);
        Instant startedAt = summary.startedAt();
        return new Run(
                folder,
                files,
                startedAt == null ? stamp(folder) : startedAt,
                summary.state(),
                summary.note(),
                summary.settings(),
                summary.machine(),
                summary.targets());
    }

    private static Run unreadable(Path folder, String note) {
        return without(folder, Set.of(), Run.State.UNREADABLE, note);
    }

    private static Run without(Path folder, Set<String> files, Run.State state, String note) {
        return new Run(folder, files, stamp(folder), state, note, null, null, List.of());
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
