package weighbridge.engine;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
import weighbridge.process.HelperThreads;
import weighbridge.server.Assignment;
import weighbridge.server.Sink;
import weighbridge.server.Target;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Steady;
import weighbridge.workload.TimedLoad;
import weighbridge.workload.Workload;

/** What a load does, step by step, on a thread of its own. */
abstract class LoadScript {
    private final Lifecycle lifecycle;

    LoadScript(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** Plays the script of a run as soon as all users are there. */
    static void start(Lifecycle lifecycle, GatlingInjector injector) {
        Workload workload = lifecycle.plan().settings().workload();
        LoadScript script = workload instanceof BurstLoad bursts
                ? new BurstScript(lifecycle, bursts)
                : workload instanceof Steady steady
                        ? new SteadyScript(lifecycle, steady)
                        : new CapacityScript(lifecycle, (CapacitySearch) workload);
        Thread thread = new Thread(() -> script.play(injector), "load");
        thread.setDaemon(true);
        thread.start();
    }

    private void play(GatlingInjector injector) {
        try {
            injector.awaitUsers();
            Callers users = injector.callers();
            lifecycle.context().journal().begun(users.logOffsetMillis(), users.transport());
            if (!isStopped()) {
                Plan plan = lifecycle.plan();
                try (LoadSteps steps = new LoadSteps(injector, plan.settings().timeout(), plan.mostUsers())) {
                    play(steps);
                }
            }
        } catch (Exception | Error e) {
            if (!isStopped()) {
                // Gatling would know nothing of it, and the run would look whole.
                lifecycle.context().journal().remark("the load ended early, for something failed: " + e);
            }
        } finally {
            injector.close();
        }
    }

    /** All of it, round by round. */
    abstract void play(LoadSteps steps) throws InterruptedException;

    /** Warms the generator at the sink, where there is one. */
    final void warmGenerator(LoadSteps steps, TimedLoad load) {
        if (run().isUp(Target.SINK)) {
            run().console().begin("Warming up the generator at a do-nothing server");
            Assignment sink = Sink.like(sink(), sink().target().traffic().keepAlive(load.keepAlive()));
            ServerUnderLoad server = new RoundServer(lifecycle, run(), steps, sink);
            run().console().done(warmedOnAllProcessors(server, load) ? "steady" : "not steady");
        }
    }

    /** No server is measured yet, so the generator may use all processors: its compilers take more CPU time than its calls. */
    private boolean warmedOnAllProcessors(ServerUnderLoad sink, TimedLoad load) {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean(); // null where there is none
        LongSupplier compiledMillis = compiler == null ? () -> 0 : compiler::getTotalCompilationTime;
        lifecycle.shareProcessors();
        try {
            return WarmUp.ofGenerator(sink, load, compiledMillis);
        } finally {
            lifecycle.keepOnOwnProcessors();
            HelperThreads.letOthersGoFirst();
        }
    }

    /** Weighs the previous target once more, when it has settled and before another one is called. */
    static void weighPrevious(RoundRun run) {
        run.later().pending().ifPresent(server -> {
            run.console().begin(server.assignment().target().name() + ": settling, then weighing again");
            run.later().await();
            run.console().done("Done");
        });
    }

    /** Nobody calls this target any more in this round. */
    static void endLoad(LoadSteps steps, RoundRun run, String target) {
        steps.dropConnections();
        run.loadEnded(target);
    }

    final Lifecycle lifecycle() {
        return lifecycle;
    }

    final Assignment sink() {
        return lifecycle.input().sink();
    }

    /** The round that goes on. */
    final RoundRun run() {
        return lifecycle.round();
    }

    final boolean isStopped() {
        return lifecycle.isStopped();
    }
}
