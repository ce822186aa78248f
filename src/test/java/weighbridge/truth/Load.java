package weighbridge.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import weighbridge.truth.TruthSettings.Answering;

/**
 * Every call from its request to what becomes of it: first its costs, then its service, then its delay, then the freeze,
 * then the act.
 */
final class Load {
    private final EventLoop loop;
    private final TruthSettings settings;
    private final Tally tally;
    private final Work work;
    private final Runnable pauseAccepting;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                Thread thread = new Thread(task, "worker");
                thread.setDaemon(true);
                return thread;
            });
    private final Optional<Station> station;
    private final Freeze freeze = new Freeze(System.nanoTime());

    Load(EventLoop loop, TruthSettings settings, Tally tally, Work work, Runnable pauseAccepting) {
        this.loop = loop;
        this.settings = settings;
        this.tally = tally;
        this.work = work;
        this.pauseAccepting = pauseAccepting;
        station = settings.service().map(Station::new);
    }

    /** @param readNanoTime of {@link System#nanoTime}, when the request was read */
    void requested(Connection connection, long readNanoTime) {
        int call = tally.requested();
        Answering answering = settings.answering();
        if (call == settings.ending().dieAtCall()) {
            System.out.println("request " + call + " is my last");
            Runtime.getRuntime().halt(settings.ending().dieStatus());
        }
        if (call == settings.ending().runAtCall() && !settings.ending().run().isEmpty()) {
            run(settings.ending().run());
        }
        if (call == settings.accepting().pauseAtCall() && settings.accepting().pauseMillis() > 0) {
            pauseAccepting.run();
        }
        if (call == answering.freezeAtCall()) {
            freeze.begin(readNanoTime, TimeUnit.MILLISECONDS.toNanos(answering.freezeMillis()));
        }
        tally.keep(settings.costs().keepBytes());
        Act act = answering.actOf(call);
        if (!work.isDue(call)) {
            serve(connection, act, readNanoTime);
            return;
        }
        workers.execute(() -> {
            Work.Done done = work.carryOut(call);
            loop.handOver(() -> {
                tally.worked(done, settings.costs().allocation().release());
                serve(connection, act, System.nanoTime());
            });
        });
    }

    private static void run(String script) {
        try {
            new ProcessBuilder("sh", "-c", script).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Connection connection, Act act, long arrival) {
        if (station.isEmpty()) {
            delay(connection, act, arrival);
        } else {
            long end = station.get().endOf(freeze.clockAt(arrival));
            awaitEnd(end, () -> delay(connection, act, freeze.nanoTimeOf(end)));
        }
    }

    /** A freeze that begins meanwhile moves the end. */
    private void awaitEnd(long end, Runnable ended) {
        long planned = freeze.nanoTimeOf(end);
        loop.exactlyAt(planned, () -> {
            if (freeze.nanoTimeOf(end) == planned) {
                ended.run();
            } else {
                awaitEnd(end, ended);
            }
        });
    }

    private void delay(Connection connection, Act act, long from) {
        int millis = settings.answering().delayMillis();
        if (millis == 0) {
            perform(connection, act, from);
        } else {
            long due = from + TimeUnit.MILLISECONDS.toNanos(millis);
            loop.at(due, () -> perform(connection, act, due));
        }
    }

    private void perform(Connection connection, Act act, long due) {
        long now = System.nanoTime();
        if (freeze.isOn(now)) {
            loop.at(freeze.until(), () -> perform(connection, act, freeze.until()));
            return;
        }
        try {
            act.perform(connection);
            tally.acted(act);
        } catch (IOException e) {
            tally.gone();
        }
        tally.done(due, now);
    }
}
