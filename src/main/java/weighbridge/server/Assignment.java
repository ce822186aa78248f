package weighbridge.server;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.text.Hosts;
import weighbridge.text.Limits;

/**
 * A target with the port it gets in this run.
 *
 * @param target what is called
 * @param port where it listens; of a server that is started, on the loopback address
 */
public record Assignment(Target target, int port) {
    /** The address that servers are started on. */
    public static final String LOOPBACK = "127.0.0.1";

    /** A server that runs already, which has its port. */
    public static Assignment running(Target target, Serving.Running running) {
        return new Assignment(target, running.base().getPort());
    }

    /** The same with these limits of its control group, and with its own where one of them is missing. */
    public Assignment in(Limits box) {
        return new Assignment(target.in(box), port);
    }

    /** The address that each user calls first. */
    public URI url() {
        return url(target.request());
    }

    /** The address of this request. */
    public URI url(Request request) {
        return at(request.url());
    }

    /** The address that is asked until the server is ready. */
    public URI readyUrl() {
        return at(target.ready().url());
    }

    /** What is started, the port filled in; empty where the server runs already. */
    public List<String> command() {
        return target.serving() instanceof Serving.Started started ? started.commandAt(withPort()) : List.of();
    }

    /** The variables set for it, the port filled in. */
    public Map<String, String> env() {
        return target.serving() instanceof Serving.Started started ? started.envAt(withPort()) : Map.of();
    }

    private Placeholders withPort() {
        return new Placeholders(port, Optional.empty());
    }

    /** Whether it is on this machine, so that the kernel can be asked about its port. */
    public boolean isLocal() {
        return !(target.serving() instanceof Serving.Running running)
                || Hosts.isLoopback(running.base().getHost());
    }

    private URI at(String pathAndQuery) {
        String base = target.serving() instanceof Serving.Running running
                ? running.base().toString()
                : "http://" + LOOPBACK + ":" + port;
        return URI.create(base + pathAndQuery);
    }
}
