package weighbridge.process;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ends processes with everything below them: TERM, then KILL for what is left after a bound. A {@link ProcessHandle}
 * carries the start time of its process, so an id that was given to a stranger meanwhile is not touched.
 */
public final class ProcessTree {
    /** How long whoever was asked to end may take. */
    public static final Duration TERM_BOUND = Duration.ofSeconds(10);

    private static final Duration KILL_BOUND = Duration.ofSeconds(5);
    private static final int KILL_ROUNDS = 3;
    private static final long PAUSE_MILLIS = 5;

    private ProcessTree() {}

    /**
     * Ends the trees below these roots, all at once. Returns when they are gone or the bounds have passed.
     *
     * @param roots asked again before each KILL, for somebody may have come of them meanwhile
     * @return who did not end when asked to and had to be killed
     */
    public static Set<ProcessHandle> stop(Supplier<? extends Collection<ProcessHandle>> roots, Duration termBound) {
        Set<ProcessHandle> all = tree(roots.get());
        all.forEach(ProcessHandle::destroy);
        awaitExit(all, termBound);
        Set<ProcessHandle> stubborn = running(all);
        for (int round = 0; round < KILL_ROUNDS; round++) {
            all.addAll(tree(roots.get()));
            all.addAll(tree(running(all)));
            Set<ProcessHandle> left = running(all);
            if (left.isEmpty()) {
                break;
            }
            left.forEach(ProcessHandle::destroyForcibly);
            awaitExit(left, KILL_BOUND);
        }
        all.forEach(Children::reap);
        return stubborn;
    }

    /** Roots and all their descendants: taken before anything is ended, for orphans lose their parent. */
    public static Set<ProcessHandle> tree(Collection<ProcessHandle> roots) {
        Set<ProcessHandle> all = new LinkedHashSet<>(roots);
        try {
            roots.forEach(root -> root.descendants().forEach(all::add));
        } catch (RuntimeException e) {
            return all; // no file can be opened to look for them, as when descriptors have run out: the roots at least
        }
        return all;
    }

    /** Whether a process has not ended. */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive()
                && ProcStat.read(process.pid()).map(stat -> !stat.ended()).orElse(true);
    }

    /** Those that have not ended. */
    public static Set<ProcessHandle> running(Collection<ProcessHandle> processes) {
        Set<ProcessHandle> running = new LinkedHashSet<>(processes);
        running.removeIf(process -> !isRunning(process));
        return running;
    }

    /** An interrupt shortens nothing, since who is being ended has a right to its time; it is kept for the caller. */
    private static void awaitExit(Set<ProcessHandle> processes, Duration bound) {
        OwnTime time = OwnTime.of(bound);
        boolean interrupted = false;
        while (!time.isOver() && !running(processes).isEmpty()) {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
