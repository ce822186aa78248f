package weighbridge.target;

import java.net.URI;

/**
 * A target with the port it gets in this run.
 *
 * @param target what is started
 * @param port where it listens, on the loopback address
 */
public record Assignment(Target target, int port) {
    /** The only address that load ever goes to. */
    public static final String LOOPBACK = "127.0.0.1";

    /** The address that is called under load. */
    public URI url() {
        return at(target.url());
    }

    /** The address that is asked until the server is ready. */
    public URI readyUrl() {
        return at(target.ready().url());
    }

    private URI at(String pathAndQuery) {
        return URI.create("http://" + LOOPBACK + ":" + port + pathAndQuery);
    }
}
