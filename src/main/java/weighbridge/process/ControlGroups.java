package weighbridge.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import weighbridge.text.Limits;

/**
 * Makes control groups, in which servers get limits of CPU time and memory (cgroups(7)). Either this process may make them
 * itself, as root may and whoever has been given a part of the hierarchy, or the user's systemd makes them.
 */
public final class ControlGroups {
    /** What limits a server; version 1 counts CPU time in a hierarchy of its own. */
    private static final List<String> CONTROLLERS = List.of("cpu", "memory");

    private static final String COUNTER_OF_VERSION_1 = "cpuacct";
    private static final Pattern USER_SLICE = Pattern.compile("user-\\d+\\.slice");
    private static final String SYSTEMD_RUN = "systemd-run";

    private static final String AS_WHO_MAY = "start as root, or where a user manager of systemd runs";

    private final Path files;
    private final Map<String, String> env;

    /**
     * What stands in the way of control groups.
     *
     * @param why none can be made
     * @param fix what the user can do
     */
    public record Obstacle(String why, String fix) {}

    ControlGroups(Path files, Map<String, String> env) {
        this.files = files;
        this.env = env;
    }

    /** Those of this system. */
    public static ControlGroups ofThisSystem() {
        return new ControlGroups(Path.of("/"), System.getenv());
    }

    /** Why none can be made; empty where they can. */
    public Optional<Obstacle> obstacle() {
        Optional<Obstacle> own = ownObstacle();
        return own.isEmpty() || hasUserManager() ? Optional.empty() : own;
    }

    private Optional<Obstacle> ownObstacle() {
        for (String controller : CONTROLLERS) {
            List<Path> groups = groups(controller);
            if (groups.isEmpty()) {
                return Optional.of(new Obstacle("no control groups are mounted", "mount them, see cgroups(7)"));
            }
            if (parent(groups).isEmpty()) {
                return Optional.of(obstacle(groups));
            }
        }
        return Optional.empty();
    }

    /** Of the groups that this process is in, the innermost first, the one below which another can be made. */
    private static Optional<Path> parent(List<Path> groups) {
        Path own = groups.get(0);
        if (!isVersion2(own)) {
            return Optional.of(own).filter(Files::isWritable);
        }
        return groups.stream()
                .filter(ControlGroups::isVersion2)
                .filter(group -> isOurs(group) && missing(group).isEmpty() && canHaveLimitedOnesBelow(group))
                .findFirst();
    }

    private static Obstacle obstacle(List<Path> groups) {
        Path own = groups.get(0);
        Optional<Path> ours = groups.stream()
                .filter(group -> isVersion2(own) && isOurs(group))
                .findFirst();
        if (ours.isEmpty()) {
            return new Obstacle("this user may not write in " + own, AS_WHO_MAY);
        }
        List<String> missing = missing(ours.get());
        return missing.isEmpty()
                ? new Obstacle(
                        ours.get() + " has processes of its own, so that no group below it can have limits",
                        "move them into a group below it, as docs/targets.md shows for containers")
                : new Obstacle(ours.get() + " has no controller for " + String.join(" and ", missing), AS_WHO_MAY);
    }

    private static boolean isVersion2(Path group) {
        return Files.exists(group.resolve("cgroup.controllers"));
    }

    /** A process is moved by whoever may write there, and in its new group. */
    private static boolean isOurs(Path group) {
        return Files.isWritable(group) && Files.isWritable(group.resolve("cgroup.procs"));
    }

    private static List<String> missing(Path group) {
        return without(group.resolve("cgroup.controllers"));
    }

    private static List<String> without(Path list) {
        List<String> missing = new ArrayList<>(CONTROLLERS);
        CpuGroup.lines(list).forEach(line -> missing.removeAll(Arrays.asList(line.split(" "))));
        return missing;
    }

    /** Only the topmost group of the machine may have processes and limited groups below it; it has no type. */
    private static boolean canHaveLimitedOnesBelow(Path group) {
        return without(group.resolve("cgroup.subtree_control")).isEmpty()
                || !Files.exists(group.resolve("cgroup.type"))
                || CpuGroup.lines(group.resolve("cgroup.procs")).isEmpty();
    }

    /** And whether it has been handed the controllers, without which it sets no limit and says nothing. */
    private boolean hasUserManager() {
        String runtime = env.get("XDG_RUNTIME_DIR");
        return managers().anyMatch(manager -> missing(manager).isEmpty())
                && runtime != null
                && Files.exists(Path.of(runtime, "systemd", "private"))
                && Stream.of(env.getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, SYSTEMD_RUN)));
    }

    /** Where the managers of this user have their groups: beside the session that this process is in. */
    private Stream<Path> managers() {
        return groups("cpu").stream()
                .filter(ControlGroups::isVersion2)
                .map(group -> USER_SLICE.matcher(group.getFileName().toString()).matches()
                        ? group.resolve("user@" + group.getFileName().toString().replaceAll("\\D", "") + ".service")
                        : group)
                .filter(group -> group.getFileName().toString().startsWith("user@"));
    }

    /** One for a server with these limits; {@link ControlGroup#create} makes it. @throws IOException where that cannot be */
    public ControlGroup of(Limits limits) throws IOException {
        Optional<Obstacle> obstacle = ownObstacle();
        if (obstacle.isPresent() && hasUserManager()) {
            return ControlGroup.bySystemd(limits);
        }
        if (obstacle.isPresent()) {
            throw new IOException(obstacle.get().why());
        }
        Set<Path> parents = new LinkedHashSet<>();
        for (String controller : CONTROLLERS) {
            parent(groups(controller)).ifPresent(parents::add);
        }
        groups(COUNTER_OF_VERSION_1).stream()
                .findFirst()
                .filter(group -> !isVersion2(group) && Files.isWritable(group))
                .ifPresent(parents::add);
        return ControlGroup.below(parents);
    }

    private List<Path> groups(String controller) {
        return ControlGroupMount.groups(files, ControlGroupMount.SELF, controller);
    }
}
