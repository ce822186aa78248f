package weighbridge.record;

import weighbridge.record.Weighing.Moment;

/**
 * The live heap of a target's JVMs at one moment, after a garbage collection.
 *
 * @param name the target
 * @param moment when in the run
 * @param liveHeapBytes null where there is none or it could not be read
 * @param reason why it is null, in words for the user; null where it is not
 */
public record HeapWeighing(String name, Moment moment, Long liveHeapBytes, String reason) {}
