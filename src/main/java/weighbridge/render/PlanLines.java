package weighbridge.render;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.Demand;
import weighbridge.capacity.HostSize;
import weighbridge.capacity.InstanceCost;
import weighbridge.capacity.InstancePlan;
import weighbridge.capacity.InstancePlan.Resource;
import weighbridge.capacity.Quotient;
import weighbridge.render.Sheet.Cell;
import weighbridge.render.Sheet.Column;
import weighbridge.render.Sheet.Content;
import weighbridge.render.Sheet.Table;

/** A plan for one target: what it was measured with, each formula with its numbers, and what comes of them. */
final class PlanLines {
    private static final String INDENT = "  ";
    private static final int TITLE_WIDTH = "  fit by memory".length();
    private static final List<Column> COLUMNS =
            List.of(new Column("", Content.WORDS, "", TITLE_WIDTH), Column.words(""), Column.words(""));

    private final Demand demand;
    private final HostSize host;
    private final InstanceCost cost;
    private final InstancePlan plan;
    private final List<List<Cell>> formulas = new ArrayList<>();

    private PlanLines(Demand demand, HostSize host, InstanceCost cost) {
        this.demand = demand;
        this.host = host;
        this.cost = cost;
        this.plan = InstancePlan.of(demand, host, cost);
    }

    /** @param ofProcesses what a reader has to know of the target's processes */
    static List<String> of(
            TargetReport target, Demand demand, HostSize host, InstanceCost cost, List<String> ofProcesses) {
        PlanLines plan = new PlanLines(demand, host, cost);
        CapacityReport card = target.capacity();
        List<String> lines = new ArrayList<>();
        lines.add(target.title() + " sustains " + PlanRemarks.rate(card));
        Stream.concat(PlanRemarks.of(target, plan.plan, cost, host).stream(), ofProcesses.stream())
                .forEach(remark -> lines.add(INDENT + "Remark: " + remark));
        lines.add(line("measured", plan.measured() + "; " + PlanRemarks.confirmation(card)));
        if (card.binds() != null) {
            lines.add(line("its limit", CapacityWords.binds(card)));
        }
        plan.addFormulas();
        lines.addAll(TextRenderer.rows(new Table("", COLUMNS, plan.formulas, List.of())));
        lines.add(line("needs", plan.result()));
        return lines;
    }

    private static String line(String word, String text) {
        return TextRenderer.pad(INDENT + word, TITLE_WIDTH) + TextRenderer.GAP + text;
    }

    private String measured() {
        BigDecimal cpu = cost.coresPer1000CallsPerSecond();
        BigDecimal memory = cost.peakMebibytes();
        return "at least " + Numbers.exact(cost.callsPerSecond()) + " calls/s, "
                + (cpu == null ? "CPU unknown" : Numbers.exact(cpu) + " CPU s per 1,000 calls") + ", "
                + (memory == null
                        ? "memory unknown"
                        : Numbers.exact(memory) + " MiB " + (cost.byPss() ? "PSS" : "RSS") + " at the peak");
    }

    private void addFormulas() {
        String peak = Numbers.exact(demand.callsPerSecond());
        String usable = "(1 - " + Numbers.exact(demand.headroom()) + ")";
        String rate = Numbers.exact(cost.callsPerSecond()) + " x " + usable;
        add("by rate", "ceil(" + peak + " / (" + rate + "))", up(plan.byRate(), "instance"));
        if (plan.byCpu() == null) {
            add("by CPU", "left out: CPU time per call is unknown", "");
        } else {
            addCpu(peak, rate, Numbers.exact(cost.coresPer1000CallsPerSecond()) + " s");
        }
        if (plan.fitByMemory() == null) {
            add("fit by memory", "left out: memory of an instance is unknown", "");
        } else {
            String memory = Numbers.exact(host.mebibytes()) + " MiB x " + usable;
            addFit("fit by memory", memory, Numbers.exact(cost.peakMebibytes()) + " MiB", plan.fitByMemory());
        }
        if (plan.hosts() != null) {
            String instances = Numbers.exact(new BigDecimal(plan.instances()));
            String fit = Numbers.exact(new BigDecimal(plan.fit()));
            add("hosts", "ceil(" + instances + " / " + fit + ")", "= " + Numbers.exact(plan.hosts(), "host"));
        }
    }

    private void addCpu(String peak, String rate, String seconds) {
        String cores = Numbers.exact(host.cores());
        String busy = cores + " x " + Numbers.exact(demand.utilization());
        String most = cores + " x " + Numbers.exact(demand.usableCores());
        String work = "ceil(" + peak + " x " + seconds + " / (1,000 x ";
        if (plan.confined()) {
            add("by cores", work + most + "))", up(plan.byCores(), "instance"));
        }
        add("by CPU", work + busy + "))", up(plan.byCpu(), "host") + " or more");
        String taken = plan.confined() ? most : rate + " x " + seconds + " / 1,000";
        addFit("fit by CPU", busy, "(" + taken + ")", plan.fitByCpu());
    }

    private void addFit(String word, String dividend, String divisor, Quotient fit) {
        String rounded = "= " + Numbers.exact(fit.rounded(2, RoundingMode.FLOOR)) + ", so ";
        add(
                word,
                "floor(" + dividend + " / " + divisor + ")",
                rounded + Numbers.exact(fit.down(), "instance") + " a host");
    }

    private void add(String word, String formula, String result) {
        formulas.add(List.of(Cell.of(INDENT + word), Cell.of(formula), Cell.of(result)));
    }

    /** The way from a quotient to the whole number above it; a quotient that is a little above one must not look like it. */
    private static String up(Quotient quotient, String what) {
        return "= " + Numbers.exact(quotient.rounded(2, RoundingMode.CEILING)) + ", so "
                + Numbers.exact(quotient.up(), what);
    }

    /** What it comes down to, with the resource that binds. */
    private String result() {
        String instances = (plan.unmeasured() ? "at least " : "") + Numbers.exact(plan.instances(), "instance");
        if (!plan.possible()) {
            return instances + ", but a host has too little memory for one; binding: " + words(Resource.MEMORY);
        }
        boolean known = plan.fitByCpu() != null && plan.fitByMemory() != null;
        String hosts = plan.hosts() == null
                ? ", number of hosts unknown"
                : " on " + (known ? "" : "at least ") + Numbers.exact(plan.hosts(), "host");
        return instances + hosts + "; binding: " + binding();
    }

    private String binding() {
        Resource one = plan.instancesBoundBy();
        List<Resource> hosts = plan.hostsBoundBy();
        boolean oneHost = BigInteger.ONE.equals(plan.hosts());
        if (oneHost && plan.instances().equals(BigInteger.ONE)) {
            return one == Resource.RATE ? "none, one instance is enough" : words(one);
        }
        if (hosts.isEmpty() || hosts.equals(List.of(one))) {
            return words(one) + (oneHost ? ", one host has room for all" : "");
        }
        return words(one) + " for the instances, "
                + hosts.stream().map(PlanLines::words).collect(Collectors.joining(" and ")) + " for the hosts";
    }

    private static String words(Resource resource) {
        return switch (resource) {
            case RATE -> "rate";
            case CPU -> "CPU";
            case MEMORY -> "memory";
        };
    }
}
