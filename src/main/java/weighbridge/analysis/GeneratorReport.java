package weighbridge.analysis;

import weighbridge.record.GeneratorHealth;

/**
 * How the generator fared in a window.
 *
 * @param cpu its processor time
 * @param cores that it may use, by affinity and quota; null where that is not known
 * @param allowedShare part of the processor time that it may use; null where that is not known
 * @param throttledMillis how long a quota held its group back, summed over processors; null where that is not known
 * @param health its stalls and pauses
 */
public record GeneratorReport(
        CpuReport cpu, Double cores, Double allowedShare, Long throttledMillis, GeneratorHealth health) {}
