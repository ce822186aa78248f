package weighbridge.engine;

import java.io.IOException;
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
import weighbridge.workload.Purpose;
import weighbridge.workload.TimedLoad;

/** Makes load steps, one after the other, and writes down what was seen of each. */
final class Probes implements AutoCloseable {
    private final Injector injector;
    private final TimedLoad settings;
    private final Duration timeout;
    private final LatencyWriter latencies;
    private int made;

    /** @param timeout of a call @throws IOException where the latencies cannot be written */
    Probes(Injector injector, TimedLoad settings, Duration timeout, Archive archive) throws IOException {
        this.injector = injector;
        this.settings = settings;
        this.timeout = timeout;
        this.latencies = new LatencyWriter(archive.folder().latencies());
    }

    /** A step that has ended. */
    record Made(ProbeRecord record, List<Slice> slices) {}

    /** At this pace. */
    Made run(Site site, Assignment target, Purpose purpose, LoadStep.Pace pace, Injector.Watch watch) {
        return run(site, purpose, step(target, purpose, pace), watch);
    }

    /** At this pace, with names of its own for its calls. */
    Made named(Site site, Assignment target, Purpose purpose, LoadStep.Pace pace, IntFunction<String> names) {
        return run(site, purpose, step(target, pace, names), Injector.Watch.NONE);
    }

    /**
     * So many users call once and keep their connections.
     *
     * @param settle done before the server is weighed; says how many connections there are
     */
    Made connections(Site site, Assignment target, int users, Supplier<OptionalInt> settle) {
        LoadStep step = LoadStep.connections(target, users, timeout);
        return run(site, Purpose.CONNECTIONS, step, Injector.Watch.NONE, settle);
    }

    private LoadStep step(Assignment target, Purpose purpose, LoadStep.Pace pace) {
        LoadStep step = new LoadStep(target, pace, timeout, List.of());
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
        int requests = target.target().traffic().requests().size();
        return new LoadStep(
                target,
                pace,
                timeout,
                IntStream.range(0, requests).mapToObj(names).toList());
    }

    private Made run(Site site, Purpose purpose, LoadStep step, Injector.Watch watch) {
        return run(site, purpose, step, watch, OptionalInt::empty);
    }

    private Made run(Site site, Purpose purpose, LoadStep step, Injector.Watch watch, Supplier<OptionalInt> settle) {
        String name = step.target().target().name();
        Injector.Watch alive = slices -> site.isUp(name) ? watch.stop(slices) : EarlyEnd.SERVER_ENDED;
        Injector.Done done = injector.run(step, alive, () -> site.scale().startWindow(name, site.server(name)));
        if (!site.isUp(name) && done.stopped() != EarlyEnd.RUN_ENDED) {
            done = done.stopped(EarlyEnd.SERVER_ENDED); // also where nobody looked since; an ended run ends it itself
        }
        OptionalInt connections = settle.get();
        Window window = site.scale().closeWindow(name);
        ProbeRecord record = record(purpose, done, connections.isPresent() ? connections.getAsInt() : null, window);
        List<Slice> slices = done.slices();
        site.journal().add(record);
        site.archive()
                .attempt(
                        site.archive().folder().latencies().getFileName().toString(),
                        () -> latencies.write(record.number(), slices));
        site.archive().save(site.journal());
        return new Made(record, slices);
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
                settings.keepAlive(),
                settings.pool(),
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
                window);
    }

    @Override
    public void close() {
        latencies.close();
    }
}
