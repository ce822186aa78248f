package weighbridge.render;

import java.util.List;
import java.util.Set;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.Latency;
import weighbridge.capacity.LoadReport;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.StepVerdict;
import weighbridge.text.Fault;
import weighbridge.workload.Purpose;

/** A line for each probe of a target: what was asked, what came of it, and why that was not enough. */
final class ProbeTable {
    /** What says nothing of a rate; the JSON and the page have all of them. */
    private static final Set<Purpose> NOT_SHOWN = Set.of(Purpose.WARM_UP, Purpose.CONNECTIONS);

    private ProbeTable() {}

    static List<String> lines(CapacityReport card) {
        Table table = new Table(
                Purpose.CONNECTIONS.label().length(),
                List.of(
                        "probe",
                        "process",
                        "load",
                        "s",
                        "achieved/s",
                        "p99 ms",
                        "errors",
                        "in flight",
                        "cores",
                        "rss MiB",
                        ""));
        card.probes().stream()
                .filter(probe -> !NOT_SHOWN.contains(probe.purpose()))
                .forEach(probe -> table.add(probe.purpose().label(), cells(probe)));
        return table.lines();
    }

    private static List<String> cells(ProbeReport probe) {
        LoadReport load = probe.load();
        boolean called = load.calls() > 0;
        return List.of(
                Integer.toString(probe.number()),
                Integer.toString(probe.round()),
                asked(probe),
                LoadText.seconds(load.seconds()),
                called ? LoadText.rate(load.achievedCallsPerSecond()) : Text.NOT_AVAILABLE,
                p99(load),
                called ? LoadText.errors(load.errorRatio()) : Text.NOT_AVAILABLE,
                called ? LoadText.rate(load.inFlight()) : Text.NOT_AVAILABLE,
                LoadText.cores(probe.cores()),
                Text.mebibytesOrNot(probe.rssBytes()),
                verdict(probe));
    }

    private static String asked(ProbeReport probe) {
        LoadReport load = probe.load();
        if (load.offeredCallsPerSecond() != null) {
            return LoadText.callsPerSecond(load.offeredCallsPerSecond());
        }
        String what = probe.purpose() == Purpose.CONNECTIONS ? " idle" : " users";
        return load.concurrency() == null ? Text.NOT_AVAILABLE : LoadText.count(load.concurrency()) + what;
    }

    /** From the planned start where there is one: that is what a promise is held against. */
    private static String p99(LoadReport load) {
        Latency latency = load.offeredCallsPerSecond() == null ? load.latencyMillis() : load.plannedLatencyMillis();
        return LoadText.millis(latency == null ? null : latency.p99());
    }

    private static String verdict(ProbeReport probe) {
        // The others are in the page: a line of a console has an end.
        String reasons = probe.reasons().stream()
                .findFirst()
                .map(reason -> Fault.oneLine(CapacityFindingWords.of(reason), 120))
                .orElse("");
        String verdict = words(probe.verdict());
        return verdict.isEmpty() || reasons.isEmpty() ? verdict + reasons : verdict + ": " + reasons;
    }

    private static String words(StepVerdict verdict) {
        return switch (verdict) {
            case KEPT -> "kept";
            case BROKEN -> "broken";
            case INCONCLUSIVE -> "the generator's";
            case UNJUDGED -> "";
        };
    }
}
