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

    private final List<Fault> faults = new ArrayList<>();

    /**
     * What was given.
     *
     * @param demand what has to be carried
     * @param host that instances are put on; empty where none was given
     */
    record Given(Demand demand, Optional<HostSize> host) {}

    /** @throws InputException with a line for each value that is wrong */
    Given read() {
        BigDecimal calls = peak == null || !PEAK.matcher(peak).matches() ? BigDecimal.ZERO : new BigDecimal(peak);
        if (calls.signum() == 0) {
            wrong("--peak", peak, "calls per second, a number above 0 without a unit or commas", "20000");
        }
        BigDecimal free = part(headroom, one -> one.compareTo(BigDecimal.ONE) < 0)
                .orElseGet(() -> wrong("--headroom", headroom, "a percentage from 0% to less than 100%", "30%"));
        BigDecimal busy = utilization == null
                ? null
                : part(utilization, one -> one.signum() > 0)
                        .orElseGet(() -> wrong(
                                "--utilization", utilization, "a percentage of more than 0%, 100% at most", "70%"));
        Optional<HostSize> size = host();
        if (host != null && size.isEmpty()) {
            String allowed = "cores, a comma, and memory with its unit B, KiB, MiB or GiB, both above 0";
            wrong("--host", host, allowed, "8cores,16GiB");
        }
        if (!faults.isEmpty()) {
            throw InputException.of(faults);
        }
        return new Given(busy == null ? Demand.of(calls, free) : new Demand(calls, free, busy), size);
    }

    private static Optional<BigDecimal> part(String text, Predicate<BigDecimal> allows) {
        return Amount.parse(text, Unit.RATIO).map(Amount::number).filter(allows);
    }

    private Optional<HostSize> host() {
        Matcher form = HOST.matcher(host == null ? "" : host.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        BigDecimal cores = new BigDecimal(form.group(1));
        return Amount.parse(form.group(2), Unit.BYTES)
                .map(Amount::number)
                .filter(memory -> memory.signum() > 0 && cores.signum() > 0)
                .map(memory -> HostSize.of(cores, memory));
    }

    /** Null, for there is no value. */
    private BigDecimal wrong(String option, String text, String allowed, String example) {
        String found = text == null ? "nothing" : '"' + text + '"';
        faults.add(new Fault(option, "", found, allowed, "give for example " + option + "=" + example));
        return null;
    }
}
