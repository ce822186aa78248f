package weighbridge.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import weighbridge.analysis.Finding;
import weighbridge.analysis.Remark;
import weighbridge.analysis.Report;
import weighbridge.analysis.RunHost;
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
    private static final BigDecimal MEBIBYTES_OF_A_GIBIBYTE = BigDecimal.valueOf(1024);

    private PlanText() {}

    /**
     * The plan as plain text, each line ended by \n.
     *
     * @param targets of the report, which of them to plan for
     * @param host that instances are put on
     */
    public static String format(Report report, List<TargetReport> targets, Demand demand, HostSize host) {
        List<String> lines = new ArrayList<>();
        lines.add("Plan for a peak of " + Numbers.exact(demand.callsPerSecond()) + " calls/s with a headroom of "
                + percent(demand.headroom()) + ", on hosts of " + size(host.cores(), host.mebibytes())
                + ", of whose cores up to " + percent(demand.utilization()) + " may be busy");
        lines.add(source(report));
        lines.add(
                "Assumes that an instance sustains at most its measured rate, and that a core of a host is as fast as one there.");
        lines.addAll(faults(report.verdict()));
        for (TargetReport target : targets) {
            lines.add("");
            Optional<InstanceCost> cost = InstanceCost.of(target.capacity());
            lines.addAll(
                    cost.isPresent()
                            ? PlanLines.of(target, demand, host, cost.get(), ofProcesses(report.verdict(), target))
                            : List.of(target.title() + ": " + whyNot(target)));
        }
        // Run folders may come from somebody else: no name, version or sentence in them is sure to be one.
        return lines.stream().map(Fault::oneLine).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String source(Report report) {
        Host machine = report.run().environment();
        BigDecimal memory = BigDecimal.valueOf(machine.memoryBytes()).divide(MEBIBYTE);
        return "Figures of " + report.run().id() + ", started " + report.run().startedAt() + ", made on "
                + Numbers.orNone(machine.cpuModel()) + ", "
                + size(BigDecimal.valueOf(machine.logicalCores()), memory.setScale(2, RoundingMode.FLOOR))
                + RunHost.of(machine)
                        .filter(used -> !used.equals(RunHost.whole(machine).orElseThrow()))
                        .map(used -> ", of which the run could use " + size(used.cores(), used.mebibytes()))
                        .orElse("");
    }

    /** 8 cores and 16.0 GiB (16,384 MiB). */
    private static String size(BigDecimal cores, BigDecimal mebibytes) {
        String memory = Numbers.exact(mebibytes) + " MiB";
        if (mebibytes.compareTo(MEBIBYTES_OF_A_GIBIBYTE) >= 0) {
            BigDecimal gibibytes = mebibytes.divide(MEBIBYTES_OF_A_GIBIBYTE, 1, RoundingMode.HALF_UP);
            memory = gibibytes.toPlainString() + " GiB (" + memory + ")";
        }
        boolean one = cores.compareTo(BigDecimal.ONE) == 0;
        return Numbers.exact(cores) + (one ? " core" : " cores") + " and " + memory;
    }

    private static String percent(BigDecimal part) {
        return Numbers.exact(part.movePointRight(2)) + " %";
    }

    private static List<String> faults(Report.Verdict verdict) {
        return verdict.faults().stream()
                .map(fault -> "Not valid: " + Fault.oneLine(FindingWords.of(fault), MAX_CHARS))
                .toList();
    }

    /** Why CPU or memory may be unknown, or those of somebody else; the same in several rounds once. */
    private static List<String> ofProcesses(Report.Verdict verdict, TargetReport target) {
        return verdict.remarks().stream()
                .filter(remark -> target.name().equals(remark.target()))
                .map(Remark::finding)
                .filter(Finding.OfProcesses.class::isInstance)
                .map(FindingWords::of)
                .distinct()
                .toList();
    }

    private static String whyNot(TargetReport target) {
        String outcome = target.well() ? "" : ", it " + Headline.fate(target);
        if (target.capacity() == null) {
            return "not planned: its capacity was not measured" + outcome;
        }
        String remarks = target.capacity().remarks().stream()
                .map(CapacityFindingWords::of)
                .collect(Collectors.joining("; "));
        return "not planned: no rate was confirmed" + outcome
                + (remarks.isEmpty() ? "" : ": " + Fault.oneLine(remarks, MAX_CHARS));
    }
}
