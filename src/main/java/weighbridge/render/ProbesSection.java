package weighbridge.render;

import static weighbridge.render.Field.*;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.Latency;
import weighbridge.capacity.LoadReport;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.StepVerdict;
import weighbridge.render.Sheet.*;
import weighbridge.text.Fault;
import weighbridge.workload.Purpose;

/** The load steps of a search for a capacity: what was asked, what came of it, and why that was not enough. */
final class ProbesSection {
    /** What says nothing of a rate; the JSON and the page have all of them. */
    private static final Set<Purpose> NOT_SHOWN = Set.of(Purpose.WARM_UP, Purpose.CONNECTIONS);

    private static final List<Field<ProbeReport>> PLAIN = List.of(
            new Field<>(
                    new Column(
                            "", Content.WORDS, "", Purpose.CONNECTIONS.label().length()),
                    probe -> Cell.of(probe.purpose().label())),
            number("step", ProbeReport::number, Numbers::orNone),
            number("process", ProbeReport::round, Numbers::orNone),
            new Field<>(Column.number("load"), probe -> Cell.of(asked(probe))),
            number("s", probe -> probe.load().seconds(), Numbers::rate),
            number("achieved/s", at(ProbesSection::called, LoadReport::achievedCallsPerSecond), Numbers::rate),
            number("p99 ms", at(probe -> latency(probe.load()), Latency::p99), Numbers::thousandths),
            number("errors", at(ProbesSection::called, LoadReport::errorRatio), Numbers::errors),
            number("in flight", at(ProbesSection::called, LoadReport::inFlight), Numbers::rate),
            number("cores", ProbeReport::cores, Numbers::thousandths),
            number("RSS MiB", ProbeReport::rssBytes, Numbers::mebibytes),
            words("", ProbesSection::verdict));

    private static final List<Field<LoadReport>> LOAD = join(
            List.of(
                    number("offered calls/s", LoadReport::offeredCallsPerSecond, Numbers::digits),
                    number("users", LoadReport::concurrency, Numbers::count),
                    number("seconds", LoadReport::seconds, Numbers::digits),
                    number("achieved calls/s", LoadReport::achievedCallsPerSecond, Numbers::digits),
                    number("calls", LoadReport::calls, Numbers::count),
                    number("failed %", LoadReport::errorRatio, Numbers::digitsOfPercent)),
            of(ProbesSection::latency, LatencyColumns.fields(" ms", Numbers::digits, "p50", "p99", "max")),
            List.of(
                    number("delay p99 ms", at(LoadReport::lag, LoadReport.Lag::p99), Numbers::digits),
                    number("waited for a user", LoadReport::poolDryCalls, Numbers::count),
                    number("in flight", LoadReport::inFlight, Numbers::digits)));

    private static final List<Field<ProbeReport>> FULL = join(
            List.of(
                    number("step", ProbeReport::number, Numbers::count),
                    words("purpose", probe -> probe.purpose().label()),
                    new Field<>(Column.words("result"), ProbesSection::result),
                    number("process", ProbeReport::round, Numbers::count)),
            of(ProbeReport::load, LOAD),
            List.of(
                    number("cores", ProbeReport::cores, Numbers::digits),
                    number("generator cores", ProbeReport::generatorCores, Numbers::digits),
                    number("RSS MiB", ProbeReport::rssBytes, Numbers::groupedMebibytes),
                    number("RSS peak MiB", ProbeReport::peakRssBytes, Numbers::groupedMebibytes),
                    words("why", ProbesSection::reasons)));

    private ProbesSection() {}

    /** For plain text: those of one target that tell something of a rate. */
    static Section plain(TargetReport target) {
        return Section.of(
                Kind.PROBES,
                table(
                        "Load steps of " + target.title()
                                + " (p99 from the planned start; closed loads: from the actual start):",
                        PLAIN,
                        target.capacity().probes().stream()
                                .filter(probe -> !NOT_SHOWN.contains(probe.purpose()))
                                .toList()));
    }

    /** All of them in the order in which they were made, target by target. */
    static Table full(List<TargetReport> targets) {
        List<List<Cell>> rows = targets.stream()
                .filter(target -> target.capacity() != null)
                .flatMap(target -> target.capacity().probes().stream()
                        .map(probe -> join(List.of(Cell.of(target.name())), row(FULL, probe))))
                .toList();
        return new Table(
                "Every load step; click a column head to sort",
                join(List.of(Column.words("target")), columns(FULL)),
                rows,
                List.of());
    }

    private static String asked(ProbeReport probe) {
        LoadReport load = probe.load();
        if (load.offeredCallsPerSecond() != null) {
            return Numbers.callsPerSecond(load.offeredCallsPerSecond());
        }
        String what = probe.purpose() == Purpose.CONNECTIONS ? " idle" : " users";
        return load.concurrency() == null ? Numbers.NONE : Numbers.count(load.concurrency()) + what;
    }

    /** Null where nothing was called. */
    private static LoadReport called(ProbeReport probe) {
        return probe.load().calls() > 0 ? probe.load() : null;
    }

    /** From the planned start where there is one: that is what an SLO is held against. */
    private static Latency latency(LoadReport load) {
        return load.plannedLatencyMillis() == null ? load.latencyMillis() : load.plannedLatencyMillis();
    }

    /** With the first reason: a line of a console has an end, and the page has all of them. */
    private static String verdict(ProbeReport probe) {
        String verdict = switch (probe.verdict()) {
            case KEPT -> "kept";
            case BROKEN -> "broken";
            case INCONCLUSIVE -> "inconclusive";
            case UNJUDGED -> "";
        };
        String reason = probe.reasons().isEmpty()
                ? ""
                : Fault.oneLine(CapacityFindingWords.of(probe.reasons().get(0)), 120);
        return verdict.isEmpty() || reason.isEmpty() ? verdict + reason : verdict + ": " + reason;
    }

    private static String reasons(ProbeReport probe) {
        return probe.reasons().stream().map(CapacityFindingWords::of).collect(Collectors.joining("; "));
    }

    private static Cell result(ProbeReport probe) {
        Mark mark = probe.verdict() == StepVerdict.BROKEN ? Mark.STRONG : Mark.NONE;
        return new Cell(word(probe), null, mark, "", "");
    }

    /** The same words as in the pictures. */
    private static String word(ProbeReport probe) {
        return switch (probe.verdict()) {
            case KEPT -> "kept";
            case BROKEN -> "broken";
            case INCONCLUSIVE -> "inconclusive";
            case UNJUDGED -> "not judged";
        };
    }
}
