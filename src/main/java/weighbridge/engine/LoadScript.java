package weighbridge.engine;

import weighbridge.server.Target;
import weighbridge.workload.TimedLoad;

/** What a load run does, step by step, while Gatling's users wait for orders: on a thread of its own. */
abstract class LoadScript {
    private final MainJob job;
    private final GatlingInjector injector;

    LoadScript(MainJob job, GatlingInjector injector) {
        this.job = job;
        this.injector = injector;
        job.onStop(injector::close);
    }

    /** Begins as soon as all users are there. */
    final void start() {
        Thread thread = new Thread(this::play, "load");
        thread.setDaemon(true);
        thread.start();
    }

    private void play() {
        try {
            injector.awaitUsers();
            if (!job.isStopped()) {
                try (Probes probes = new Probes(
                        injector, job.plan().settings().timeout(), job.plan().mostUsers())) {
                    play(probes);
                }
            }
        } catch (Exception | OutOfMemoryError e) {
            if (!job.isStopped()) {
                // Gatling would know nothing of it, and the run would look whole.
                job.site().journal().remark("the load ended early, for something failed: " + e);
            }
        } finally {
            injector.close();
        }
    }

    /** All of it, round by round. */
    abstract void play(Probes probes) throws InterruptedException;

    /** At the sink, where there is one. */
    final void warmGenerator(Probes probes, TimedLoad settings) {
        Site site = job.site();
        if (site.isUp(Target.SINK)) {
            site.console().begin("Warming up the generator at the sink");
            ServerUnderLoad sink = new RoundServer(job, site, probes, job.sinkOf(settings.keepAlive()));
            site.console().done(WarmUp.ofGenerator(sink, settings.pool()) ? "steady" : "not steady");
        }
    }

    final MainJob job() {
        return job;
    }
}
