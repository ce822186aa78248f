package weighbridge.analysis;

import java.util.Arrays;

/**
 * How many calls of a burst were in flight when. A call is in flight from the millisecond of its start up to but without
 * that of its end, and in its own millisecond where it took less than one: the greatest value is the burst's peak.
 */
final class InFlight {
    private InFlight() {}

    /** From when on a call is not in flight any more. The last millisecond that the log can tell has one after it too. */
    static long goneMillis(int startMillis, int endMillis) {
        return Math.max(endMillis, startMillis + 1L);
    }

    /** Each change, up to the last one, which is to 0. @param fromMillis start of the first call, as it is to be told */
    static Track<Integer> of(BurstCalls calls, long fromMillis) {
        long[] ends = new long[calls.size()];
        for (int call = 0; call < ends.length; call++) {
            ends[call] = goneMillis(calls.startMillis(call), calls.endMillis(call));
        }
        Arrays.sort(ends);
        Curve curve = new Curve();
        int started = 0;
        int ended = 0;
        int before = 0;
        while (ended < ends.length) {
            long at = started < ends.length ? Math.min(calls.startMillis(started), ends[ended]) : ends[ended];
            while (started < ends.length && calls.startMillis(started) == at) {
                started++;
            }
            while (ended < ends.length && ends[ended] == at) {
                ended++;
            }
            if (started - ended != before) {
                before = started - ended;
                curve.add(fromMillis + at, before);
            }
        }
        return curve.bounded().track(count -> (int) count);
    }
}
