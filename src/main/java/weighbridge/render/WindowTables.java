package weighbridge.render;

import static weighbridge.render.Field.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import weighbridge.analysis.BurstReport;
import weighbridge.analysis.CpuReport;
import weighbridge.analysis.GeneratorReport;
import weighbridge.analysis.LatencySummary;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.render.Sheet.*;
import weighbridge.workload.BurstLoad;

/** What was measured in the window of each target: the calls, warm beside cold, and the CPU time. */
final class WindowTables {
    private static final List<Field<TargetReport>> WARMTH = List.of(
            number("cold success", at(TargetReport::cold, BurstReport::successRatio), Numbers::success),
            number("cold s/call", at(TargetReport::cold, BurstReport::secondsPerCall), Numbers::perCall),
            number("warm success", target -> target.burst().successRatio(), Numbers::success),
            number("warm s/call", target -> target.burst().secondsPerCall(), Numbers::perCall),
            number("warm-up bursts", target -> target.warmup().bursts(), Numbers::orNone),
            words("", WindowTables::warmth));

    private static final List<Field<TargetReport>> CPU = List.of(
            number("CPU s/1000 calls", own(CpuReport::secondsPer1000Calls), Numbers::thousandths),
            number("machine share", own(CpuReport::machineShare), Numbers::wholePercent),
            number("generator s/1000 calls", generator(CpuReport::secondsPer1000Calls), Numbers::thousandths),
            number("generator share", generator(CpuReport::machineShare), Numbers::wholePercent),
            number("max stall ms", health(each -> each.health().longestStallMillis()), Numbers::orNone),
            number("GC ms", health(each -> each.health().gcPauseMillis()), Numbers::orNone),
            number("waiting for CPU", health(each -> each.health().deniedShare()), Numbers::wholePercent),
            number("other processes", watched(target -> target.window().othersShare()), Numbers::wholePercent));

    /** Calls that ended one way. @param target whose burst is told beside them; null where it was told already */
    private record Calls(String title, String kind, LatencySummary latency, TargetReport target) {}

    private static final List<Field<Calls>> LATENCY = List.of(
            words("", Calls::kind),
            number(
                    "calls",
                    calls -> calls.latency() == null ? 0 : calls.latency().count(),
                    Numbers::orNone),
            number("p50", at(Calls::latency, LatencySummary::p50), Numbers::orNone),
            number("p75", at(Calls::latency, LatencySummary::p75), Numbers::orNone),
            number("p95", at(Calls::latency, LatencySummary::p95), Numbers::orNone),
            number("p99", at(Calls::latency, LatencySummary::p99), Numbers::orNone),
            number("max", at(Calls::latency, LatencySummary::max), Numbers::orNone),
            ofBurst("in flight", target -> target.burst().peakInFlight()),
            ofBurst("starts spread", target -> target.burst().startSpreadMillis()),
            ofBurst("start-up", TargetReport::startupMillis));

    private WindowTables() {}

    /** The first burst that a fresh target ever got beside the measured one. */
    static Table warmth(Report report, BurstLoad bursts) {
        String warm = bursts.warmup() == 0 ? "without warm-up" : "after warm-up bursts that are not logged";
        return table(
                "Cold (the first burst of each fresh target) and measured, " + warm + ":",
                join(List.of(Titles.plain(report)), WARMTH),
                report.targets(),
                report.targets().stream()
                        .filter(target -> target.cold() != null)
                        .flatMap(target -> target.cold().failures().stream()
                                .map(failure -> target.name() + " cold: " + CallsSection.words(failure)))
                        .toArray(String[]::new));
    }

    private static String warmth(TargetReport target) {
        List<String> notes = new ArrayList<>();
        if (target.burst().calls() > 0 && target.warmup().steady() != null) {
            notes.add(target.warmup().steady() ? "steady" : "not steady");
        }
        if (Boolean.TRUE.equals(target.atFloor())) {
            notes.add("at the generator floor");
        }
        return String.join(", ", notes);
    }

    /** Successes and failures apart, then what belongs to a burst as a whole. */
    static Table latency(Report report) {
        List<Calls> calls = new ArrayList<>();
        for (TargetReport target : report.targets()) {
            BurstReport.LatencyMillis latency = target.burst().latencyMillis();
            if (latency.ok() != null || latency.ko() == null) {
                calls.add(new Calls(target.title(), "ok", latency.ok(), target));
            }
            if (latency.ko() != null) {
                boolean first = latency.ok() == null;
                calls.add(new Calls(first ? target.title() : "", "ko", latency.ko(), first ? target : null));
            }
        }
        Column titles = Titles.plain(report).column();
        return table(
                "Latency of calls that succeeded (ok) and failed (ko), spread of starts, and start-up, in ms; peak calls in flight:",
                join(List.of(new Field<>(titles, call -> Cell.of(call.title()))), LATENCY),
                calls);
    }

    private static Field<Calls> ofBurst(String label, Function<TargetReport, Number> value) {
        return new Field<>(
                Column.number(label),
                calls -> Cell.of(calls.target() == null ? "" : Numbers.orNone(value.apply(calls.target()))));
    }

    /** CPU time of each target, and of the generator with its health. */
    static Table cpu(Report report) {
        return table(
                "CPU per target, and generator health:", join(List.of(Titles.plain(report)), CPU), report.targets());
    }

    /** Nothing is told of a window in which the generator was not watched. */
    private static Function<TargetReport, Number> watched(Function<TargetReport, Number> value) {
        return target -> target.window().generator() == null ? null : value.apply(target);
    }

    private static Function<TargetReport, Number> own(Function<CpuReport, Number> value) {
        return watched(at(target -> target.window().cpu(), value));
    }

    private static Function<TargetReport, Number> generator(Function<CpuReport, Number> value) {
        return at(target -> target.window().generator(), at(GeneratorReport::cpu, value));
    }

    private static Function<TargetReport, Number> health(Function<GeneratorReport, Number> value) {
        return at(target -> target.window().generator(), value);
    }
}
