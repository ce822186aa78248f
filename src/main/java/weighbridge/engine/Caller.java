package weighbridge.engine;

import io.gatling.core.action.Action;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A user of a {@link GatlingInjector}, and what it does now. All but {@link #asleep} and {@link #connected} is read and changed by its own thread only. */
final class Caller {
    /** Where a user's session keeps it. */
    static final String KEY = "caller";

    /** Counted from 0. */
    final int number;

    /** Where it waits; null while it is at work. */
    final AtomicReference<GatlingInjector.Sleeper> asleep = new AtomicReference<>();

    /** Whether it may have a connection that it keeps. */
    volatile boolean connected;

    /** How often all connections had been dropped when it last dropped its own. */
    int epoch;

    /** The last load step that it took part in; null before the first. */
    RunningStep step;

    /** The calls of that step, by their request. */
    List<Action> calls = List.of();

    /** The call that it makes; null where it makes none. */
    RunningStep.Call call;

    /** When that call was started, by {@link System#nanoTime}. */
    long startedNanos;

    /** Whether that call is just being sent: one that ends meanwhile ends on the same stack. */
    boolean sending;

    Caller(int number, int epoch) {
        this.number = number;
        this.epoch = epoch;
    }

    /** What the call is called in Gatling's log. */
    String requestName() {
        return call.logged() ? step.step().requestNames().get(call.request()) : CallLog.UNLOGGED;
    }
}
