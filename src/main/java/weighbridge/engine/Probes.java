package weighbridge.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import weighbridge.record.EarlyEnd;
import weighbridge.record.Latencies.Slice;
import weighbridge.record.LatencyWriter;
import weighbridge.record.ProbeRecord;
import weighbridge.record.Window;
import weighbridge.server.Assignment;
import weighbridge.workload.LoadSettings;
import weighbridge.workload.Purpose;

/** Makes probes, one after the other, and writes down what was seen of each. */
final class Probes implements AutoCloseable {
    /** A load that is made to its end. */
    static final LoadPool.Watch TO_THE_END = soFar -> null;

    private final LoadPool pool;
    private final LoadSettings settings;
    private final Duration timeout;
    private final LatencyWriter latencies;
    private int made;

    /** @param timeout of a call @throws IOException where the latencies cannot be written */
    Probes(LoadPool pool, LoadSettings settings, Duration timeout, Archive archive) throws IOException {
        this.pool = pool;
        this.settings = settings;
        this.timeout = timeout;
        this.latencies = new LatencyWriter(archive.folder().latencies());
    }

    /** A probe that has ended. */
    record Made(ProbeRecord record, List<Slice> slices) {}

    /** Calls at planned times. */
    Made open(Site site, Assignment target, Purpose purpose, Schedule schedule, LoadPool.Watch watch) {
        return run(
                site,
                Order.open(
                        target, purpose, schedule, timeout, logged(target, purpose, schedule.callsPerSecond(), null)),
                watch);
    }

    /** The same, with names of its own for its calls. */
    Made openNamed(Site site, Assignment target, Purpose purpose, Schedule schedule, IntFunction<String> names) {
        return run(site, Order.open(target, purpose, schedule, timeout, names), TO_THE_END);
    }

    /** Users that call again as soon as they are answered. */
    Made closed(Site site, Assignment target, Purpose purpose, int users, Duration length, LoadPool.Watch watch) {
        return run(
                site,
                Order.closed(target, purpose, users, length, timeout, logged(target, purpose, null, users)),
                watch);
    }

    /** The same, with names of its own for its calls. */
    Made closedNamed(
            Site site, Assignment target, Purpose purpose, int users, Duration length, IntFunction<String> names) {
        return run(site, Order.closed(target, purpose, users, length, timeout, names), TO_THE_END);
    }

    private IntFunction<String> logged(Assignment target, Purpose purpose, Double callsPerSecond, Integer users) {
        int number = made + 1;
        return purpose.logged()
                ? request -> ProbeRecord.requestName(target.target().name(), number, callsPerSecond, users, request)
                : null;
    }

    /**
     * So many users call once and keep their connections.
     *
     * @param settle done before the server is weighed; says how many connections there are
     */
    Made connections(Site site, Assignment target, int users, Supplier<OptionalInt> settle) {
        return run(site, Order.connections(target, users, timeout), TO_THE_END, settle);
    }

    private Made run(Site site, Order order, LoadPool.Watch watch) {
        return run(site, order, watch, OptionalInt::empty);
    }

    private Made run(Site site, Order order, LoadPool.Watch watch, Supplier<OptionalInt> settle) {
        String name = order.target().target().name();
        LoadPool.Watch alive = soFar -> site.isUp(name) ? watch.stop(soFar) : EarlyEnd.SERVER_ENDED;
        LoadPool.Done done = pool.run(order, alive, () -> site.scale().startWindow(name, site.server(name)));
        if (!site.isUp(name) && done.stretch().stopped() != EarlyEnd.RUN_ENDED) {
            done.stretch().stop(EarlyEnd.SERVER_ENDED); // also where nobody looked since; an ended run ends it itself
        }
        OptionalInt connections = settle.get();
        Window window = site.scale().closeWindow(name);
        ProbeRecord record = record(order, done, connections.isPresent() ? connections.getAsInt() : null, window);
        site.journal().add(record);
        site.archive()
                .attempt(
                        site.archive().folder().latencies().getFileName().toString(),
                        () -> latencies.write(record.number(), done.slices()));
        site.archive().save(site.journal());
        return new Made(record, done.slices());
    }

    private ProbeRecord record(Order order, LoadPool.Done done, Integer connections, Window window) {
        Stretch stretch = done.stretch();
        made++;
        return new ProbeRecord(
                made,
                order.target().target().name(),
                order.purpose(),
                order.schedule() == null ? null : order.schedule().callsPerSecond(),
                order.schedule() == null ? order.concurrency() : null,
                settings.keepAlive(),
                settings.pool(),
                done.startedAtMillis(),
                order.length().toMillis(),
                stretch.startMillis(),
                stretch.millis(),
                order.schedule() == null ? stretch.started() : order.schedule().calls(),
                stretch.started(),
                stretch.succeeded(),
                stretch.dry(),
                stretch.stopped(),
                connections,
                window);
    }

    @Override
    public void close() {
        latencies.close();
    }
}
