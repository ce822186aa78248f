package weighbridge.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.Demand;
import weighbridge.capacity.HostSize;
import weighbridge.capacity.InstanceCost;
import weighbridge.record.Host;
import weighbridge.text.Fault;

/** What the console shows of a plan: how many instances and hosts a peak needs, with all that it was reckoned from. */
public final class PlanText {
    private static final int MAX_CHARS = 400;
    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1 << 20);

    private PlanText() {}

    /**
     * The plan as plain text, each line ended by \n.
     *
     * @param targets of the report, which of them to plan for
     * @param host that instances are put on
     */
    public static String format(Report report, List<TargetReport> targets, Demand demand, HostSize host) {
        List<String> lines = new ArrayList<>();
        lines.add("Plan for a peak of " + PlanNumbers.plain(demand.callsPerSecond()) + " calls/s with a headroom of "
                + PlanNumbers.percent(demand.headroom()) + ", on hosts of "
                + PlanNumbers.size(host.cores(), host.mebibytes())
                + ", of whose cores up to " + PlanNumbers.percent(demand.utilization()) + " may be busy");
        lines.add(source(report));
        lines.add(
                "An instance is taken to carry what it carried there and never more, a core of a host to be as fast as"
                        + " one there.");
        faults(report.verdict()).forEach(lines::add);
        for (TargetReport target : targets) {
            lines.add("");
            Optional<InstanceCost> cost = InstanceCost.of(target.capacity());
            if (cost.isPresent()) {
                lines.addAll(PlanLines.of(target, demand, host, cost.get()));
            } else {
                lines.add(target.title() + ": " + whyNot(target));
            }
        }
        // Run folders may come from somebody else: no name, version or sentence in them is sure to be one.
        return lines.stream().map(Fault::oneLine).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String source(Report report) {
        Host machine = report.run().environment();
        return "Figures of " + report.run().id() + ", started " + report.run().startedAt() + ", made on "
                + Text.orNotAvailable(machine.cpuModel()) + ", "
                + PlanNumbers.size(
                        BigDecimal.valueOf(machine.logicalCores()),
                        BigDecimal.valueOf(machine.memoryBytes())
                                .divide(MEBIBYTE)
                                .setScale(2, RoundingMode.FLOOR));
    }

    private static List<String> faults(Report.Verdict verdict) {
        return verdict.faults().isEmpty() && !verdict.valid()
                ? List.of("Not valid: the figures cannot be relied on")
                : verdict.faults().stream()
                        .map(fault -> "Not valid: " + Fault.oneLine(fault, MAX_CHARS))
                        .toList();
    }

    private static String whyNot(TargetReport target) {
        String outcome = target.well() ? "" : ", it " + Headline.fate(target);
        if (target.capacity() == null) {
            return "not planned, its capacity was not looked for" + outcome;
        }
        String remarks = target.capacity().remarks().stream()
                .map(CapacityFindingWords::of)
                .collect(Collectors.joining("; "));
        return "not planned, no rate was confirmed" + outcome
                + (remarks.isEmpty() ? "" : ": " + Fault.oneLine(remarks, MAX_CHARS));
    }
}
