package weighbridge.workload;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import weighbridge.figure.Slo;
import weighbridge.text.Durations;

/**
 * So many users, each of which calls again as soon as it is answered.
 *
 * @param concurrency how many users
 * @param duration of the load
 * @param keepAlive whether a user keeps its connection
 */
public record ClosedLoad(int concurrency, Duration duration, boolean keepAlive) implements Steady {
    static ClosedLoad read(SettingReader reader) {
        String given = reader.given(Setting.CONCURRENCY).orElseThrow();
        reader.given(Setting.RATE)
                .ifPresent(rate -> reader.fault(
                        Setting.CONCURRENCY,
                        "\"" + given + "\" beside a rate of \"" + rate + "\"",
                        "one of the two: users that call again once they are answered, or calls at a rate",
                        "leave out -Dconcurrency or -Drate"));
        reader.refuse(Setting.POOL, "is of a rate", "leave it out: there are as many users as -Dconcurrency says");
        int concurrency = reader.integer(Setting.CONCURRENCY, 1, MOST_USERS);
        return new ClosedLoad(concurrency, TimedLoad.duration(reader), TimedLoad.keepAlive(reader));
    }

    @Override
    public int pool() {
        return concurrency;
    }

    @Override
    public Map<String, String> settings() {
        return Workload.named("concurrency", concurrency, "duration", Durations.text(duration), "keepAlive", keepAlive);
    }

    @Override
    public WorkloadJson json() {
        return WorkloadJson.of(null, concurrency, this, null);
    }

    @Override
    public List<Slo> slo(SettingReader reader) {
        List<Slo> promises = Steady.super.slo(reader);
        promises.stream()
                .filter(promise -> promise.figure().isLatency())
                .forEach(promise -> reader.fault(
                        Setting.SLO,
                        '"' + promise.condition() + "\" of a closed load",
                        "latencies of an open load: users who wait for each answer call less where a server is slow",
                        "give -Drate in place of -Dconcurrency, or leave the SLO out"));
        return promises;
    }
}
