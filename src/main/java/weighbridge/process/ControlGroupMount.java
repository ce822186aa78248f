package weighbridge.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A mounted hierarchy of control groups that governs CPU time.
 *
 * @param controller "cpu" for version 1; empty for version 2, which has one hierarchy for all of them
 * @param root which group of the hierarchy is mounted: in a container often not the topmost
 * @param mountPoint at which folder
 */
record CpuGroupMount(String controller, String root, Path mountPoint) {
    /** The groups that this process is in, its own first, then those around it; version 1 before version 2. */
    static List<CpuGroup> ownGroups(Path files) {
        List<String> memberships = CpuGroup.lines(files.resolve("proc/self/cgroup"));
        List<CpuGroup> version1 = new ArrayList<>();
        List<CpuGroup> version2 = new ArrayList<>();
        for (String line : CpuGroup.lines(files.resolve("proc/self/mountinfo"))) {
            Optional<CpuGroupMount> mount = parse(line, files);
            mount.ifPresent(
                    found -> (found.controller.isEmpty() ? version2 : version1).addAll(found.groups(memberships)));
        }
        version1.addAll(version2);
        return version1;
    }

    /** Number, parent, device, root, mount point, options, "-", type, source, options (proc_pid_mountinfo(5)). */
    private static Optional<CpuGroupMount> parse(String line, Path files) {
        List<String> fields = List.of(line.split(" "));
        int dash = fields.lastIndexOf("-");
        if (dash < 6 || dash + 3 >= fields.size()) {
            return Optional.empty();
        }
        String type = fields.get(dash + 1);
        boolean cpu = type.equals("cgroup") && has(fields.get(dash + 3), "cpu");
        return cpu || type.equals("cgroup2")
                ? Optional.of(new CpuGroupMount(
                        cpu ? "cpu" : "",
                        fields.get(3),
                        files.resolve(fields.get(4).substring(1))))
                : Optional.empty();
    }

    /** A membership is "number:controllers:path", the path as seen from the top of the hierarchy. */
    private List<CpuGroup> groups(List<String> memberships) {
        for (String membership : memberships) {
            String[] fields = membership.split(":", 3);
            if (fields.length == 3 && has(fields[1], controller)) {
                String path = root.equals("/") || !fields[2].startsWith(root)
                        ? fields[2]
                        : fields[2].substring(root.length());
                Path own = mountPoint.resolve(path.replaceFirst("^/+", "")).normalize();
                // A path outside of what is mounted: what is mounted is all that can be seen.
                return CpuGroup.upwards(own.startsWith(mountPoint) ? own : mountPoint, mountPoint);
            }
        }
        return List.of();
    }

    private static boolean has(String list, String word) {
        return Arrays.asList(list.split(",")).contains(word);
    }
}
