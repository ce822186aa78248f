package weighbridge.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.Demand;
import weighbridge.capacity.HostSize;
import weighbridge.capacity.InstanceCost;
import weighbridge.capacity.InstancePlan;

/** A plan for one target: what it was measured with, each formula with its numbers, and what comes of them. */
final class PlanLines {
    private static final String INDENT = "  ";
    private static final String INSTANCE = "instance";
    private static final String INSTANCES_A_HOST = " a host";
    private static final int TITLE_WIDTH = "  fit by memory".length();

    private final Demand demand;
    private final HostSize host;
    private final InstanceCost cost;
    private final InstancePlan plan;
    private final Table table = new Table(TITLE_WIDTH, List.of("", ""));

    private PlanLines(Demand demand, HostSize host, InstanceCost cost) {
        this.demand = demand;
        this.host = host;
        this.cost = cost;
        this.plan = InstancePlan.of(demand, host, cost);
    }

    static List<String> of(TargetReport target, Demand demand, HostSize host, InstanceCost cost) {
        PlanLines plan = new PlanLines(demand, host, cost);
        CapacityReport card = target.capacity();
        List<String> lines = new ArrayList<>();
        lines.add(target.title() + " holds " + PlanRemarks.rate(card));
        PlanRemarks.of(target, plan.plan, cost, host).forEach(remark -> lines.add(INDENT + "Remark: " + remark));
        lines.add(title("measured") + plan.measured(card));
        if (card.binds() != null) {
            lines.add(title("its limit") + CapacityWords.binds(card));
        }
        lines.addAll(plan.formulas());
        lines.add(title("needs") + PlanResult.of(plan.plan));
        return lines;
    }

    private static String title(String word) {
        return Text.pad(INDENT + word, TITLE_WIDTH) + Table.GAP;
    }

    private String measured(CapacityReport card) {
        return PlanNumbers.plain(cost.callsPerSecond()) + " calls/s at the least, "
                + (cost.coresPer1000CallsPerSecond() == null
                        ? "CPU not known"
                        : PlanNumbers.plain(cost.coresPer1000CallsPerSecond()) + " CPU s per 1,000 calls")
                + ", "
                + (cost.peakMebibytes() == null
                        ? "memory not known"
                        : PlanNumbers.plain(cost.peakMebibytes()) + " MiB rss at its peak")
                + "; " + PlanRemarks.confirmation(card);
    }

    private List<String> formulas() {
        String rate = PlanNumbers.plain(cost.callsPerSecond()) + " x " + usable();
        add("by rate", "ceil(" + peak() + " / (" + rate + "))", PlanNumbers.up(plan.byRate(), INSTANCE));
        if (plan.byCpu() == null) {
            add("by CPU", "left out: what a call takes is not known", "");
        } else {
            cpu(rate, PlanNumbers.plain(cost.coresPer1000CallsPerSecond()) + " s");
        }
        if (plan.fitByMemory() == null) {
            add("fit by memory", "left out: what an instance takes is not known", "");
        } else {
            add(
                    "fit by memory",
                    "floor(" + PlanNumbers.plain(host.mebibytes()) + " MiB x " + usable() + " / "
                            + PlanNumbers.plain(cost.peakMebibytes()) + " MiB)",
                    PlanNumbers.down(plan.fitByMemory(), INSTANCE) + INSTANCES_A_HOST);
        }
        if (plan.hosts() != null) {
            add(
                    "hosts",
                    "ceil(" + PlanNumbers.plain(new BigDecimal(plan.instances())) + " / "
                            + PlanNumbers.plain(new BigDecimal(plan.fit())) + ")",
                    "= " + PlanNumbers.count(plan.hosts(), "host"));
        }
        return table.lines().subList(1, table.lines().size());
    }

    private void cpu(String rate, String seconds) {
        String cores = PlanNumbers.plain(host.cores());
        String busy = cores + " x " + PlanNumbers.plain(demand.utilization());
        String most = PlanNumbers.plain(demand.usableCores());
        if (plan.confined()) {
            add(
                    "by cores",
                    "ceil(" + peak() + " x " + seconds + " / (1,000 x " + cores + " x " + most + "))",
                    PlanNumbers.up(plan.byCores(), INSTANCE));
        }
        add(
                "by CPU",
                "ceil(" + peak() + " x " + seconds + " / (1,000 x " + busy + "))",
                PlanNumbers.up(plan.byCpu(), "host") + " or more");
        add(
                "fit by CPU",
                plan.confined()
                        ? "floor(" + busy + " / (" + cores + " x " + most + "))"
                        : "floor(" + busy + " / (" + rate + " x " + seconds + " / 1,000))",
                PlanNumbers.down(plan.fitByCpu(), INSTANCE) + INSTANCES_A_HOST);
    }

    private void add(String word, String formula, String result) {
        table.add(INDENT + word, List.of(formula, result));
    }

    private String peak() {
        return PlanNumbers.plain(demand.callsPerSecond());
    }

    private String usable() {
        return "(1 - " + PlanNumbers.plain(demand.headroom()) + ")";
    }
}
