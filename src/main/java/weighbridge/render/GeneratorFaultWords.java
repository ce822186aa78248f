package weighbridge.render;

import weighbridge.capacity.GeneratorFault;
import weighbridge.capacity.GeneratorFault.*;

/** What was wrong with the generator. */
final class GeneratorFaultWords {
    static final WordsByType<GeneratorFault> WORDS = new WordsByType<GeneratorFault>()
            .put(TooFewCores.class, "the generator may use only %.2f of a core", TooFewCores::cores)
            .put(
                    CpuUsedUp.class,
                    "the generator used %.0f %% of the processor time that it may use (cores: %.2f)",
                    it -> 100 * it.share(),
                    CpuUsedUp::cores)
            .put(
                    WaitedForCpu.class,
                    "the generator waited for a processor during %.0f %% of the time",
                    it -> 100 * it.share())
            .put(
                    Stalled.class,
                    "the generator stood still for %d ms at a stretch, %d ms in all",
                    Stalled::longestMillis,
                    Stalled::totalMillis)
            .put(GcPaused.class, "the generator collected garbage for %d ms at a stretch", GcPaused::longestMillis);

    private GeneratorFaultWords() {}

    static String of(GeneratorFault fault) {
        return WORDS.of(fault);
    }
}
