package weighbridge.server;

import java.net.URI;
import java.util.Optional;

/**
 * What a target's {@code url} says.
 *
 * @param base scheme, host and port of a server that runs already; empty where Weighbridge starts it
 * @param path path and query
 */
record Address(Optional<URI> base, String path) {
    static Address started(String path) {
        return new Address(Optional.empty(), path);
    }

    boolean isRunning() {
        return base.isPresent();
    }
}
