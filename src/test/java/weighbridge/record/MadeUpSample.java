package weighbridge.record;

import weighbridge.record.Reading.Counts;

/** Samples that nobody took. */
public final class MadeUpSample {
    private MadeUpSample() {}

    /** With these two values and nothing else. */
    public static Sample of(String name, long atMillis, long rssBytes, double cpuSeconds) {
        return new Sample(atMillis, name, new Reading(rssBytes, 1, null, null, cpuSeconds, 1, 0, Counts.UNKNOWN));
    }
}
