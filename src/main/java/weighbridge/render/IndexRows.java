package weighbridge.render;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.record.Outcome;
import weighbridge.render.IndexPage.Card;
import weighbridge.render.IndexPage.Line;
import weighbridge.render.IndexPage.Link;
import weighbridge.render.IndexPage.Row;
import weighbridge.render.IndexPage.TargetRow;
import weighbridge.text.Fault;

/** From runs to the words of the index. */
final class IndexRows {
    private static final int MOST_CARDS = 30;
    private static final int MOST_TARGETS = 100;
    private static final int MAX_NAME = 100;
    private static final int MAX_NOTE = 240;
    /** The page that a run's name leads to: ours, or in a run of an older version Gatling's. */
    private static final List<String> REPORTS = List.of("report.html", "index.html");

    /** How much memory grew is one cell. */
    private static final List<Figure> FIGURES = Figure.byTopic(Trait.IN_INDEX).stream()
            .filter(figure -> figure != Figure.IDLE_RSS_BYTES)
            .toList();

    /** Its other files, each with what it is called. */
    private static final List<Link> FILES = List.of(
            new Link("Gatling’s report", "index.html"),
            new Link("junit.xml", "junit.xml"),
            new Link("summary.md", "summary.md"),
            new Link("summary.txt", "summary.txt"));

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private IndexRows() {}

    /** The page of these runs, the newest first. @param results the folder as its user names it */
    static IndexPage page(Path results, List<IndexedRun> runs) {
        List<TargetTrends> trends = TargetTrends.of(runs);
        int more = trends.size() - MOST_CARDS;
        return new IndexPage(
                Numbers.count(runs.size(), "run"),
                trends.stream().limit(MOST_CARDS).map(IndexRows::card).toList(),
                more > 0 ? "Targets of older runs without a card: " + more : null,
                runs.stream().map(run -> row(results, run)).toList());
    }

    private static Card card(TargetTrends trends) {
        String runs = Numbers.count(trends.runs(), "run") + " of " + Numbers.count(trends.calls(), "call")
                + (trends.machines() > 1 ? ", on " + trends.machines() + " machines" : "");
        List<Line> lines = trends.trends().entrySet().stream()
                .map(trend -> TrendLine.of(
                        trend.getKey().label(), trend.getValue(), value -> Numbers.withUnit(trend.getKey(), value)))
                .toList();
        return new Card(words(trends.target(), MAX_NAME), runs, lines);
    }

    private static Row row(Path results, IndexedRun run) {
        String link = link(run.folder());
        int more = run.targets().size() - MOST_TARGETS;
        Optional<String> report = REPORTS.stream().filter(run.files()::contains).findFirst();
        Instant start = run.startedAt();
        return new Row(
                words(run.name(), MAX_NAME),
                report.map(file -> link + file).orElse(null),
                start == null ? Numbers.NONE : DATE.format(start),
                start == null ? null : start.toString(),
                run.state().label(),
                run.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                note(results, run),
                run.settings() == null ? null : settings(run.settings()),
                run.machine() == null ? null : words(run.machine(), MAX_NOTE),
                FILES.stream()
                        .filter(file -> run.files().contains(file.href()))
                        .filter(file -> !report.equals(Optional.of(file.href())))
                        .map(file -> new Link(file.name(), link + file.href()))
                        .toList(),
                run.targets().stream()
                        .limit(MOST_TARGETS)
                        .map(IndexRows::target)
                        .toList(),
                more > 0 ? "and " + more + " more targets" : null);
    }

    private static String note(Path results, IndexedRun run) {
        if (run.note() != null) {
            return words(run.note(), MAX_NOTE);
        }
        if (run.state() != IndexedRun.State.CUT_OFF || !run.targets().isEmpty()) {
            return null;
        }
        // Nobody should paste a name into a shell that means something there.
        String path = results + "/" + run.name();
        boolean plain = path.matches("[A-Za-z0-9._/-]+");
        return "cut off, or still running: make report RUN=" + (plain ? path : "…") + " tells what is left";
    }

    private static String settings(IndexedRun.Settings settings) {
        return "calls " + Numbers.orNone(settings.calls()) + ", warm-up " + Numbers.orNone(settings.warmup())
                + ", rounds " + Numbers.orNone(settings.rounds());
    }

    private static TargetRow target(IndexedRun.Target target) {
        boolean measured = target.outcome() == null || target.outcome().equals(Outcome.Kind.MEASURED.label());
        return new TargetRow(
                words(target.name(), MAX_NAME),
                words(target.version(), MAX_NAME),
                measured ? null : words(target.outcome().replace('-', ' '), MAX_NAME),
                FIGURES.stream().map(figure -> cell(target, figure)).toList());
    }

    private static String cell(IndexedRun.Target target, Figure figure) {
        Double value = target.figure(figure);
        return figure == Figure.PEAK_RSS_BYTES
                ? growth(target.figure(Figure.IDLE_RSS_BYTES), value)
                : Numbers.withUnit(figure, value);
    }

    /** From one size to another, which have their unit once. */
    static String growth(Double idle, Double peak) {
        String from = Numbers.withUnit(Figure.IDLE_RSS_BYTES, idle);
        String to = Numbers.withUnit(Figure.PEAK_RSS_BYTES, peak);
        return idle == null && peak == null ? to : (peak == null ? from : from.replace(" MiB", "")) + " → " + to;
    }

    /** A text of somebody else: no character that acts, and at most so many. */
    static String words(String text, int most) {
        return Fault.oneLine(text, most).replaceAll("[\\p{Cs}\\uFFFE\\uFFFF]", "?");
    }

    /** A relative link to an entry of the results folder: every character that could mean something is written as %xx. */
    static String link(Path folder) {
        String[] parts = folder.toUri().getRawPath().split("/");
        StringBuilder link = new StringBuilder("./");
        for (char character : parts[parts.length - 1].toCharArray()) {
            boolean plain =
                    character < 128 && (Character.isLetterOrDigit(character) || "._-~%".indexOf(character) >= 0);
            link.append(plain ? String.valueOf(character) : String.format(Locale.ROOT, "%%%02X", (int) character));
        }
        return link.append('/').toString();
    }
}
