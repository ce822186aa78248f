package weighbridge.workload;

import java.time.Duration;

/** A load that goes on for a time. */
public sealed interface TimedLoad extends Workload permits Steady, CapacitySearch {
    /** The most users that call at once. */
    int MOST_USERS = 100_000;

    /** Of the measured load; where a capacity is looked for, of each load that confirms it. */
    Duration duration();

    /** Whether a user keeps its connection; otherwise each call has one of its own. */
    boolean keepAlive();

    /** Most calls in flight at once. */
    int pool();

    static void refuseBursts(SettingReader reader) {
        reader.refuse(Setting.CALLS, "is of bursts", "choose the length of the load with -Dduration=30s");
        reader.refuse(Setting.WARMUP, "is of bursts", "leave it out: each server is warmed until it is steady");
    }

    static Duration duration(SettingReader reader) {
        return reader.duration(Setting.DURATION, Duration.ofSeconds(1), Duration.ofHours(2));
    }

    static boolean keepAlive(SettingReader reader) {
        return reader.bool(Setting.KEEP_ALIVE);
    }

    static int pool(SettingReader reader) {
        return reader.integer(Setting.POOL, 1, MOST_USERS);
    }
}
