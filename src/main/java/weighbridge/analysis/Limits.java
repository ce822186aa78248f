package weighbridge.analysis;

/**
 * What a target's own control group allows it. Null where it has no such limit.
 *
 * @param cpus processors' worth of time
 * @param memoryBytes memory
 */
public record Limits(Double cpus, Long memoryBytes) {}
