package weighbridge.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import weighbridge.engine.LoadStep.Open;
import weighbridge.record.EarlyEnd;
import weighbridge.record.Latencies.Slice;
import weighbridge.record.LatencyWriter;
import weighbridge.record.ProbeRecord;
import weighbridge.record.Window;
import weighbridge.server.Assignment;
import weighbridge.workload.Burst;
import weighbridge.workload.Phase;
import weighbridge.workload.Purpose;

/** Makes load steps, one after the other, and writes down what was seen of each. */
final class LoadSteps implements AutoCloseable {
    private final Injector injector;
    private final Duration timeout;
    private final int pool;
    private LatencyWriter latencies;
    private int made;

    /** @param timeout of a call @param pool users of the injector */
    LoadSteps(Injector injector, Duration timeout, int pool) {
        this.injector = injector;
        this.timeout = timeout;
        this.pool = pool;
    }

    /** A step that has ended. */
    record Made(ProbeRecord record, List<Slice> slices) {}

    /**
     * A burst; nothing of it is written down.
     *
     * @param target whose turn it is, also where the sink is called
     * @param suffix of the names of its requests
     */
    Phase burst(String target, Assignment called, Burst burst, int calls, String suffix, Runnable begun) {
        List<String> names =
                burst.logged() ? names(called, request -> burst.requestName(target, request) + suffix) : List.of();
        Injector.Done done = injector.run(LoadStep.burst(called, calls, timeout, names), Injector.Watch.NONE, begun);
        return new Phase(
                target, burst, done.startedAtMillis(), done.startedAtMillis() + done.millis(), (int) done.succeeded());
    }

    /** Closes the connections that users have kept. */
    void dropConnections() {
        injector.dropConnections();
    }

    /** At this pace. */
    Made run(RoundRun run, Assignment target, Purpose purpose, LoadStep.Pace pace, Injector.Watch watch) {
        return run(run, purpose, step(target, purpose, pace), watch);
    }

    /** At this pace, with names of its own for its calls. */
    Made named(RoundRun run, Assignment target, Purpose purpose, LoadStep.Pace pace, IntFunction<String> names) {
        return run(run, purpose, step(target, pace, names), Injector.Watch.NONE);
    }

    /**
     * So many users call once and keep their connections.
     *
     * @param settle done before the server is weighed; says how many connections there are
     */
    Made connections(RoundRun run, Assignment target, int users, Supplier<OptionalInt> settle) {
        LoadStep step = LoadStep.connections(target, users, timeout);
        return run(run, Purpose.CONNECTIONS, step, Injector.Watch.NONE, settle);
    }

    private LoadStep step(Assignment target, Purpose purpose, LoadStep.Pace pace) {
        LoadStep step = LoadStep.timed(target, pace, timeout, List.of());
        int number = made + 1;
        String name = target.target().name();
        return purpose.logged()
                ? step(
                        target,
                        pace,
                        request -> ProbeRecord.requestName(name, number, step.callsPerSecond(), step.users(), request))
                : step;
    }

    private LoadStep step(Assignment target, LoadStep.Pace pace, IntFunction<String> names) {
        return LoadStep.timed(target, pace, timeout, names(target, names));
    }

    private static List<String> names(Assignment target, IntFunction<String> names) {
        int requests = target.target().traffic().requests().size();
        return IntStream.range(0, requests).mapToObj(names).toList();
    }

    private Made run(RoundRun run, Purpose purpose, LoadStep step, Injector.Watch watch) {
        return run(run, purpose, step, watch, OptionalInt::empty);
    }

    private Made run(RoundRun run, Purpose purpose, LoadStep step, Injector.Watch watch, Supplier<OptionalInt> settle) {
        String name = step.target().target().name();
        Injector.Watch alive = slices -> run.isUp(name) ? watch.stop(slices) : EarlyEnd.SERVER_ENDED;
        Injector.Done done = injector.run(step, alive, () -> run.scale().openWindow(run.server(name)));
        if (!run.isUp(name) && done.stopped() != EarlyEnd.RUN_ENDED) {
            done = done.stopped(EarlyEnd.SERVER_ENDED); // also where nobody looked since; an ended run ends it itself
        }
        OptionalInt connections = settle.get();
        Window window = run.scale().closeWindow();
        ProbeRecord record = record(purpose, done, connections.isPresent() ? connections.getAsInt() : null, window);
        List<Slice> slices = done.slices();
        run.journal().add(record);
        Path file = run.archive().folder().latencies();
        run.archive().attempt(file.getFileName().toString(), () -> write(file, record.number(), slices));
        run.save();
        return new Made(record, slices);
    }

    private void write(Path file, int number, List<Slice> slices) {
        try {
            latencies = latencies == null ? new LatencyWriter(file) : latencies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        latencies.write(number, slices);
    }

    private ProbeRecord record(Purpose purpose, Injector.Done done, Integer connections, Window window) {
        LoadStep step = done.step();
        made++;
        return new ProbeRecord(
                        made,
                        step.target().target().name(),
                        purpose,
                        step.callsPerSecond(),
                        step.users(),
                        step.target().target().traffic().keepAlive(),
                        pool,
                        done.startedAtMillis(),
                        step.pace().length().toMillis(),
                        done.startMillis(),
                        done.millis(),
                        step.pace() instanceof Open open ? open.schedule().calls() : done.started(),
                        done.started(),
                        done.succeeded(),
                        done.dry(),
                        done.stopped(),
                        connections,
                        window)
                .counted(done.counts());
    }

    @Override
    public void close() {
        if (latencies != null) {
            latencies.close();
        }
    }
}
