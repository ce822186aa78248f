package weighbridge.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether this user may make control groups, in which servers get limits of CPU time and memory (cgroups(7)). */
public final class ControlGroupRights {
    private static final List<String> CONTROLLERS = List.of("cpu", "memory");

    private ControlGroupRights() {}

    /** Why none can be made; empty where they can. */
    public static Optional<String> obstacle() {
        return obstacle(Path.of("/"));
    }

    /** @param files where proc is mounted, and what it names */
    static Optional<String> obstacle(Path files) {
        List<Path> groups = ControlGroupMount.groups(files, ControlGroupMount.SELF, "cpu");
        if (groups.isEmpty()) {
            return Optional.of("no control groups are mounted");
        }
        Path folder = groups.get(0);
        if (!Files.isWritable(folder)) {
            return Optional.of("this user may not write in " + folder);
        }
        Path controllers = folder.resolve("cgroup.controllers"); // of version 2 only
        if (!Files.exists(controllers)) {
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>(CONTROLLERS);
        CpuGroup.lines(controllers).forEach(line -> missing.removeAll(Arrays.asList(line.split(" "))));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(folder + " has no controller for " + String.join(" and ", missing));
    }
}
