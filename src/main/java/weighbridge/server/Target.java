package weighbridge.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import weighbridge.text.Limits;

/**
 * A server that can be put on the scale: what to build, what to start and how to call it.
 *
 * @param folder the absolute folder of its {@code target.yaml}; every command runs there
 * @param name what it is called in reports; unique within a run
 * @param version where its version comes from
 * @param build how its program is made, where it has to be made
 * @param serving where the server comes from
 * @param traffic how it is called
 * @param ready what is asked until the server counts as started
 */
public record Target(
        Path folder,
        String name,
        Version version,
        Optional<Build> build,
        Serving serving,
        Traffic traffic,
        Readiness ready) {

    /** Stands for the port in command, variables and files. */
    public static final String PORT = "{port}";

    /** Stands for a folder of the server's own, in the same places. */
    public static final String FOLDER = "{folder}";

    /** Name of the do-nothing server that the generator is measured with; no other target may have it. */
    public static final String SINK = "sink";

    /** Needs its folder. */
    public Target {
        Objects.requireNonNull(folder);
    }

    /** What each user asks first. */
    public Request request() {
        return traffic.requests().get(0);
    }

    /** Variables set for its build and its version command, on top of Weighbridge's own environment. */
    Map<String, String> envOfCommands() {
        return serving instanceof Serving.Started started ? started.envOfCommands() : Map.of();
    }

    /** The same, called like this. */
    public Target with(Traffic other) {
        return new Target(folder, name, version, build, serving, other, ready);
    }

    /** The limits of its control group; {@link Limits#NONE} where it has none that Weighbridge sets. */
    public Limits limits() {
        return serving instanceof Serving.Started started ? started.limits() : Limits.NONE;
    }

    /** The same in this box, and with its own limits where one of these is missing; a server that runs already stays as it is. */
    public Target in(Limits box) {
        return serving instanceof Serving.Started started
                ? new Target(folder, name, version, build, started.in(box), traffic, ready)
                : this;
    }

    /** The same under another name. */
    public Target named(String other) {
        return new Target(folder, other, version, build, serving, traffic, ready);
    }
}
