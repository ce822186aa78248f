package weighbridge.workload;

import java.time.Duration;
import java.util.List;

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
    private static final Duration ROUND = Duration.ofSeconds(30);

    /** A search with its closed loads takes about so many times a confirming load. */
    private static final int SEARCH_PARTS = 5;

    /** Until a fresh server is steady, and its connections are weighed. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    /** Half of the rate, four fifths and all of it: a third of the duration, another third, and all of it. */
    private static final double LOADS = 5 / 3.0;

    private static final double MILLIS_PER_SECOND = 1000;

    private static final int MOST_USERS = 100_000;
    private static final int DEFAULT_RATE = 500;

    /** Refuses what is of a load over time in a run of bursts. */
    static void refuse(SettingReader reader) {
        String fix = "leave it out, or run the simulation of such a load";
        List.of("rate", "concurrency", "duration", "keepAlive", "pool", "limit")
                .forEach(name -> reader.refuse(name, "is of loads that go on for a time", fix));
    }

    /** Of a load at one rate, or by one number of users. */
    static LoadSettings steady(SettingReader reader) {
        reader.refuse("limit", "is of the search for a capacity", "choose the length of the load with -Dduration=30s");
        return reader.given("concurrency").isPresent() ? closed(reader) : open(reader);
    }

    private static LoadSettings open(SettingReader reader) {
        int rate = reader.integer("rate", DEFAULT_RATE, 1, 1_000_000);
        return new LoadSettings((double) rate, null, duration(reader), keepAlive(reader), pool(reader), null);
    }

    private static LoadSettings closed(SettingReader reader) {
        String given = reader.given("concurrency").orElseThrow();
        reader.given("rate")
                .ifPresent(rate -> reader.fault(
                        "concurrency",
                        "\"" + given + "\" beside a rate of \"" + rate + "\"",
                        "one of the two: users that call again once they are answered, or calls at a rate",
                        "leave out -Dconcurrency or -Drate"));
        reader.refuse("pool", "is of a rate", "leave it out: there are as many users as -Dconcurrency says");
        int concurrency = reader.integer("concurrency", 1, 1, MOST_USERS);
        return new LoadSettings(null, concurrency, duration(reader), keepAlive(reader), concurrency, null);
    }

    /** Of the search for a capacity. */
    static LoadSettings capacity(SettingReader reader) {
        reader.refuse("rate", "is what is looked for", "leave it out, or run SteadySimulation");
        reader.refuse("concurrency", "is of a steady load", "leave it out, or run SteadySimulation");
        Duration duration = duration(reader);
        // Less would be no search.
        Duration least = confirmation(duration)
                .multipliedBy(CAPACITY_ROUNDS - 1)
                .plus(duration.multipliedBy(SEARCH_PARTS))
                .plus(WARM_UP);
        Duration usual = DEFAULT_LIMIT.compareTo(least) < 0 ? least : DEFAULT_LIMIT;
        return new LoadSettings(
                null,
                null,
                duration,
                keepAlive(reader),
                pool(reader),
                reader.duration("limit", usual, least, Duration.ofHours(24)));
    }

    /** How long it takes to confirm a capacity once, with the two lower loads before it and all that is no load. */
    public Duration confirmation() {
        return confirmation(duration);
    }

    /** The loads of one confirmation: half of the rate, four fifths and all of it. */
    public Duration loads() {
        return loads(duration);
    }

    private static Duration confirmation(Duration duration) {
        return ROUND.plus(loads(duration));
    }

    private static Duration loads(Duration duration) {
        // In whole seconds, for people read what follows from it.
        return Duration.ofSeconds((long) Math.ceil(duration.toMillis() * LOADS / MILLIS_PER_SECOND));
    }

    private static boolean keepAlive(SettingReader reader) {
        return reader.bool("keepAlive", true);
    }

    private static Duration duration(SettingReader reader) {
        return reader.duration("duration", Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofHours(2));
    }

    private static int pool(SettingReader reader) {
        return reader.integer("pool", 500, 1, MOST_USERS);
    }
}
