package weighbridge.record;

/**
 * The process that hammers.
 *
 * @param version of Weighbridge
 * @param gatling version of Gatling
 * @param pid its process id
 * @param transport how it learns of answers; null where no load began, or an early version wrote the run
 */
public record Main(String version, String gatling, long pid, Transport transport) {
    /** The same with this transport. */
    Main with(Transport other) {
        return new Main(version, gatling, pid, other);
    }
}
