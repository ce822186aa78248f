package weighbridge.engine;

import weighbridge.engine.LoadStep.Closed;
import weighbridge.engine.LoadStep.Open;

/**
 * Which calls of a load step are in Gatling's log: all of them, or every n-th of a load that makes more than Gatling reads within
 * seconds. All requests of a target are logged alike.
 */
final class LogShare {
    private final LoadStep.Pace pace;
    private final long most;
    private final int requests;
    private volatile long every = 1;

    /** Of this step, which says how many calls may be logged. */
    LogShare(LoadStep step) {
        this.pace = step.pace();
        this.most = step.mostLogged();
        this.requests = step.target().target().traffic().requests().size();
        if (pace instanceof Open open) {
            expect(open.schedule().calls());
        }
    }

    /** How many calls a closed load makes is known only while it goes on. @param ended calls so far @param nanos since its begin */
    void look(long ended, long nanos) {
        if (pace instanceof Closed && nanos > 0) {
            expect((double) ended * pace.length().toNanos() / nanos);
        }
    }

    private void expect(double calls) {
        every = most == 0 ? 1 : Math.max(1, (long) Math.ceil(calls / most));
    }

    /** Whether this one is to be logged. @param number counted from 0, of the load or of a user @param user that makes it */
    boolean includes(long number, int user) {
        return most > 0 && (number / requests + user) % every == 0;
    }
}
