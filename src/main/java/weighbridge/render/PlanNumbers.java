package weighbridge.render;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import weighbridge.capacity.Quotient;

/** Numbers as plans show them: all their digits, for a reader has to come to the same end with them. */
final class PlanNumbers {
    private static final int DECIMALS = 2;
    private static final BigDecimal MEBIBYTES_OF_A_GIBIBYTE = BigDecimal.valueOf(1024);

    private PlanNumbers() {}

    /** All its digits, in groups of thousands: 20,000. */
    static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, stripped.scale()) + "f", stripped);
    }

    static String percent(BigDecimal part) {
        return plain(part.movePointRight(2)) + " %";
    }

    /** 8 cores and 16.0 GiB (16,384 MiB). */
    static String size(BigDecimal cores, BigDecimal mebibytes) {
        return plain(cores) + (cores.compareTo(BigDecimal.ONE) == 0 ? " core" : " cores") + " and " + memory(mebibytes);
    }

    private static String memory(BigDecimal mebibytes) {
        if (mebibytes.compareTo(MEBIBYTES_OF_A_GIBIBYTE) < 0) {
            return plain(mebibytes) + " MiB";
        }
        return mebibytes
                        .divide(MEBIBYTES_OF_A_GIBIBYTE, 1, RoundingMode.HALF_UP)
                        .toPlainString()
                + " GiB (" + plain(mebibytes) + " MiB)";
    }

    static String count(BigInteger number, String what) {
        return String.format(Locale.ROOT, "%,d ", number) + what + (number.equals(BigInteger.ONE) ? "" : "s");
    }

    /** The way from a quotient to the whole number above it; a quotient that is a little above one must not look like it. */
    static String up(Quotient quotient, String what) {
        return "= " + plain(quotient.rounded(DECIMALS, RoundingMode.CEILING)) + ", so " + count(quotient.up(), what);
    }

    /** The same to the one below it. */
    static String down(Quotient quotient, String what) {
        return "= " + plain(quotient.rounded(DECIMALS, RoundingMode.FLOOR)) + ", so " + count(quotient.down(), what);
    }
}
