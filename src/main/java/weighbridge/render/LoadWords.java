package weighbridge.render;

import weighbridge.record.LoadRecord;
import weighbridge.record.SettingsRecord;

/** How servers were hammered, in words. */
final class LoadWords {
    private LoadWords() {}

    /** Such as {@code 800 times}, or {@code with 500 calls/s for 30 s (open load, keep-alive, …)}. */
    static String of(SettingsRecord settings) {
        LoadRecord load = settings.load();
        return switch (settings.workload()) {
            case BURST -> settings.calls() + " times";
            case STEADY ->
                "with " + steady(load) + " for " + Text.number(load.durationMillis()) + " s (" + kind(load) + ")";
            case CAPACITY ->
                "at many rates, to find the highest that it holds for "
                        + Text.number(load.durationMillis()) + " s (" + kind(load) + ", at most "
                        + Text.number(load.limitMillis()) + " s for each server)";
        };
    }

    /** What each server gets of a steady load: {@code 500 calls/s} or {@code 64 users}. */
    static String steady(LoadRecord load) {
        return load.concurrency() == null
                ? LoadText.callsPerSecond(load.callsPerSecond())
                : Headline.count(load.concurrency(), "user") + " at once";
    }

    private static String kind(LoadRecord load) {
        String connections = load.keepAlive() ? "keep-alive" : "a new connection for each call";
        return load.concurrency() != null
                ? "closed load: each user calls again once it is answered, " + connections
                : "open load, " + connections + ", at most " + LoadText.count(load.pool()) + " calls in flight";
    }
}
