package weighbridge.record;

import weighbridge.workload.LoadSettings;

/**
 * The settings of a load that goes on for a time, as they are written: durations in ms.
 *
 * @param callsPerSecond of an open load; null of another
 * @param concurrency users of a closed load; null of another
 * @param durationMillis of the measured load, or of each that confirms a capacity
 * @param keepAlive whether a user kept its connection
 * @param pool most calls in flight at once
 * @param limitMillis in which the capacity of one target was to be found; null where none was looked for
 */
public record LoadRecord(
        Double callsPerSecond,
        Integer concurrency,
        long durationMillis,
        boolean keepAlive,
        int pool,
        Long limitMillis) {

    /** Of these settings. */
    static LoadRecord of(LoadSettings settings) {
        return new LoadRecord(
                settings.callsPerSecond(),
                settings.concurrency(),
                settings.duration().toMillis(),
                settings.keepAlive(),
                settings.pool(),
                settings.limit() == null ? null : settings.limit().toMillis());
    }
}
