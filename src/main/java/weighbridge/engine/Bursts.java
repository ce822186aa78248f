package weighbridge.engine;

import java.util.List;
import java.util.Optional;
import weighbridge.server.Assignment;
import weighbridge.workload.Burst;
import weighbridge.workload.Course;
import weighbridge.workload.Phase;

/** The bursts of a run, whichever round goes on. */
final class Bursts {
    private final MainJob job;
    private Hammering hammering;

    Bursts(MainJob job) {
        this.job = job;
    }

    /** Ends the last of these bursts and begins the one that comes next, which is empty after the last. */
    Optional<Burst> next(Assignment assignment, Course course, List<Phase> done) {
        if (job.isStopped()) {
            return Optional.empty(); // what made the last of them end was the stop
        }
        try {
            return hammering().next(assignment.target(), course, done);
        } catch (RuntimeException e) {
            // Gatling would only log it, and the run would look whole.
            job.site()
                    .journal()
                    .remark(assignment.target().name() + ": its bursts ended early, for something failed between them: "
                            + e);
            return Optional.empty();
        }
    }

    private Hammering hammering() {
        Site site = job.site();
        if (hammering == null) {
            site.console().line("Now hammering, " + job.plan().bursts().calls() + " calls in a burst:");
        }
        if (hammering == null || hammering.site() != site) {
            hammering = new Hammering(job.plan().bursts().calls(), site);
        }
        return hammering;
    }
}
