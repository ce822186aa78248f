package weighbridge.load;

import java.time.Duration;

/**
 * What a user can choose of a load that goes on for a time, beside {@link Settings}.
 *
 * @param callsPerSecond of an open load; null of a closed one, and where the rate is what is looked for
 * @param concurrency users of a closed load; null of another
 * @param duration of the measured load; where a capacity is looked for, of each load that confirms it
 * @param keepAlive whether a user keeps its connection; otherwise each call has one of its own
 * @param pool most calls in flight at once
 * @param limit in which the capacity of one target is to be found; null where none is looked for
 */
public record LoadSettings(
        Double callsPerSecond, Integer concurrency, Duration duration, boolean keepAlive, int pool, Duration limit) {
    /** One in which a capacity is looked for, and as many as it takes to confirm it, if it is at once. */
    public static final int CAPACITY_ROUNDS = 4;

    private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(10);

    /** What a round takes beside its loads: starts, settling, weighing, warming. */
    private static final Duration ROUND = Duration.ofSeconds(20);

    private static final int MOST_USERS = 100_000;
    private static final int DEFAULT_RATE = 500;

    /** Of a load at one rate, or by one number of users. */
    static LoadSettings steady(SettingReader reader) {
        boolean closed = reader.given("concurrency").isPresent();
        int concurrency = reader.integer("concurrency", 1, 1, MOST_USERS);
        int rate = reader.integer("rate", DEFAULT_RATE, 1, 1_000_000);
        if (closed && reader.given("rate").isPresent()) {
            reader.wrong(
                    "concurrency",
                    Integer.toString(concurrency) + "\" beside a rate of \"" + rate,
                    "a rate (open load) or a concurrency (closed load)",
                    "1 and leave out -Drate, or the other way round");
        }
        return new LoadSettings(
                closed ? null : (double) rate,
                closed ? concurrency : null,
                duration(reader),
                reader.bool("keepAlive", true),
                closed ? concurrency : pool(reader),
                null);
    }

    /** Of the search for a capacity. */
    static LoadSettings capacity(SettingReader reader) {
        Duration duration = duration(reader);
        // Less would be no search.
        Duration least = confirmation(duration).multipliedBy(CAPACITY_ROUNDS);
        Duration usual = DEFAULT_LIMIT.compareTo(least) < 0 ? least : DEFAULT_LIMIT;
        return new LoadSettings(
                null,
                null,
                duration,
                reader.bool("keepAlive", true),
                pool(reader),
                reader.duration("limit", usual, least, Duration.ofHours(24)));
    }

    /** How long it takes to confirm a capacity once, with the two lower loads before it and all that is no load. */
    public Duration confirmation() {
        return confirmation(duration);
    }

    private static Duration confirmation(Duration duration) {
        return ROUND.plus(duration.multipliedBy(5).dividedBy(3));
    }

    private static Duration duration(SettingReader reader) {
        return reader.duration("duration", Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofHours(2));
    }

    private static int pool(SettingReader reader) {
        return reader.integer("pool", 500, 1, MOST_USERS);
    }
}
