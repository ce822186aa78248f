package weighbridge.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weighbridge.process.BoxProbe;
import weighbridge.process.ControlGroup;
import weighbridge.process.ControlGroups;
import weighbridge.process.ProcessTreeProbe;
import weighbridge.record.Box;
import weighbridge.text.Limits;

/**
 * The control group of a server that Weighbridge limits. It is gone when the server is.
 *
 * @param limits of it
 * @param group with these limits
 */
record ServerBox(Limits limits, ControlGroup group) {
    /** The kernel counts in whole µs of each 100 ms. */
    private static final double CPUS_PRECISION = 1e-4;

    /** It counts memory in whole pages, which are as large on some machines. */
    private static final long MOST_PAGE_BYTES = 64 << 10;

    /** Makes it where there are limits. @throws LaunchException where that cannot be done */
    static Optional<ServerBox> make(Limits limits, Ledger ledger) throws LaunchException {
        if (limits.areNone()) {
            return Optional.empty();
        }
        try {
            ControlGroup group = ControlGroups.ofThisSystem().of(limits);
            ledger.willMake(group);
            group.create(limits);
            return Optional.of(new ServerBox(limits, group));
        } catch (IOException e) {
            throw new LaunchException(
                    "its control group, for " + limits.text() + ", could not be made: " + e.getMessage());
        }
    }

    /** Lets a program run in it from its first instruction on. */
    void enter(ProcessBuilder program) {
        List<String> command = new ArrayList<>(group.entering());
        command.addAll(program.command());
        program.command(command);
    }

    /** @throws LaunchException where the kernel knows other limits: whoever made the group may not have been allowed to */
    void require(ProcessTreeProbe processes) throws LaunchException {
        processes.findProcesses();
        Limits had = BoxProbe.of(processes)
                .read()
                .map(box -> new Limits(box.cpus(), box.memoryBytes()))
                .orElse(Limits.NONE);
        boolean held =
                limits.cpus() == null || had.cpus() != null && Math.abs(had.cpus() - limits.cpus()) < CPUS_PRECISION;
        boolean heldMemory = limits.memoryBytes() == null
                || had.memoryBytes() != null && Math.abs(had.memoryBytes() - limits.memoryBytes()) < MOST_PAGE_BYTES;
        if (!held || !heldMemory) {
            throw new LaunchException(
                    "its control group was to allow it " + limits.text() + ", but allows it "
                            + (had.areNone() ? "everything" : had.text())
                            + "; fix: start Weighbridge as root, or let systemd hand the controllers cpu and memory to its users");
        }
    }

    /** Why it was ended by the kernel; empty where it was not. */
    Optional<String> ended() {
        return BoxProbe.of(group)
                .read()
                .map(Box::oomKills)
                .filter(kills -> kills > 0 && limits.memoryBytes() != null)
                .map(kills -> "ended by the kernel: " + Limits.text(limits.memoryBytes()) + " limit reached");
    }

    /** All processes in it. */
    Set<ProcessHandle> members() {
        return group.members();
    }

    void delete() {
        group.delete();
    }
}
