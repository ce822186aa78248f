package weighbridge.engine;

import java.util.List;
import weighbridge.record.CallCounts;
import weighbridge.record.EarlyEnd;
import weighbridge.record.Latencies.Slice;

/** Makes load, one step after the other. */
interface Injector extends AutoCloseable {
    /** Whether a step is to be ended before its planned end; asked after each slice. */
    interface Watch {
        /** A step that is made to its end. */
        Watch NONE = slices -> null;

        /** Why it is to be ended; null where it is to go on. @param slices of all calls that have ended so far */
        EarlyEnd stop(List<Slice> slices);
    }

    /**
     * A step that has ended.
     *
     * @param startedAtMillis planned start of its first call, time of the run, ms since 1970
     * @param startMillis from the planned start of the first call to the actual start of the last, and one interval more
     * @param millis from the planned start of the first call to the end of the last
     * @param started calls that were started
     * @param succeeded calls that were answered as expected in time
     * @param dry calls that started late because all users had a call in flight
     * @param stopped why it ended before its planned end; null where it did not
     * @param slices latencies of the calls by the time at which they ended
     * @param counts how they ended
     */
    record Done(
            LoadStep step,
            long startedAtMillis,
            double startMillis,
            long millis,
            long started,
            long succeeded,
            long dry,
            EarlyEnd stopped,
            List<Slice> slices,
            CallCounts counts) {

        /** The same, ended for this reason. */
        Done stopped(EarlyEnd reason) {
            return new Done(
                    step, startedAtMillis, startMillis, millis, started, succeeded, dry, reason, slices, counts);
        }
    }

    /** Makes a step to the end of its last call. @param begun called when all is ready, right before the first call */
    Done run(LoadStep step, Watch watch, Runnable begun);

    /** Closes the connections that users have kept, and waits for that: some servers end only when theirs are closed. */
    void dropConnections();

    /** Ends all users and closes their connections; a step that is under way ends too. May be called again, from any thread. */
    @Override
    void close();
}
