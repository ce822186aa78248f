package weighbridge.launch;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends processes with everything below them: TERM, then KILL for what is left after a bound. A {@link ProcessHandle}
 * carries the start time of its process, so an id that was given to a stranger meanwhile is not touched.
 */
final class ProcessTree {
    private static final Duration TERM_BOUND = Duration.ofSeconds(5);
    private static final Duration KILL_BOUND = Duration.ofSeconds(5);

    private ProcessTree() {}

    /** Ends the trees below these roots, all at once. Returns when they are gone or the bounds have passed. */
    static void stop(Collection<ProcessHandle> roots) {
        Set<ProcessHandle> all = tree(roots);
        all.forEach(ProcessHandle::destroy);
        if (awaitExit(all, TERM_BOUND)) {
            return;
        }
        // Whoever is left may have forked meanwhile.
        all.addAll(tree(all));
        all.forEach(ProcessHandle::destroyForcibly);
        awaitExit(all, KILL_BOUND);
    }

    /** Roots and all their descendants: taken before anything is ended, for orphans lose their parent. */
    static Set<ProcessHandle> tree(Collection<ProcessHandle> roots) {
        Set<ProcessHandle> all = new LinkedHashSet<>(roots);
        try {
            roots.forEach(root -> root.descendants().forEach(all::add));
        } catch (RuntimeException e) {
            return all; // no file can be opened to look for them, as when descriptors have run out: the roots at least
        }
        return all;
    }

    private static boolean awaitExit(Collection<ProcessHandle> processes, Duration bound) {
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(bound.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
