package weighbridge.capacity;

import java.math.BigDecimal;

/**
 * What has to be carried.
 *
 * @param callsPerSecond at the peak, above 0
 * @param headroom the part of what an instance carries, and of a host's memory, that is kept free at the peak: 0 or more, below 1
 * @param utilization the part of a host's cores that may be busy at the peak: above 0, 1 at most
 */
public record Demand(BigDecimal callsPerSecond, BigDecimal headroom, BigDecimal utilization) {
    /** Checks the values. */
    public Demand {
        boolean right = callsPerSecond.signum() > 0
                && headroom.signum() >= 0
                && headroom.compareTo(BigDecimal.ONE) < 0
                && utilization.signum() > 0
                && utilization.compareTo(BigDecimal.ONE) <= 0;
        if (!right) {
            throw new IllegalArgumentException(callsPerSecond + " " + headroom + " " + utilization);
        }
    }

    /** With as much of the cores kept free as of all else. */
    public static Demand of(BigDecimal callsPerSecond, BigDecimal headroom) {
        return new Demand(callsPerSecond, headroom, BigDecimal.ONE.subtract(headroom));
    }

    /** 1 − headroom: the part that may be used at the peak. */
    BigDecimal usable() {
        return BigDecimal.ONE.subtract(headroom);
    }

    /** The part of a host's cores that one instance may use: what it carries has to keep its headroom too. */
    public BigDecimal usableCores() {
        return usable().min(utilization);
    }
}
