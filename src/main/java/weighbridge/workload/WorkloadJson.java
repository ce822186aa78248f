package weighbridge.workload;

import java.time.Duration;

/**
 * A workload as it stands among the settings in {@code run.json}: durations in ms.
 *
 * @param calls of a burst; 0 of a load over time
 * @param warmup the most unlogged bursts at each target
 * @param load of a load over time; null of bursts
 */
public record WorkloadJson(int calls, int warmup, Load load) {
    /**
     * A load over time.
     *
     * @param callsPerSecond of an open load; null of another
     * @param concurrency users of a closed load; null of another
     * @param durationMillis of the measured load, or of each that confirms a capacity
     * @param keepAlive whether a user kept its connection
     * @param pool most calls in flight at once
     * @param limitMillis in which the capacity of one target was to be found; null where none was looked for
     */
    public record Load(
            Double callsPerSecond,
            Integer concurrency,
            long durationMillis,
            boolean keepAlive,
            int pool,
            Long limitMillis) {}

    static WorkloadJson of(Double callsPerSecond, Integer concurrency, TimedLoad load, Long limitMillis) {
        long durationMillis = load.duration().toMillis();
        return new WorkloadJson(
                0,
                0,
                new Load(callsPerSecond, concurrency, durationMillis, load.keepAlive(), load.pool(), limitMillis));
    }

    /** The workload that it tells. */
    public Workload workload() {
        if (load == null) {
            return new BurstLoad(calls, warmup);
        }
        Duration duration = Duration.ofMillis(load.durationMillis);
        if (load.limitMillis != null) {
            return new CapacitySearch(duration, load.keepAlive, load.pool, Duration.ofMillis(load.limitMillis));
        }
        return load.concurrency == null
                ? new OpenLoad(load.callsPerSecond, duration, load.keepAlive, load.pool)
                : new ClosedLoad(load.concurrency, duration, load.keepAlive);
    }
}
