package weighbridge.analysis;

/**
 * What the failures of a measured burst, or its stalls of connecting, are laid to.
 *
 * @param cause {@code accept-queue}, {@code local-ports}, {@code generator-descriptors}, {@code target-descriptors},
 *     {@code nobody-listening}, {@code generator} or {@code server}
 * @param sentence for the user, with the figures that it rests on
 */
public record Explanation(String cause, String sentence) {}
