package weighbridge.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server may use: the limits of its control group. Null where it has no such limit.
 *
 * @param cpus processors' worth of time
 * @param memoryBytes memory
 */
public record Limits(Double cpus, Long memoryBytes) {
    /** All that the machine has. */
    public static final Limits NONE = new Limits(null, null);

    /** What a user may write for {@code cpus}; the kernel knows no less. */
    public static final String ALLOWED_CPUS = "a number of cores from 0.01 to 1024, such as 0.5";

    /** What a user may write for {@code memory}. */
    public static final String ALLOWED_MEMORY = "a number with its unit KiB, MiB or GiB, at least 1MiB, such as 256MiB";

    private static final Pattern CPUS = Pattern.compile("\\d{1,4}(?:\\.\\d{1,6})?");
    private static final Pattern MEMORY = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?) ?(KiB|MiB|GiB)");
    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB");
    private static final long KIB = 1 << 10;
    private static final double LEAST_CPUS = 0.01;
    private static final double MOST_CPUS = 1_024;
    private static final long LEAST_BYTES = 1 << 20;
    private static final long PAGE_BYTES = 4 << 10;

    /** Cores as a user writes them, such as {@code 0.5}; empty where the text is none of {@link #ALLOWED_CPUS}. */
    public static Optional<Double> parseCpus(String text) {
        return CPUS.matcher(text).matches()
                ? Optional.of(Double.valueOf(text)).filter(cpus -> cpus >= LEAST_CPUS && cpus <= MOST_CPUS)
                : Optional.empty();
    }

    /** Bytes, such as {@code 64MiB}; empty where the text is none of {@link #ALLOWED_MEMORY}. */
    public static Optional<Long> parseMemory(String text) {
        Matcher amount = MEMORY.matcher(text);
        if (!amount.matches()) {
            return Optional.empty();
        }
        BigDecimal bytes = new BigDecimal(amount.group(1));
        for (int unit = 0; unit <= UNITS.indexOf(amount.group(2)); unit++) {
            bytes = bytes.multiply(BigDecimal.valueOf(KIB));
        }
        // In whole pages, as the kernel reckons.
        return Optional.of(bytes.longValue() / PAGE_BYTES * PAGE_BYTES).filter(whole -> whole >= LEAST_BYTES);
    }

    /** Whether there is no limit at all. */
    public boolean areNone() {
        return cpus == null && memoryBytes == null;
    }

    /** These, and where one is missing that of the others. */
    public Limits or(Limits others) {
        return new Limits(cpus == null ? others.cpus : cpus, memoryBytes == null ? others.memoryBytes : memoryBytes);
    }

    /** The same with so many cores. */
    public Limits withCpus(double other) {
        return new Limits(other, memoryBytes);
    }

    /** As {@link #parseCpus} reads it. */
    public static String text(double cpus) {
        return BigDecimal.valueOf(cpus).stripTrailingZeros().toPlainString();
    }

    /** As {@link #parseMemory} reads it, in the greatest unit in which it is a whole number. */
    public static String text(long memoryBytes) {
        long amount = memoryBytes;
        String unit = "";
        for (String next : UNITS) {
            if (unit.isEmpty() || amount % KIB == 0) {
                amount /= KIB;
                unit = next;
            }
        }
        return amount + unit;
    }

    /** Both for people, such as {@code 0.5 cores, 64MiB}; empty where there is none. */
    public String text() {
        List<String> parts = new ArrayList<>();
        if (cpus != null) {
            parts.add(text(cpus) + (cpus == 1 ? " core" : " cores"));
        }
        if (memoryBytes != null) {
            parts.add(text(memoryBytes));
        }
        return String.join(", ", parts);
    }
}
