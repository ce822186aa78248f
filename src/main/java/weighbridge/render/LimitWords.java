package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.Throttling;
import weighbridge.text.Limits;

/** The limits of a target's own control group, in words. */
final class LimitWords {
    private LimitWords() {}

    /** Such as {@code 0.20 cores and 64.00 MiB of memory}. */
    static String of(Limits limits) {
        List<String> words = new ArrayList<>();
        if (limits.cpus() != null) {
            words.add(cores(limits.cpus()));
        }
        if (limits.memoryBytes() != null) {
            words.add(memory(limits));
        }
        return String.join(" and ", words);
    }

    /** With two digits, or as many as it takes. */
    private static String cores(double cpus) {
        String two = WordsByType.text("%.2f", cpus);
        return (Double.parseDouble(two) == cpus ? two : Limits.text(cpus)) + " cores";
    }

    /** That of memory alone, where there is one. */
    static String memory(Limits limits) {
        return Numbers.mebibytes(limits.memoryBytes()) + " MiB of memory";
    }

    /** Such as {@code 2,480 ms, summed over its cores (in 31 of 35 periods)}. */
    static String of(Throttling throttled) {
        if (throttled.seconds() == null) {
            return "an unknown time";
        }
        return throttled.periods() == null || throttled.throttledPeriods() == null
                ? WordsByType.text("%,.0f ms, summed over its cores", throttled.seconds() * 1000)
                : WordsByType.text(
                        "%,.0f ms, summed over its cores (in %d of %d periods)",
                        throttled.seconds() * 1000, throttled.throttledPeriods(), throttled.periods());
    }

    /** What the limits did. */
    static String sentence(Limits limits, Throttling throttled) {
        boolean told = throttled != null && throttled.seconds() != null;
        String held = !told
                ? ""
                : throttled.seconds() > 0
                        ? "; was held back for " + of(throttled)
                        : "; was not held back in its measured load";
        return "may use only " + of(limits) + ", by its control group" + held;
    }
}
