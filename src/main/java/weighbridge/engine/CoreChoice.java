package weighbridge.engine;

import java.util.Optional;
import weighbridge.process.CpuAffinity;
import weighbridge.process.CpuAllowanceProbe;
import weighbridge.text.CpuList;
import weighbridge.text.InputException;
import weighbridge.workload.Cores;

/** Which processors servers and generator have on this machine. */
final class CoreChoice {
    private CoreChoice() {}

    /**
     * What comes of this wish: processors by number, or all of them shared where there is no choice.
     *
     * @throws InputException where it names processors that this process may not use
     */
    static Cores of(Cores wish) {
        if (wish instanceof Cores.Apart) {
            return CpuAffinity.allowed().flatMap(CoreChoice::halved).orElseGet(Cores.Shared::new);
        }
        if (wish instanceof Cores.Listed listed) {
            require(listed);
        }
        return wish;
    }

    private static Optional<Cores> halved(CpuList allowed) {
        return CpuAffinity.ofGenerator(allowed)
                .map(generator -> new Cores.Listed(allowed.without(generator), generator));
    }

    /** How many cores' worth of time servers have: their processors, or less by a quota around this process. */
    static double ofServers(Cores had) {
        int processors = had.ofServers()
                .or(CpuAffinity::allowed)
                .map(CpuList::count)
                .orElse(Runtime.getRuntime().availableProcessors());
        return Math.min(processors, CpuAllowanceProbe.quotaCores().orElse(processors));
    }

    /** How many processors the generator has. */
    static int ofGenerator(Cores had) {
        return had instanceof Cores.Listed split
                ? split.generator().count()
                : Runtime.getRuntime().availableProcessors();
    }

    private static void require(Cores.Listed listed) {
        Optional<CpuList> allowed = CpuAffinity.cores().isPresent() ? CpuAffinity.allowed() : Optional.empty();
        if (allowed.isEmpty()) {
            throw InputException.of(
                    "cores",
                    '"' + listed.text() + '"',
                    "shared on this system, which does not let a process choose its processors",
                    "leave it out");
        }
        CpuList beyond = listed.servers().or(listed.generator()).without(allowed.get());
        if (beyond.count() > 0) {
            throw InputException.of(
                    "cores",
                    "processor " + beyond.text() + " in \"" + listed.text() + '"',
                    "processors that this process may use: " + allowed.get().text(),
                    "give for example -Dcores=apart");
        }
    }

    /** What to say where a wish could not be had; empty where it could. */
    static Optional<String> remark(Cores wish, Cores had) {
        if (!(wish instanceof Cores.Apart) || had instanceof Cores.Listed) {
            return Optional.empty();
        }
        return Optional.of("Remark: servers and generator share their processors, for this "
                + (CpuAffinity.cores().isPresent()
                        ? "process may use only one core"
                        : "system does not let a process choose its processors"));
    }
}
