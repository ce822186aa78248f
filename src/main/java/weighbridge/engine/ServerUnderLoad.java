package weighbridge.engine;

import java.util.OptionalDouble;
import weighbridge.workload.Purpose;

/** A server that load steps are made at; tests simulate one. */
interface ServerUnderLoad {
    /** Whether it can be called: it has not ended, and the run goes on. */
    boolean isUp();

    /** Whether its process is known and on this machine: only then it may be called as fast as it answers. */
    boolean isOurs();

    /** Cores' worth of time that its control group allows it; empty where it has no such limit. */
    OptionalDouble cpus();

    /** CPU time that its processes have used so far, s; empty where they are not known or cannot be read. */
    OptionalDouble cpuSeconds();

    /** The same of the processes that {@link #cpuSeconds} found last: to find them costs more than to read them. */
    OptionalDouble cpuSecondsOfFound();

    /** CPU time that compilers have used so far in the same processes, s; empty where there are none. */
    OptionalDouble compilerSecondsOfFound();

    /** Makes a load step to its end. */
    LoadSteps.Made run(Purpose purpose, LoadStep.Pace pace, Injector.Watch watch);
}
