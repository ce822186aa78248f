package weighbridge.capacity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What one instance carries and takes, as a plan reckons with it: the unfavourable end of each figure, and no more digits than
 * are shown, so that who reckons with what is shown comes to the same end.
 *
 * @param callsPerSecond that it carries, rounded down
 * @param coresPer1000CallsPerSecond that it uses, rounded up: CPU seconds per 1,000 calls; null where it is not known
 * @param peakMebibytes resident memory at its peak, MiB, rounded up; null where it is not known
 * @param byPss whether that is PSS, for RSS counts many pages more than once
 */
public record InstanceCost(
        BigDecimal callsPerSecond, BigDecimal coresPer1000CallsPerSecond, BigDecimal peakMebibytes, boolean byPss) {
    /** By RSS. */
    public InstanceCost(BigDecimal callsPerSecond, BigDecimal coresPer1000CallsPerSecond, BigDecimal peakMebibytes) {
        this(callsPerSecond, coresPer1000CallsPerSecond, peakMebibytes, false);
    }

    /** What a double keeps of every decimal number; the digits after them are those of the binary fraction. */
    private static final MathContext DIGITS_OF_A_DOUBLE = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final int DECIMALS = 2;
    private static final int DIGITS = 5;

    /** Of what a card says; empty where it says of no rate that it is held. */
    public static Optional<InstanceCost> of(CapacityReport card) {
        if (card == null || card.callsPerSecond() == null || !isKnown(card.low())) {
            return Optional.empty();
        }
        boolean byPss = card.memory() != null && card.memory().peakPssBytes() != null;
        Long peak = card.memory() == null
                ? null
                : byPss ? card.memory().peakPssBytes() : card.memory().peakRssBytes();
        return Optional.of(new InstanceCost(
                rounded(card.low(), RoundingMode.FLOOR),
                isKnown(card.coresPer1000CallsPerSecond())
                        ? rounded(card.coresPer1000CallsPerSecond(), RoundingMode.CEILING)
                        : null,
                peak == null || peak <= 0
                        ? null
                        : BigDecimal.valueOf(peak).divide(HostSize.MEBIBYTE).setScale(DECIMALS, RoundingMode.CEILING),
                byPss));
    }

    /** Nothing takes no time at all: 0 is what a clock says that is too coarse. */
    private static boolean isKnown(Double value) {
        return value != null && value > 0;
    }

    /** To two decimals, of small numbers to five digits. */
    private static BigDecimal rounded(double value, RoundingMode mode) {
        BigDecimal exact = BigDecimal.valueOf(value).round(DIGITS_OF_A_DOUBLE);
        int decimals = Math.max(DECIMALS, DIGITS - exact.precision() + exact.scale());
        return exact.setScale(decimals, mode);
    }
}
