package weighbridge.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.HostSize;
import weighbridge.capacity.InstanceCost;
import weighbridge.capacity.InstancePlan;
import weighbridge.capacity.Quotient;
import weighbridge.text.Fault;

/** What has to be known of a capacity by who plans with it. */
final class PlanRemarks {
    private static final int MAX_CHARS = 400;

    private PlanRemarks() {}

    /** At least 4,100 calls/s with p99 < 50 ms, errors < 0.1 %. */
    static String rate(CapacityReport card) {
        return (card.atLeast() ? "at least " : "") + Numbers.exact(BigDecimal.valueOf(card.callsPerSecond()))
                + " calls/s"
                + (card.promises().isEmpty() ? "" : " with " + String.join(", ", card.promises()));
    }

    /** How it was confirmed. */
    static String confirmation(CapacityReport card) {
        if (card.confirmed() == 0) {
            return "measured in the search only, in no fresh process";
        }
        return "sustained for " + Numbers.exact(BigDecimal.valueOf(card.confirmSeconds())) + " s in " + card.confirmed()
                + (card.confirmed() == 1 ? " fresh process" : " fresh processes");
    }

    static List<String> of(TargetReport target, InstancePlan plan, InstanceCost cost, HostSize host) {
        CapacityReport card = target.capacity();
        List<String> remarks = new ArrayList<>();
        if (card.confirmed() < CapacityReport.CONFIRMATIONS
                || card.confirmSeconds() < CapacityReport.LEAST_CONFIRM_SECONDS) {
            remarks.add("weakly confirmed: " + confirmation(card) + "; needs " + CapacityReport.CONFIRMATIONS
                    + " fresh processes and 30 s in each");
        }
        if (card.limits() != null) {
            remarks.add("an instance is a server that may use " + card.limits().text());
        }
        if (!target.well()) {
            remarks.add("it " + Headline.fate(target));
        }
        card.remarks().forEach(remark -> remarks.add(Fault.oneLine(CapacityFindingWords.of(remark), MAX_CHARS)));
        if (plan.unmeasured()) {
            remarks.add(unmeasured(cost, host));
        } else if (plan.confined()) {
            remarks.add(
                    "at its rate it would use more cores than a host may have busy, so it is planned with fewer calls/s");
        } else if (card.bound() == Bound.GENERATOR) {
            remarks.add("the generator was the limit: the capacity may be higher, and fewer instances may be enough");
        } else if (card.high() == null) {
            remarks.add(
                    "every rate tried was sustained: the capacity may be higher, and fewer instances may be enough");
        }
        return remarks;
    }

    private static String unmeasured(InstanceCost cost, HostSize host) {
        String seconds = Numbers.exact(cost.coresPer1000CallsPerSecond());
        String cores = Numbers.exact(host.cores());
        BigDecimal taken = cost.callsPerSecond().multiply(cost.coresPer1000CallsPerSecond());
        Quotient most = new Quotient(host.cores().movePointRight(3), cost.coresPer1000CallsPerSecond());
        return "at its rate it took " + Numbers.exact(taken.movePointLeft(3).setScale(2, RoundingMode.HALF_UP))
                + " cores and a host has " + cores + ": there it sustains at most 1,000 x " + cores + " / " + seconds
                + " = "
                + Numbers.exact(most.rounded(2, RoundingMode.FLOOR))
                + " calls/s. Its latency there was not measured, so more instances may be needed";
    }
}
