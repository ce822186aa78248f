package weighbridge.process;

import java.util.List;
import java.util.Optional;

/**
 * Who is weighed together: a process, and all that came of it.
 *
 * @param root the process
 * @param mark that what it starts bears; empty where only its tree is known
 * @param adopted others that are known to have come of it
 */
record ProcessFamily(ProcessId root, Optional<Mark> mark, List<ProcessId> adopted) {
    /** A process and everything below it. */
    static ProcessFamily tree(ProcessId root) {
        return new ProcessFamily(root, Optional.empty(), List.of());
    }
}
