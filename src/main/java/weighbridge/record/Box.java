package weighbridge.record;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the control groups of a target allow it and have counted: those that it does not share with the generator. Null
 * stands for no limit, or for what the system does not tell. Counts are from when a group was made: only the difference of two
 * readings says something.
 *
 * @param cpus processors' worth of time that it may use
 * @param memoryBytes memory that it may use
 * @param periods in which a group with a limit of CPU time was busy
 * @param throttledPeriods of these those in which it was held back
 * @param throttledMicros how long it was held back, summed over processors
 * @param oomKills how many of its processes the out-of-memory killer has ended
 * @param memory that its own group is charged with; null also where it has none, or several
 */
public record Box(
        Double cpus,
        Long memoryBytes,
        Long periods,
        Long throttledPeriods,
        Long throttledMicros,
        Long oomKills,
        @JsonInclude(JsonInclude.Include.NON_NULL) GroupMemory memory) {
    /** Of which the memory is not known. */
    public Box(
            Double cpus, Long memoryBytes, Long periods, Long throttledPeriods, Long throttledMicros, Long oomKills) {
        this(cpus, memoryBytes, periods, throttledPeriods, throttledMicros, oomKills, null);
    }
}
