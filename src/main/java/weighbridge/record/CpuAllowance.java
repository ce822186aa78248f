package weighbridge.record;

/**
 * The processor time that this JVM may use.
 *
 * @param cores the fewer of those the JVM counts and those the quota of its control group allows; a quota below one
 *     core is a fraction such as 0.2, which the JVM itself rounds up to one
 * @param throttledMicros how long the JVM's control group, or the nearest around it that counts, has been held back by its
 *     quota since it was made, summed over processors: only the difference of two readings says something. Null where
 *     the system does not tell.
 */
public record CpuAllowance(double cores, Long throttledMicros) {}
