package weighbridge.capacity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many instances and hosts a peak needs. With P calls/s at the peak, h the headroom, C calls/s that an instance carries and
 * S CPU seconds per 1,000 calls, R memory of an instance at its peak, hosts of K cores and memory M, of whose cores the part U
 * may be busy:
 *
 * <ul>
 *   <li>instances by the rate: ⌈P ÷ (C · (1 − h))⌉
 *   <li>hosts by CPU, by the utilization law (busy cores = calls/s × CPU seconds of a call): ⌈P · S ÷ (1000 · K · U)⌉
 *   <li>instances that fit a host by CPU, each at C · (1 − h): ⌊K · U ÷ (S · C · (1 − h) ÷ 1000)⌋
 *   <li>instances that fit a host by memory: ⌊M · (1 − h) ÷ R⌋
 *   <li>hosts: ⌈instances ÷ the smaller of the two⌉. These are never fewer than by CPU: all instances together carry P at
 *       least, and those of one host never take more than K · U
 * </ul>
 *
 * <p>An instance never carries more than where it was measured, however many cores a host has. Where it takes more cores than it
 * may have of a host it carries less: of what all cores of a host carry, 1000 · K ÷ S, its headroom stays free, and U is not
 * passed. Then instances are ⌈P · S ÷ (1000 · K · min(1 − h, U))⌉.
 *
 * @param byRate instances
 * @param byCores instances where one takes more cores than it may have of a host; null where not, and where that is not known
 * @param unmeasured whether a host has fewer cores than an instance took where it was measured: how it fares with those is not
 *     known, only that it cannot carry more
 * @param byCpu hosts; null where the CPU cost of calls is not known
 * @param fitByCpu instances a host; null likewise
 * @param fitByMemory instances a host; null where the memory of an instance is not known
 */
public record InstancePlan(
        Quotient byRate,
        Quotient byCores,
        boolean unmeasured,
        Quotient byCpu,
        Quotient fitByCpu,
        Quotient fitByMemory) {
    /** What a plan can run out of first. */
    public enum Resource {
        /** Calls per second that one instance carries within its SLOs. */
        RATE,
        /** Cores of the hosts. */
        CPU,
        /** Memory of the hosts. */
        MEMORY
    }

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /** For this demand, with hosts of this size. */
    public static InstancePlan of(Demand demand, HostSize host, InstanceCost cost) {
        BigDecimal peak = demand.callsPerSecond();
        BigDecimal planned = cost.callsPerSecond().multiply(demand.usable());
        Quotient byRate = new Quotient(peak, planned);
        Quotient fitByMemory = cost.peakMebibytes() == null
                ? null
                : new Quotient(host.mebibytes().multiply(demand.usable()), cost.peakMebibytes());
        BigDecimal seconds = cost.coresPer1000CallsPerSecond();
        if (seconds == null) {
            return new InstancePlan(byRate, null, false, null, null, fitByMemory);
        }
        BigDecimal cores = THOUSAND.multiply(host.cores());
        BigDecimal most = cores.multiply(demand.usableCores());
        BigDecimal taken = planned.multiply(seconds);
        boolean confined = taken.compareTo(most) > 0;
        BigDecimal work = peak.multiply(seconds);
        BigDecimal busy = cores.multiply(demand.utilization());
        return new InstancePlan(
                byRate,
                confined ? new Quotient(work, most) : null,
                cost.callsPerSecond().multiply(seconds).compareTo(cores) > 0,
                new Quotient(work, busy),
                new Quotient(busy, taken.min(most)),
                fitByMemory);
    }

    /** Whether an instance takes more cores than it may have of a host, and so carries less than it was measured with. */
    public boolean confined() {
        return byCores != null;
    }

    /** How many there have to be. */
    public BigInteger instances() {
        return confined() ? byCores.up() : byRate.up();
    }

    /** How many a host holds; null where neither its CPU nor its memory is known to be a bound. */
    public BigInteger fit() {
        return Stream.of(fitByCpu, fitByMemory)
                .filter(fit -> fit != null)
                .map(Quotient::down)
                .min(BigInteger::compareTo)
                .orElse(null);
    }

    /** Whether a host holds one at least, or that is not known. */
    public boolean possible() {
        return fit() == null || fit().signum() > 0;
    }

    /** How many there have to be; null where that is not known, and where none of them holds an instance. */
    public BigInteger hosts() {
        if (fit() == null || !possible()) {
            return null;
        }
        return Quotient.of(instances(), fit()).up();
    }

    /** What decides how many instances there have to be. */
    public Resource instancesBoundBy() {
        return unmeasured || !instances().equals(byRate.up()) ? Resource.CPU : Resource.RATE;
    }

    /**
     * What decides how many hosts there have to be, both where more of one alone would not help; empty where one holds all
     * instances, or where that is not known.
     */
    public List<Resource> hostsBoundBy() {
        if (!possible()) {
            return List.of(Resource.MEMORY);
        }
        BigInteger hosts = hosts();
        if (hosts == null || hosts.equals(BigInteger.ONE)) {
            return List.of();
        }
        return Stream.of(Resource.CPU, Resource.MEMORY)
                .filter(resource -> hosts.equals(hostsBy(resource == Resource.CPU ? fitByCpu : fitByMemory)))
                .toList();
    }

    /** Were this the only bound. */
    private BigInteger hostsBy(Quotient fit) {
        return fit == null ? null : Quotient.of(instances(), fit.down()).up();
    }
}
