package weighbridge.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import weighbridge.truth.TruthSettings.Answering;

/** Every call from its request to what becomes of it: first its costs, then its delay, then the freeze, then the act. */
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
    private long frozenUntil = System.nanoTime();

    Load(EventLoop loop, TruthSettings settings, Tally tally, Work work, Runnable pauseAccepting) {
        this.loop = loop;
        this.settings = settings;
        this.tally = tally;
        this.work = work;
        this.pauseAccepting = pauseAccepting;
    }

    void requested(Connection connection) {
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
            frozenUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(answering.freezeMillis());
        }
        tally.keep(settings.costs().keepBytes());
        Act act = answering.actOf(call);
        if (!work.isDue(call)) {
            delay(connection, act);
            return;
        }
        workers.execute(() -> {
            Work.Done done = work.carryOut(call);
            loop.handOver(() -> {
                tally.worked(done, settings.costs().allocation().release());
                delay(connection, act);
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

    private void delay(Connection connection, Act act) {
        int millis = settings.answering().delayMillis();
        if (millis == 0) {
            perform(connection, act);
        } else {
            loop.at(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis), () -> perform(connection, act));
        }
    }

    private void perform(Connection connection, Act act) {
        if (System.nanoTime() - frozenUntil < 0) {
            loop.at(frozenUntil, () -> perform(connection, act));
            return;
        }
        try {
            act.perform(connection);
            tally.acted(act);
        } catch (IOException e) {
            tally.gone();
        }
    }
}
