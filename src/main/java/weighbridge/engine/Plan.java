package weighbridge.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import weighbridge.figure.Slos;
import weighbridge.server.Assignment;
import weighbridge.server.Serving;
import weighbridge.server.Target;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.ClosedLoad;
import weighbridge.workload.Settings;
import weighbridge.workload.TimedLoad;
import weighbridge.workload.Workload;

/**
 * A whole run: which target gets which port and, for each target in turn, which bursts.
 *
 * @param settings what the user chose
 * @param assignments the targets in the order that was given
 * @param rounds the passes over all of them
 */
public record Plan(Settings settings, List<Assignment> assignments, List<Round> rounds) {
    /** Descriptors and ports that the JVM, its libraries and its logs need beside the calls. */
    private static final int RESERVED = 500;

    /** Copies the lists. */
    public Plan {
        assignments = List.copyOf(assignments);
        rounds = List.copyOf(rounds);
    }

    /**
     * Gives each target its port, and lays out the rounds.
     *
     * @param settings with a seed where there are several rounds
     * @param freePort finds a port that nobody listens on, asked once per target where {@code port} is 0
     * @throws InputException where the last target's port would pass 65535, or a promise is of no target of the run
     */
    public static Plan of(Settings settings, List<Target> targets, IntSupplier freePort) {
        Slos.requireTargets(settings.slo(), targets.stream().map(Target::name).toList());
        // With several rounds one target runs twice, at a port of its own.
        int ports = targets.size() + (settings.rounds() == 1 ? 0 : 1);
        int last = settings.port() + ports - 1;
        if (settings.port() > 0 && last > 65_535) {
            throw InputException.of(List.of(new Fault(
                    "port",
                    "",
                    "\"" + settings.port() + "\" for " + targets.size() + " targets"
                            + (settings.rounds() == 1 ? "" : " and a second one of them in each round")
                            + ", the last at "
                            + last,
                    "at most " + (65_536 - ports),
                    "give for example -Dport=8000, or -Dport=0 for free ports")));
        }
        List<Assignment> assignments = new ArrayList<>();
        for (Target given : targets) {
            Target target = settings.workload() instanceof TimedLoad load
                    ? given.with(given.traffic().keepAlive(load.keepAlive()))
                    : given;
            int port = settings.port() == 0 ? freePort.getAsInt() : settings.port() + assignments.size();
            assignments.add(
                    target.serving() instanceof Serving.Running running
                            ? Assignment.running(target, running)
                            : new Assignment(target, port));
        }
        int portOfAgain = settings.rounds() == 1 ? 0 : settings.port() == 0 ? freePort.getAsInt() : last;
        List<Round> rounds = Rounds.of(settings, assignments, portOfAgain);
        refuseOnePortForTwo(rounds.get(0).assignments());
        return new Plan(settings, assignments, rounds);
    }

    /** What is started there would answer in the place of a server that is said to run there already. */
    private static void refuseOnePortForTwo(List<Assignment> assignments) {
        Map<Integer, String> started = new HashMap<>();
        assignments.stream()
                .filter(assignment -> !(assignment.target().serving() instanceof Serving.Running))
                .forEach(assignment ->
                        started.put(assignment.port(), assignment.target().name()));
        for (Assignment assignment : assignments) {
            String name = assignment.target().name();
            String other = assignment.isLocal() ? started.get(assignment.port()) : null;
            if (other != null && !other.equals(name)) {
                throw onePort(assignment.port(), other, name);
            }
        }
    }

    private static InputException onePort(int port, String one, String other) {
        return InputException.of(List.of(new Fault(
                "port " + port,
                "",
                "it for " + one + " and for " + other,
                "a port of its own for each",
                "choose other ports with -Dport=9000 or free ones with -Dport=0")));
    }

    /**
     * Refuses a burst that this machine cannot make: each user takes a file descriptor and a local port of its own.
     *
     * @param openFiles how many descriptors the process that hammers may have; null where that is not known
     * @param portRange first and last local port, such as "32768 60999"; null where that is not known
     * @throws InputException with the most calls that there is room for
     */
    public void requireRoom(Long openFiles, String portRange) {
        long byFiles = openFiles == null ? Long.MAX_VALUE : openFiles - RESERVED;
        if (mostUsers() > byFiles) {
            throw noRoom(byFiles, "a process may have " + openFiles + " files open", "raise the limit (ulimit -n)");
        }
        if (portRange != null) {
            String[] ends = portRange.split(" ");
            long byPorts = Long.parseLong(ends[1]) - Long.parseLong(ends[0]) - RESERVED;
            if (mostUsers() > byPorts) {
                throw noRoom(byPorts, "there are local ports from " + ends[0] + " to " + ends[1], "widen that range");
            }
        }
    }

    private InputException noRoom(long most, String because, String fix) {
        Workload workload = settings.workload();
        boolean bursts = workload instanceof BurstLoad;
        String key = bursts ? "calls" : workload instanceof ClosedLoad ? "concurrency" : "pool";
        return InputException.of(List.of(new Fault(
                key,
                "",
                "\"" + workload.settings().get(key) + "\"",
                most < 1
                        ? "none on this machine, for " + because + " and " + RESERVED + " are kept for other things"
                        : "at most " + most + " on this machine, for each call takes a connection and " + because,
                most < 1 ? fix : fix + ", or give for example -D" + key + "=" + Math.min(most, bursts ? 800 : 500))));
    }

    /** How many users the target has that needs the most of them; each has one connection at a time. */
    public int mostUsers() {
        if (settings.workload() instanceof TimedLoad load) {
            return load.pool();
        }
        int calls = ((BurstLoad) settings.workload()).calls();
        return assignments.stream()
                .mapToInt(assignment -> assignment.target().traffic().users(calls))
                .max()
                .orElse(calls);
    }
}
