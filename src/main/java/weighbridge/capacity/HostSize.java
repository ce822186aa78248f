package weighbridge.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A host that instances are put on.
 *
 * @param cores that it offers, above 0; a container may have parts of one
 * @param mebibytes of memory, MiB, rounded down to the two decimals that are shown
 */
public record HostSize(BigDecimal cores, BigDecimal mebibytes) {
    /** Bytes of a MiB. */
    static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1 << 20);

    /** Checks the cores and drops what is not shown. */
    public HostSize {
        if (cores.signum() <= 0 || mebibytes.signum() < 0) {
            throw new IllegalArgumentException(cores + " cores, " + mebibytes + " MiB");
        }
        cores = cores.stripTrailingZeros();
        cores = cores.scale() < 0 ? cores.setScale(0) : cores; // 10 and not 1E+1, which equals no 10
        mebibytes = mebibytes.setScale(2, RoundingMode.FLOOR);
    }

    /** Of so many bytes of memory. */
    public static HostSize of(BigDecimal cores, BigDecimal memoryBytes) {
        return new HostSize(cores, memoryBytes.divide(MEBIBYTE));
    }
}
