package weighbridge.workload;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import weighbridge.figure.Slo;
import weighbridge.text.Durations;

/**
 * Many rates, until the highest is found at which a server keeps what is promised.
 *
 * @param duration of each load that confirms a capacity
 * @param keepAlive whether a user keeps its connection
 * @param pool most calls in flight at once
 * @param limit in which the capacity of one target is to be found
 */
public record CapacitySearch(Duration duration, boolean keepAlive, int pool, Duration limit) implements TimedLoad {
    /** One in which a capacity is looked for, and as many as it takes to confirm it, if it is at once. */
    public static final int ROUNDS = 4;

    /** What a server has to keep where nothing else is promised. */
    static final String DEFAULT_SLO = "p99<50ms,errors<0.1%";

    /** What a round takes beside its loads: starts, settling, weighing, warming. */
    private static final Duration ROUND = Duration.ofSeconds(30);

    /** A search with its closed loads takes about so many times a confirming load. */
    private static final int SEARCH_PARTS = 5;

    /** Until a fresh server is steady, and its connections are weighed. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    /** Half of the rate, four fifths and all of it: a third of the duration, another third, and all of it. */
    private static final double LOADS = 5 / 3.0;

    private static final double MILLIS_PER_SECOND = 1000;

    static CapacitySearch read(SettingReader reader) {
        TimedLoad.refuseBursts(reader);
        reader.refuse(
                Setting.ROUNDS, "is of other simulations", "leave it out: each rate is confirmed in three processes");
        reader.refuse(Setting.RATE, "is what is looked for", "leave it out, or run SteadySimulation");
        reader.refuse(Setting.CONCURRENCY, "is of a steady load", "leave it out, or run SteadySimulation");
        Duration duration = TimedLoad.duration(reader);
        // Less would be no search.
        Duration least = confirmation(duration)
                .multipliedBy(ROUNDS - 1)
                .plus(duration.multipliedBy(SEARCH_PARTS))
                .plus(WARM_UP);
        return new CapacitySearch(
                duration,
                TimedLoad.keepAlive(reader),
                TimedLoad.pool(reader),
                reader.duration(Setting.LIMIT, least, Duration.ofHours(24)));
    }

    /** How long it takes to confirm a capacity once, with the two lower loads before it and all that is no load. */
    public Duration confirmation() {
        return confirmation(duration);
    }

    /** The loads of one confirmation: half of the rate, four fifths and all of it. */
    public Duration loads() {
        return loads(duration);
    }

    @Override
    public Kind kind() {
        return Kind.CAPACITY;
    }

    @Override
    public Map<String, String> settings() {
        return Workload.named(
                "duration",
                Durations.text(duration),
                "keepAlive",
                keepAlive,
                "pool",
                pool,
                "limit",
                Durations.text(limit));
    }

    @Override
    public WorkloadJson json() {
        return WorkloadJson.of(null, null, this, limit.toMillis());
    }

    @Override
    public int rounds(SettingReader reader) {
        return 1;
    }

    @Override
    public List<Slo> slo(SettingReader reader) {
        return reader.loadPromises(Setting.SLO.usual(kind()));
    }

    private static Duration confirmation(Duration duration) {
        return ROUND.plus(loads(duration));
    }

    private static Duration loads(Duration duration) {
        // In whole seconds, for people read what follows from it.
        return Duration.ofSeconds((long) Math.ceil(duration.toMillis() * LOADS / MILLIS_PER_SECOND));
    }
}
