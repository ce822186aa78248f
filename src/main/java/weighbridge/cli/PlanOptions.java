package weighbridge.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import weighbridge.capacity.Demand;
import weighbridge.capacity.HostSize;
import weighbridge.figure.Amount;
import weighbridge.figure.Unit;
import weighbridge.text.Fault;
import weighbridge.text.InputException;

/** What a plan is for: the options of {@code plan}, which are read together so that a user sees all wrong values at once. */
final class PlanOptions {
    private static final Pattern PEAK = Pattern.compile("\\d{1,9}(\\.\\d{1,3})?");
    private static final Pattern HOST = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?)\\s*cores?\\s*,(.*)");

    @Option(names = "--peak", paramLabel = "<calls/s>", description = "calls per second at the peak")
    private String peak;

    @Option(
            names = "--headroom",
            paramLabel = "<percentage>",
            defaultValue = "30%",
            description = "the part of an instance's rate and of a host's memory that stays free at the peak; default:"
                    + " ${DEFAULT-VALUE}")
    private String headroom;

    @Option(
            names = "--utilization",
            paramLabel = "<percentage>",
            description = "the part of a host's cores that may be busy at the peak; default: what --headroom leaves")
    private String utilization;

    @Option(
            names = "--host",
            paramLabel = "<cores,memory>",
            description = "a host, such as 8cores,16GiB; default: the machine that the run was made on")
    private String host;

    /**
     * What was given.
     *
     * @param demand what has to be carried
     * @param host that instances are put on; empty where none was given
     */
    record Given(Demand demand, Optional<HostSize> host) {}

    /** @throws InputException with a line for each value that is wrong */
    Given read() {
        List<Fault> faults = new ArrayList<>();
        BigDecimal calls = peak(faults);
        BigDecimal free = part(
                faults,
                "--headroom",
                headroom,
                part -> part.compareTo(BigDecimal.ONE) < 0,
                "a percentage from 0% to less than 100%",
                "30%");
        BigDecimal busy = utilization == null
                ? null
                : part(
                        faults,
                        "--utilization",
                        utilization,
                        part -> part.signum() > 0,
                        "a percentage of more than 0%, 100% at most",
                        "70%");
        Optional<HostSize> size = host == null ? Optional.empty() : host(faults);
        if (!faults.isEmpty()) {
            throw InputException.of(faults);
        }
        return new Given(busy == null ? Demand.of(calls, free) : new Demand(calls, free, busy), size);
    }

    private BigDecimal peak(List<Fault> faults) {
        if (peak != null && PEAK.matcher(peak).matches()) {
            BigDecimal calls = new BigDecimal(peak);
            if (calls.signum() > 0) {
                return calls;
            }
        }
        wrong(faults, "--peak", peak, "calls per second, a number above 0 without a unit or commas", "20000");
        return null;
    }

    private static BigDecimal part(
            List<Fault> faults,
            String option,
            String text,
            Predicate<BigDecimal> allows,
            String allowed,
            String example) {
        Optional<BigDecimal> part =
                Amount.parse(text, Unit.RATIO).map(Amount::number).filter(allows);
        if (part.isEmpty()) {
            wrong(faults, option, text, allowed, example);
        }
        return part.orElse(null);
    }

    private Optional<HostSize> host(List<Fault> faults) {
        Matcher form = HOST.matcher(host.strip());
        Optional<HostSize> size = !form.matches()
                ? Optional.empty()
                : Amount.parse(form.group(2), Unit.BYTES)
                        .filter(memory -> memory.number().signum() > 0)
                        .flatMap(memory -> size(new BigDecimal(form.group(1)), memory.number()));
        if (size.isEmpty()) {
            String allowed = "cores, a comma, and memory with its unit B, KiB, MiB or GiB, both above 0";
            wrong(faults, "--host", host, allowed, "8cores,16GiB");
        }
        return size;
    }

    private static Optional<HostSize> size(BigDecimal cores, BigDecimal memoryBytes) {
        return cores.signum() > 0 ? Optional.of(HostSize.of(cores, memoryBytes)) : Optional.empty();
    }

    private static void wrong(List<Fault> faults, String option, String found, String allowed, String example) {
        faults.add(new Fault(
                option,
                "",
                found == null ? "nothing" : '"' + found + '"',
                allowed,
                "give for example " + option + "=" + example));
    }
}
