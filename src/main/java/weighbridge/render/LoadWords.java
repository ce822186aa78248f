package weighbridge.render;

import java.time.Duration;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.ClosedLoad;
import weighbridge.workload.OpenLoad;
import weighbridge.workload.Settings;
import weighbridge.workload.Steady;
import weighbridge.workload.TimedLoad;

/** How servers were hammered, in words. */
final class LoadWords {
    private LoadWords() {}

    /** Such as {@code 800 times}, or {@code with 500 calls/s for 30 s (open load, keep-alive, …)}. */
    static String of(Settings settings) {
        if (settings.workload() instanceof BurstLoad bursts) {
            return bursts.calls() + " times";
        }
        TimedLoad load = (TimedLoad) settings.workload();
        return load instanceof CapacitySearch search
                ? "at many rates (" + kind(load) + "; " + seconds(load.duration()) + " to confirm one, at most "
                        + seconds(search.limit()) + " per server)"
                : "with " + steady((Steady) load) + " for " + seconds(load.duration()) + " (" + kind(load) + ")";
    }

    /** What each server gets of a steady load: {@code 500 calls/s} or {@code 64 users}. */
    static String steady(Steady load) {
        return load instanceof OpenLoad open
                ? Numbers.callsPerSecond(open.callsPerSecond())
                : Numbers.count(((ClosedLoad) load).concurrency(), "user") + " at once";
    }

    static String seconds(Duration duration) {
        return Numbers.seconds(duration.toMillis()) + " s";
    }

    private static String kind(TimedLoad load) {
        String connections = load.keepAlive() ? "keep-alive" : "a new connection for each call";
        return load instanceof ClosedLoad
                ? "closed load, " + connections
                : "open load, " + connections + ", at most " + Numbers.count(load.pool()) + " in flight";
    }
}
