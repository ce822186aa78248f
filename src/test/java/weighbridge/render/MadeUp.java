package weighbridge.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.Finding;
import weighbridge.analysis.Gap;
import weighbridge.analysis.Misbehaviour;
import weighbridge.analysis.Ranking;
import weighbridge.analysis.Remark;
import weighbridge.analysis.Report;
import weighbridge.analysis.RoundsReport;
import weighbridge.analysis.SloReport;
import weighbridge.analysis.TargetReport;
import weighbridge.analysis.TargetReport.Identity;
import weighbridge.figure.Figure;
import weighbridge.record.Outcome.Kind;
import weighbridge.record.RequestRecord;
import weighbridge.record.SampleRun;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.Cores;
import weighbridge.workload.Settings;

/** Reports with a few values of one's own: all else is that of the sample run. */
final class MadeUp {
    private static final Report SAMPLE = Analysis.of(SampleRun.recording());
    private static final Settings SETTINGS = SAMPLE.run().settings();

    private final List<TargetReport> targets = new ArrayList<>();
    private final List<Ranking> ranking = new ArrayList<>();
    private final List<SloReport> promises = new ArrayList<>();
    private String simulation = SAMPLE.run().simulation();
    private boolean complete = true;
    private List<Remark> faults = List.of();
    private List<Remark> notes = List.of();
    private Settings settings = settings(List.of("a"), 1);

    static MadeUp report() {
        return new MadeUp();
    }

    /** Measured, with this success in each round and nothing else. */
    MadeUp target(String name, Double... successes) {
        return target(name, Figure.SUCCESS_RATIO, successes);
    }

    /** Measured, all calls in time, and with these values of a figure by round. */
    MadeUp target(String name, Figure figure, Double... values) {
        Map<Figure, List<Double>> figures = new LinkedHashMap<>();
        figures.put(Figure.SUCCESS_RATIO, List.of(1.0));
        figures.put(figure, Arrays.asList(values));
        return target(name, figures);
    }

    MadeUp target(String name, Map<Figure, List<Double>> figures) {
        targets.add(target(name, "1.0", Kind.MEASURED, null, List.of(), "http://127.0.0.1:8000/", figures));
        return this;
    }

    /** It had no success, whatever came of it. */
    MadeUp failed(String name, Kind outcome, String reason, String... misbehaviour) {
        Map<Figure, List<Double>> none = Map.of();
        targets.add(target(name, "1.0", outcome, reason, List.of(misbehaviour), "http://127.0.0.1:8000/", none));
        return this;
    }

    /** All texts of a target are this one. */
    MadeUp hostile(String text) {
        targets.add(target(text, text, Kind.FAILED_TO_START, text, List.of(text), text, Map.of()));
        return this;
    }

    MadeUp at(String url) {
        targets.add(target("at", "1.0", Kind.MEASURED, null, List.of(), url, Map.of()));
        return this;
    }

    MadeUp cutOff() {
        complete = false;
        return this;
    }

    MadeUp faults(String... words) {
        faults = remarks(words);
        return this;
    }

    /** Not valid for this reason. */
    MadeUp fault(Finding finding) {
        faults = List.of(new Remark(finding, null, 1, 1, 1));
        return this;
    }

    /** The figures of this target alone are not valid, for this reason. */
    MadeUp fault(String target, Finding finding) {
        faults = List.of(new Remark(finding, target, 1, 1, 1));
        return this;
    }

    static List<Remark> remarks(String... words) {
        return Arrays.stream(words)
                .map(one -> new Remark(new Finding.Recorded(one), null, 1, 1, 1))
                .toList();
    }

    MadeUp notes(String... words) {
        notes = remarks(words);
        return this;
    }

    /** Remarks on this target. */
    MadeUp notesOn(String target, Finding... findings) {
        notes = Arrays.stream(findings)
                .map(finding -> new Remark(finding, target, 1, 1, 1))
                .toList();
        return this;
    }

    /** Names with commas between those of a group. */
    MadeUp order(Figure figure, String... groups) {
        List<List<String>> order =
                Arrays.stream(groups).map(group -> List.of(group.split(","))).toList();
        String text = order.stream().map(group -> String.join(" = ", group)).collect(Collectors.joining(" < "));
        ranking.add(new Ranking(figure, 6, 1.02, order, text, List.of(), List.of(), null));
        return this;
    }

    /** All in one group, names with commas between, of which only these pairs differ, such as a<c. */
    static Ranking ranking(Figure figure, String group, String... differing) {
        List<String> names = List.of(group.split(","));
        List<Ranking.Pair> pairs = new ArrayList<>();
        for (int first = 0; first < names.size(); first++) {
            for (int second = first + 1; second < names.size(); second++) {
                pairs.add(pair(names.get(first), names.get(second), List.of(differing)));
            }
        }
        String text = group.replace(",", " = ") + " (" + String.join(", ", differing) + ")";
        return new Ranking(figure, 6, 1.02, List.of(names), text, pairs, List.of(), null);
    }

    private static Ranking.Pair pair(String one, String other, List<String> differing) {
        boolean turned = differing.contains(other + "<" + one);
        boolean different = turned || differing.contains(one + "<" + other);
        return new Ranking.Pair(turned ? other : one, turned ? one : other, 2, different ? 1.5 : 0.5, 3, different);
    }

    MadeUp noOrder(Figure figure, Gap reason) {
        ranking.add(new Ranking(figure, 6, null, List.of(), null, List.of(), List.of(), reason));
        return this;
    }

    MadeUp ranking(Ranking one) {
        ranking.add(one);
        return this;
    }

    MadeUp promise(SloReport promise) {
        promises.add(promise);
        return this;
    }

    MadeUp settings(Settings others) {
        settings = others;
        return this;
    }

    MadeUp simulation(String name) {
        simulation = name;
        return this;
    }

    MadeUp target(TargetReport made) {
        targets.add(made);
        return this;
    }

    MadeUp rounds(int count) {
        return settings(settings(List.of("a"), count));
    }

    private static Settings settings(List<String> targets, int rounds) {
        return new Settings(
                targets,
                new BurstLoad(800, 25),
                SETTINGS.timeout(),
                SETTINGS.port(),
                SETTINGS.settle(),
                false,
                rounds,
                rounds == 1 ? null : 7L,
                List.of(),
                null,
                List.of(),
                new Cores.Shared(),
                List.of());
    }

    Report get() {
        Report.Run run = SAMPLE.run();
        return new Report(
                Report.SCHEMA,
                new Report.Run(run.id(), simulation, run.startedAt(), complete, settings, run.environment()),
                SAMPLE.generatorWarmup(),
                SAMPLE.floor(),
                new RoundsReport(settings.rounds(), settings.seed(), List.of(), Map.of()),
                targets,
                ranking,
                promises,
                SAMPLE.main(),
                Report.Verdict.of(
                        faults, notes, targets.stream().map(TargetReport::name).toList()));
    }

    private static TargetReport target(
            String name,
            String version,
            Kind outcome,
            String reason,
            List<String> misbehaviour,
            String url,
            Map<Figure, List<Double>> figures) {
        TargetReport like = SAMPLE.targets().get(0);
        Map<Figure, FigureReport> reports = new EnumMap<>(Figure.class);
        figures.forEach((figure, values) -> reports.put(figure, FigureReport.of(values)));
        List<RequestRecord> requests = List.of(new RequestRecord("GET", url, 200));
        return new TargetReport(
                new Identity(
                        name,
                        version,
                        outcome,
                        reason,
                        misbehaviour.stream()
                                .<Misbehaviour>map(Misbehaviour.Observed::new)
                                .toList(),
                        true,
                        like.identity().pid(),
                        url,
                        requests,
                        1,
                        false,
                        null),
                like.burst(),
                like.floor(),
                like.atFloor(),
                like.cold(),
                like.warmup(),
                like.explanation(),
                like.memory(),
                like.window(),
                like.startupMillis(),
                like.round(),
                reports,
                like.load(),
                like.capacity());
    }
}
