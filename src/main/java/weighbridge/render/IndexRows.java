package weighbridge.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.render.IndexPage.Card;
import weighbridge.render.IndexPage.Line;
import weighbridge.render.IndexPage.Link;
import weighbridge.render.IndexPage.Row;
import weighbridge.render.IndexPage.TargetRow;

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

    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "index.html",
            "Gatling’s report",
            "junit.xml",
            "junit.xml",
            "summary.md",
            "summary.md",
            "summary.txt",
            "summary.txt"));

    private IndexRows() {}

    /** The page of these runs, the newest first. @param results the folder as its user names it */
    static IndexPage page(Path results, List<Run> runs) {
        List<TargetTrends> trends = TargetTrends.of(runs);
        int more = trends.size() - MOST_CARDS;
        return new IndexPage(
                count(runs.size(), "run"),
                trends.stream().limit(MOST_CARDS).map(IndexRows::card).toList(),
                more > 0 ? "Targets of older runs without a card: " + more : null,
                runs.stream().map(run -> row(results, run)).toList());
    }

    private static Card card(TargetTrends trends) {
        List<Line> lines = new ArrayList<>();
        trends.trends()
                .forEach((figure, trend) ->
                        lines.add(TrendLine.of(figure.label(), trend, value -> Shown.value(figure, value))));
        String runs = count(trends.runs(), "run") + " of " + count(trends.calls(), "call");
        return new Card(
                Shown.words(trends.target(), MAX_NAME),
                trends.machines() > 1 ? runs + ", on " + trends.machines() + " machines" : runs,
                lines);
    }

    private static Row row(Path results, Run run) {
        String link = Shown.link(run.folder());
        int more = run.targets().size() - MOST_TARGETS;
        Optional<String> report = REPORTS.stream().filter(run.files()::contains).findFirst();
        return new Row(
                Shown.words(run.name(), MAX_NAME),
                report.map(file -> link + file).orElse(null),
                Shown.date(run.startedAt()),
                run.startedAt() == null ? null : run.startedAt().toString(),
                run.state().label(),
                run.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                note(results, run),
                run.settings() == null ? null : settings(run.settings()),
                run.machine() == null ? null : Shown.words(run.machine(), MAX_NOTE),
                FILES.entrySet().stream()
                        .filter(file -> run.files().contains(file.getKey()))
                        .filter(file -> !report.equals(Optional.of(file.getKey())))
                        .map(file -> new Link(file.getValue(), link + file.getKey()))
                        .toList(),
                run.targets().stream()
                        .limit(MOST_TARGETS)
                        .map(IndexRows::target)
                        .toList(),
                more > 0 ? "and " + more + " more targets" : null);
    }

    private static String note(Path results, Run run) {
        if (run.note() != null) {
            return Shown.words(run.note(), MAX_NOTE);
        }
        if (run.state() != Run.State.CUT_OFF || !run.targets().isEmpty()) {
            return null;
        }
        // Nobody should paste a name into a shell that means something there.
        String path = results + "/" + run.name();
        boolean plain = path.matches("[A-Za-z0-9._/-]+");
        return "cut off, or still running: make report RUN=" + (plain ? path : "…") + " tells what is left";
    }

    private static String settings(Run.Settings settings) {
        return "calls " + orNot(settings.calls()) + ", warm-up " + orNot(settings.warmup()) + ", rounds "
                + orNot(settings.rounds());
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    private static String orNot(Integer number) {
        return number == null ? Shown.NOT_AVAILABLE : number.toString();
    }

    private static TargetRow target(RunTarget target) {
        boolean measured = target.outcome() == null || target.outcome().equals("measured");
        return new TargetRow(
                Shown.words(target.name(), MAX_NAME),
                Shown.words(target.version(), MAX_NAME),
                measured ? null : Shown.words(target.outcome().replace('-', ' '), MAX_NAME),
                FIGURES.stream().map(figure -> cell(target, figure)).toList());
    }

    private static String cell(RunTarget target, Figure figure) {
        return figure == Figure.PEAK_RSS_BYTES
                ? Shown.growth(target.figure(Figure.IDLE_RSS_BYTES), target.figure(figure))
                : Shown.value(figure, target.figure(figure));
    }
}
