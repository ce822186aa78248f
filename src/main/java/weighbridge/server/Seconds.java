package weighbridge.server;

import java.math.BigDecimal;
import java.time.Duration;

/** How a duration is told in a sentence. */
final class Seconds {
    private Seconds() {}

    /** As many digits as it needs, at most to the millisecond: {@code 10}, {@code 0.5}. */
    static String of(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
