package weighbridge.recording;

/**
 * The kernel's high-water mark over a target's measured burst.
 *
 * @param name the target
 * @param peakRssBytes highest resident bytes
 */
public record Peak(String name, long peakRssBytes) {}
