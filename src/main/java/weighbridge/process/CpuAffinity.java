package weighbridge.process;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import weighbridge.text.CpuList;

/** Keeps processes on chosen processors (sched_setaffinity(2)), which needs no rights for one's own. */
public final class CpuAffinity {
    /** A thread that is started while others are moved has the processors of the one that started it. */
    private static final int MOST_PASSES = 20;

    private CpuAffinity() {}

    /** How many cores there are to choose from; empty where this system or user may not choose. */
    public static OptionalInt cores() {
        Optional<BitSet> now = Kernel.affinity(0).filter(mask -> Kernel.setAffinity(0, mask)); // left as they are
        return now.map(mask -> OptionalInt.of(mask.cardinality())).orElseGet(OptionalInt::empty);
    }

    /** The processors that this thread may run on; empty where this system does not tell. */
    public static Optional<CpuList> allowed() {
        return Kernel.affinity(0).map(CpuAffinity::list);
    }

    /** The same of a process or of one of its threads. */
    public static Optional<CpuList> of(long id) {
        return Kernel.affinity(id).map(CpuAffinity::list);
    }

    /** How many they are; empty likewise. */
    static OptionalInt allowedCount() {
        return allowed().map(cpus -> OptionalInt.of(cpus.count())).orElseGet(OptionalInt::empty);
    }

    /** The half of these processors that the generator gets; empty where they are but one core, or there is no choice. */
    public static Optional<CpuList> ofGenerator(CpuList allowed) {
        return cores().isEmpty() ? Optional.empty() : CpuTopology.read(allowed).ofGenerator(allowed);
    }

    /** Keeps all threads of this process, and those to come, on these processors. @return whether all of them are */
    public static boolean keepOn(CpuList cpus) {
        BitSet mask = mask(cpus);
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            List<KernelThread> elsewhere = KernelThread.ofThisProcess().stream()
                    .filter(thread -> Kernel.affinity(thread.id())
                            .filter(now -> !now.equals(mask))
                            .isPresent())
                    .filter(thread -> !thread.isOfKernel())
                    .toList();
            if (elsewhere.isEmpty()) {
                return true;
            }
            elsewhere.forEach(thread -> Kernel.setAffinity(thread.id(), mask)); // it may have ended meanwhile
        }
        return false;
    }

    /** Starts a program that has these processors from its first instruction on, and all that comes of it. */
    static Process start(ProcessBuilder program, CpuList cpus) throws IOException {
        BitSet mask = mask(cpus);
        Optional<BitSet> own = Kernel.affinity(0);
        Kernel.setAffinity(0, mask); // what a thread starts inherits its processors
        try {
            return program.start();
        } finally {
            own.ifPresent(before -> {
                Kernel.setAffinity(0, before);
                // The JDK has started a thread as well, which waits for the end of the program.
                KernelThread.ofThisProcess().stream()
                        .filter(thread -> Kernel.affinity(thread.id())
                                .filter(mask::equals)
                                .isPresent())
                        .forEach(thread -> Kernel.setAffinity(thread.id(), before));
            });
        }
    }

    private static BitSet mask(CpuList cpus) {
        BitSet mask = new BitSet();
        cpus.numbers().forEach(mask::set);
        return mask;
    }

    private static CpuList list(BitSet mask) {
        return CpuList.of(mask.stream().boxed().collect(Collectors.toList()));
    }
}
