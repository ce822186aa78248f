package weighbridge.record;

/**
 * The process that hammers.
 *
 * @param version of Weighbridge
 * @param gatling version of Gatling
 * @param pid its process id
 */
public record Main(String version, String gatling, long pid) {}
