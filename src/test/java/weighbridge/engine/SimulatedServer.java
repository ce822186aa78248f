package weighbridge.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import weighbridge.record.EarlyEnd;
import weighbridge.record.Latencies.Slice;
import weighbridge.record.MadeUpProbe;
import weighbridge.record.MadeUpSlice;
import weighbridge.record.MadeUpWindow;
import weighbridge.workload.Purpose;

/** A server that answers in 5 ms up to its capacity and in 70 ms beyond, in simulated time. */
final class SimulatedServer implements ServerUnderLoad {
    /** A load step that was made at it. */
    record Step(Purpose purpose, Double callsPerSecond, Integer users, double seconds, EarlyEnd stopped) {
        /** Such as {@code bracket 400}. */
        String text() {
            return purpose.label() + " "
                    + (callsPerSecond == null ? users + " users" : Long.toString(Math.round(callsPerSecond)));
        }
    }

    private final SimulatedClock clock;
    private final List<Step> steps = new ArrayList<>();
    private double capacity = 1000;
    private double closedRate = 2000;
    private Predicate<Step> dies = step -> false;
    private Predicate<Step> stalls = step -> false;
    private Predicate<Step> lacksUsers = step -> false;
    private Predicate<Step> endsRun = step -> false;
    private DoubleUnaryOperator cpuOfCall = second -> 0.0001;
    private Runnable end = () -> {};
    private DoubleUnaryOperator compiling; // null where nobody can see whether it compiles
    private double compilerSeconds;
    private OptionalDouble cpus = OptionalDouble.empty();
    private boolean ours = true;
    private boolean up = true;
    private double cpuSeconds;
    private int seconds;

    SimulatedServer(SimulatedClock clock) {
        this.clock = clock;
    }

    /** Calls a second that it answers in time. */
    SimulatedServer capacity(double callsPerSecond) {
        capacity = callsPerSecond;
        return this;
    }

    /** Calls a second of a user. */
    SimulatedServer closedRate(double callsPerSecond) {
        closedRate = callsPerSecond;
        return this;
    }

    /** Under which steps it ends by itself. */
    SimulatedServer dies(Predicate<Step> under) {
        dies = under;
        return this;
    }

    /** In which steps the generator stands still, which makes calls slow. */
    SimulatedServer stalls(Predicate<Step> in) {
        stalls = in;
        return this;
    }

    /** In which steps too few users make calls late that it would answer in time. */
    SimulatedServer lacksUsers(Predicate<Step> in) {
        lacksUsers = in;
        return this;
    }

    /** In which step the run is ended. @param action that ends it */
    SimulatedServer endsRun(Predicate<Step> in, Runnable action) {
        endsRun = in;
        end = action;
        return this;
    }

    /** CPU time of a call, s, by how many seconds it was under load before. */
    SimulatedServer cpuOfCall(DoubleUnaryOperator bySecond) {
        cpuOfCall = bySecond;
        return this;
    }

    SimulatedServer notOurs() {
        ours = false;
        return this;
    }

    SimulatedServer down() {
        up = false;
        return this;
    }

    List<Step> steps() {
        return steps;
    }

    @Override
    public boolean isUp() {
        return up;
    }

    @Override
    public boolean isOurs() {
        return ours;
    }

    /** What its control group allows it. */
    SimulatedServer cpus(double cores) {
        cpus = OptionalDouble.of(cores);
        return this;
    }

    @Override
    public OptionalDouble cpus() {
        return cpus;
    }

    @Override
    public OptionalDouble cpuSeconds() {
        return ours ? OptionalDouble.of(cpuSeconds) : OptionalDouble.empty();
    }

    @Override
    public OptionalDouble cpuSecondsOfFound() {
        return cpuSeconds();
    }

    /** How long its compilers work each second of load, by how many seconds it was under load before. */
    SimulatedServer compiling(DoubleUnaryOperator bySecond) {
        compiling = bySecond;
        return this;
    }

    @Override
    public OptionalDouble compilerSecondsOfFound() {
        return ours && compiling != null ? OptionalDouble.of(compilerSeconds) : OptionalDouble.empty();
    }

    @Override
    public LoadSteps.Made run(Purpose purpose, LoadStep.Pace pace, Injector.Watch watch) {
        boolean open = pace instanceof LoadStep.Open;
        Double rate = open ? ((LoadStep.Open) pace).schedule().callsPerSecond() : null;
        Integer users = open ? null : ((LoadStep.Closed) pace).users();
        double length = pace.length().toMillis() / 1000.0;
        Step asked = new Step(purpose, rate, users, length, null);
        boolean stalled = stalls.test(asked);
        boolean slow = open && rate > capacity || stalled;
        List<Slice> slices = new ArrayList<>();
        EarlyEnd stopped = null;
        double done = 0;
        while (done < length && stopped == null) {
            double slice = Math.min(1, length - done);
            MadeUpSlice calls = MadeUpSlice.of(Math.round(1000 * done), Math.round(1000 * (done + slice)));
            long count = Math.round((open ? rate : users * closedRate) * (done + slice))
                    - Math.round((open ? rate : users * closedRate) * done);
            slices.add(calls(calls, count, slow, asked).get());
            cpuSeconds += count * cpuOfCall.applyAsDouble(seconds);
            if (compiling != null) {
                compilerSeconds += slice * compiling.applyAsDouble(seconds);
            }
            seconds++;
            clock.advance(Duration.ofNanos(Math.round(slice * 1e9)));
            done += slice;
            if (dies.test(asked)) {
                up = false;
                stopped = EarlyEnd.SERVER_ENDED;
            } else if (endsRun.test(asked)) {
                end.run();
                up = false;
                stopped = EarlyEnd.RUN_ENDED;
            } else if (done < length) {
                stopped = watch.stop(slices);
            }
        }
        steps.add(new Step(purpose, rate, users, done, stopped));
        MadeUpWindow window = MadeUpWindow.of(length);
        MadeUpProbe probe =
                open ? MadeUpProbe.open(steps.size(), purpose, rate) : MadeUpProbe.closed(steps.size(), purpose, users);
        probe.seconds(length)
                .took(done * 1000, Math.round(done * 1000))
                .made(slices)
                .stopped(stopped)
                .window((stalled ? window.stalled(140) : window).get());
        return new LoadSteps.Made(probe.record(), slices);
    }

    private MadeUpSlice calls(MadeUpSlice slice, long count, boolean slow, Step asked) {
        if (asked.callsPerSecond() == null) {
            return slice.closed(count, 1000 / closedRate);
        }
        return lacksUsers.test(asked) ? slice.dry(count, 100, 5) : slice.calls(count, slow ? 70 : 5);
    }
}
