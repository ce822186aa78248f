package weighbridge.render;

import weighbridge.capacity.GeneratorFault;
import weighbridge.capacity.GeneratorFault.*;

/** What was wrong with the generator. */
final class GeneratorFaultWords {
    static final WordsByType<GeneratorFault> WORDS = new WordsByType<GeneratorFault>()
            .put(TooFewCores.class, "the generator may use only %.2f of a core", TooFewCores::cores)
            .put(
                    CpuUsedUp.class,
                    "the generator used %.0f %% of the CPU time that it may use (%.2f cores)",
                    it -> 100 * it.share(),
                    CpuUsedUp::cores)
            .put(WaitedForCpu.class, "the generator waited for CPU during %.0f %% of the time", it -> 100 * it.share())
            .put(
                    Stalled.class,
                    "the generator stalled: longest %d ms, %d ms in all",
                    Stalled::longestMillis,
                    Stalled::totalMillis)
            .put(GcPaused.class, "the generator paused %d ms for garbage collection", GcPaused::longestMillis);

    private GeneratorFaultWords() {}

    static String of(GeneratorFault fault) {
        return WORDS.of(fault);
    }
}
