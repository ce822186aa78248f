package weighbridge.workload;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import weighbridge.text.Durations;

/**
 * Calls at a rate, whether or not earlier ones have been answered.
 *
 * @param callsPerSecond the rate
 * @param duration of the load
 * @param keepAlive whether a user keeps its connection
 * @param pool most calls in flight at once
 */
public record OpenLoad(double callsPerSecond, Duration duration, boolean keepAlive, int pool) implements Steady {
    static OpenLoad read(SettingReader reader) {
        int rate = reader.integer(Setting.RATE, 1, 1_000_000);
        return new OpenLoad(rate, TimedLoad.duration(reader), TimedLoad.keepAlive(reader), TimedLoad.pool(reader));
    }

    @Override
    public Map<String, String> settings() {
        return Workload.named(
                "rate", rate(), "duration", Durations.text(duration), "keepAlive", keepAlive, "pool", pool);
    }

    private String rate() {
        return BigDecimal.valueOf(callsPerSecond).stripTrailingZeros().toPlainString();
    }

    @Override
    public WorkloadJson json() {
        return WorkloadJson.of(callsPerSecond, null, this, null);
    }
}
