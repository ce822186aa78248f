package weighbridge.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A mounted hierarchy of control groups (cgroups(7)).
 *
 * @param controller of version 1, such as "cpu"; empty for version 2, which has one hierarchy for all of them
 * @param root which group of the hierarchy is mounted: in a container often not the topmost
 * @param mountPoint at which folder
 */
record ControlGroupMount(String controller, String root, Path mountPoint) {
    /** Stands for this process among pids. */
    static final String SELF = "self";

    /**
     * The folders of the groups that a process is in, its own first, then those around it; version 1 before version 2.
     *
     * @param files where proc is mounted, and what it names
     * @param process its pid, or {@value #SELF}
     * @param controller what the groups govern or count: "cpu", "cpuacct" or "memory"
     */
    static List<Path> groups(Path files, String process, String controller) {
        List<String> memberships = CpuGroup.lines(files.resolve("proc/" + process + "/cgroup"));
        List<Path> version1 = new ArrayList<>();
        List<Path> version2 = new ArrayList<>();
        for (String line : CpuGroup.lines(files.resolve("proc/self/mountinfo"))) {
            Optional<ControlGroupMount> mount = parse(line, files, controller);
            mount.ifPresent(
                    found -> (found.controller.isEmpty() ? version2 : version1).addAll(found.groups(memberships)));
        }
        version1.addAll(version2);
        return version1;
    }

    /** The same of a process but for the groups that this process is in too: what somebody has put it in. */
    static List<Path> foreign(Path files, long pid, String controller) {
        List<Path> foreign = new ArrayList<>(groups(files, Long.toString(pid), controller));
        foreign.removeAll(groups(files, SELF, controller));
        return foreign;
    }

    /** Number, parent, device, root, mount point, options, "-", type, source, options (proc_pid_mountinfo(5)). */
    private static Optional<ControlGroupMount> parse(String line, Path files, String controller) {
        List<String> fields = List.of(line.split(" "));
        int dash = fields.lastIndexOf("-");
        if (dash < 6 || dash + 3 >= fields.size()) {
            return Optional.empty();
        }
        String type = fields.get(dash + 1);
        boolean version1 = type.equals("cgroup") && has(fields.get(dash + 3), controller);
        return version1 || type.equals("cgroup2")
                ? Optional.of(new ControlGroupMount(
                        version1 ? controller : "",
                        fields.get(3),
                        files.resolve(fields.get(4).substring(1))))
                : Optional.empty();
    }

    /** A membership is "number:controllers:path", the path as seen from the top of the hierarchy. */
    private List<Path> groups(List<String> memberships) {
        for (String membership : memberships) {
            String[] fields = membership.split(":", 3);
            if (fields.length == 3 && has(fields[1], controller)) {
                String path = root.equals("/") || !fields[2].startsWith(root)
                        ? fields[2]
                        : fields[2].substring(root.length());
                Path own = mountPoint.resolve(path.replaceFirst("^/+", "")).normalize();
                // A path outside of what is mounted: what is mounted is all that can be seen.
                return upwards(own.startsWith(mountPoint) ? own : mountPoint);
            }
        }
        return List.of();
    }

    /** A group and those around it, up to where they are mounted: the limits of each apply. */
    private List<Path> upwards(Path own) {
        List<Path> groups = new ArrayList<>();
        for (Path folder = own; folder != null && folder.startsWith(mountPoint); folder = folder.getParent()) {
            groups.add(folder);
        }
        return groups;
    }

    private static boolean has(String list, String word) {
        return Arrays.asList(list.split(",")).contains(word);
    }
}
