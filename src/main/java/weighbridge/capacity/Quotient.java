package weighbridge.capacity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A division that is not carried out: it is rounded once, exactly, and on the side that is asked for. 20,000 ÷ (4,000 × 0.7)
 * instances are 8 and 20,000 ÷ (4,000 × 0.5) are 10, whatever 0.7 is in binary.
 *
 * @param dividend 0 or more
 * @param divisor above 0
 */
public record Quotient(BigDecimal dividend, BigDecimal divisor) {
    /** Checks the signs. */
    public Quotient {
        if (dividend.signum() < 0 || divisor.signum() <= 0) {
            throw new IllegalArgumentException(dividend + " / " + divisor);
        }
    }

    static Quotient of(BigInteger dividend, BigInteger divisor) {
        return new Quotient(new BigDecimal(dividend), new BigDecimal(divisor));
    }

    /** The smallest whole number that is not below it. */
    public BigInteger up() {
        return rounded(0, RoundingMode.CEILING).toBigIntegerExact();
    }

    /** The greatest whole number that is not above it. */
    public BigInteger down() {
        return rounded(0, RoundingMode.FLOOR).toBigIntegerExact();
    }

    /** With so many decimals. */
    public BigDecimal rounded(int decimals, RoundingMode mode) {
        return dividend.divide(divisor, decimals, mode);
    }
}
