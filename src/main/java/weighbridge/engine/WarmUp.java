package weighbridge.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import weighbridge.capacity.Answers;
import weighbridge.capacity.Warmth;
import weighbridge.engine.LoadStep.Closed;
import weighbridge.engine.LoadStep.Open;
import weighbridge.record.EarlyEnd;
import weighbridge.record.Latencies.Slice;
import weighbridge.workload.ClosedLoad;
import weighbridge.workload.OpenLoad;
import weighbridge.workload.Purpose;
import weighbridge.workload.Steady;
import weighbridge.workload.TimedLoad;

/**
 * Load that is not logged, until the server answers as fast as a moment before and no call gets cheaper. First by few users who
 * wait for each answer: a cold JVM that has more calls than it can serve has no CPU time left to compile.
 */
final class WarmUp {
    /** A JVM compiles in steps; between two of them it looks steady already. */
    static final Duration MOST = Duration.ofSeconds(30);

    /** In a smaller box than a quarter of a core a warm-up would take most of the time that there is. */
    private static final int MOST_STRETCH = 4;

    /** So many keep the generator busy on any machine, and most servers. */
    private static final int MANY_USERS = 16;

    /** Calls a second that leave time to compile. */
    private static final double GENERATOR_RATE = 2000;

    /** Of a server that serves one call after the other; far below any usual timeout. */
    private static final double LONGEST_QUEUE_MICROS = 250_000;

    private static final double MILLIS_PER_SECOND = 1000;

    private WarmUp() {}

    /**
     * Of the generator, at the sink: as fast as it goes, and by calls at planned times where those follow, which it makes in
     * another way. Only that where it has no more to do than that. Its JVM compiles what is called very often. It looks steady at
     * times while its compilers still work, so they have to rest as well.
     *
     * @param load that follows
     * @param compiledMillis how long its compilers have been at work so far
     * @return whether steady
     */
    static boolean ofGenerator(ServerUnderLoad sink, TimedLoad load, LongSupplier compiledMillis) {
        boolean steady = true;
        if (!isEasy(load)) {
            Closed users = new Closed(Math.min(MANY_USERS, load.pool()), MOST);
            steady = isSteady(sink.run(Purpose.GENERATOR, users, untilCompiled(compiledMillis)));
        }
        if (load instanceof ClosedLoad || !sink.isUp()) {
            return steady;
        }
        Open calls = new Open(Schedule.of(GENERATOR_RATE, MOST));
        return isSteady(sink.run(Purpose.GENERATOR, calls, untilCompiled(compiledMillis))) && steady;
    }

    private static boolean isEasy(TimedLoad load) {
        return load instanceof OpenLoad open && open.callsPerSecond() <= GENERATOR_RATE;
    }

    private static Injector.Watch untilCompiled(LongSupplier compiledMillis) {
        List<Double> compilerSeconds = new ArrayList<>();
        return slices -> {
            compilerSeconds.add(compiledMillis.getAsLong() / MILLIS_PER_SECOND);
            return Warmth.reached(slices, List.of()) && Warmth.isCompiled(slices, compilerSeconds, 1)
                    ? EarlyEnd.STEADY
                    : null;
        };
    }

    /** Of a target, in the end at the rate or by the users of the load that follows. @return whether it became steady */
    static boolean of(ServerUnderLoad server, Steady load) {
        if (load instanceof OpenLoad open) {
            byFew(server, most(server), open.pool());
            return atRate(server, open.callsPerSecond(), most(server));
        }
        int users = ((ClosedLoad) load).concurrency();
        if (users > few(users)) {
            byFew(server, most(server), users);
        }
        return untilSteady(server, new Closed(users, most(server)));
    }

    /** The last part of it, at this rate. @param most how long it may take */
    static boolean atRate(ServerUnderLoad server, double callsPerSecond, Duration most) {
        return untilSteady(server, new Open(Schedule.of(callsPerSecond, most)));
    }

    /**
     * Where the server is to be loaded up to its limit: by few users, and then by so many that it is as busy as it gets. What it does
     * only then, such as waiting for a lock, is compiled only then.
     */
    static void upToTheLimit(ServerUnderLoad server, Duration most, int pool) {
        Optional<LoadSteps.Made> few = byFew(server, most, pool);
        int many = few.map(made -> many(made.slices(), pool)).orElse(0);
        if (server.isUp() && many > few(pool)) {
            untilSteady(server, new Closed(many, most));
        }
    }

    /** As many as make no queue that is too long: each call may have to wait for those of all others. */
    private static int many(List<Slice> slices, int pool) {
        double micros = new Answers(slices).actual().getValueAtPercentile(50);
        return micros == 0 ? 0 : (int) Math.min(Math.min(MANY_USERS, pool), LONGEST_QUEUE_MICROS / micros);
    }

    /** By so few users that a compiler has CPU time as well; it ends where the calls are too few to have anything compiled. */
    static Optional<LoadSteps.Made> byFew(ServerUnderLoad server, Duration most, int pool) {
        if (!server.isUp() || !server.isOurs()) {
            return Optional.empty();
        }
        Injector.Watch steady = watch(server);
        return Optional.of(server.run(Purpose.WARM_UP, new Closed(few(pool), most), slices -> {
            EarlyEnd end = steady.stop(slices);
            return Warmth.isIdle(slices) ? EarlyEnd.IDLE : end;
        }));
    }

    /** How many times as long a server compiles that may use less than one core. */
    private static int stretch(ServerUnderLoad server) {
        return (int) Math.min(
                MOST_STRETCH, Math.ceil(1 / Math.min(1, server.cpus().orElse(1))));
    }

    /** The longest that each of its parts takes at this server. */
    static Duration most(ServerUnderLoad server) {
        return MOST.multipliedBy(stretch(server));
    }

    /** So few that they keep the server busy and leave its compilers CPU time. */
    static int few(int pool) {
        return Math.min(pool, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    private static boolean untilSteady(ServerUnderLoad server, LoadStep.Pace pace) {
        return server.isUp() && isSteady(server.run(Purpose.WARM_UP, pace, watch(server)));
    }

    /** Asked after each slice: the CPU time that the server used meanwhile belongs to it. Its compilers have to rest as well. */
    private static Injector.Watch watch(ServerUnderLoad server) {
        List<Double> cpuSeconds = new ArrayList<>();
        List<Double> compilerSeconds = new ArrayList<>();
        OptionalDouble[] before = {server.cpuSeconds()};
        return slices -> {
            if (before[0].isPresent()) {
                OptionalDouble now = server.cpuSeconds();
                double soFar = now.orElse(before[0].getAsDouble()); // it ends just now
                cpuSeconds.add(soFar - before[0].getAsDouble());
                before[0] = OptionalDouble.of(soFar);
            }
            OptionalDouble compilers = server.compilerSecondsOfFound();
            compilerSeconds.add(compilers.orElse(0));
            // Where nobody can see whether it compiles, only a longer look tells.
            int together = compilers.isPresent() ? 1 : stretch(server);
            return Warmth.reached(slices, cpuSeconds, together)
                            && Warmth.isCompiled(slices, compilerSeconds, stretch(server))
                    ? EarlyEnd.STEADY
                    : null;
        };
    }

    private static boolean isSteady(LoadSteps.Made made) {
        return made.record().stopped() == EarlyEnd.STEADY;
    }
}
