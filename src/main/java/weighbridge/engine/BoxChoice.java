package weighbridge.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weighbridge.process.ControlGroups;
import weighbridge.server.Serving;
import weighbridge.server.Target;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.text.Limits;

/** Which limits the servers of a run get. */
final class BoxChoice {
    private BoxChoice() {}

    /** Each of these targets in each of these boxes: where there are several, under a name that tells which. */
    static List<Target> of(List<Limits> boxes, List<Target> targets) {
        if (boxes.isEmpty()) {
            return targets;
        }
        List<Fault> faults = targets.stream()
                .filter(target -> target.serving() instanceof Serving.Running)
                .map(target -> new Fault(
                        boxes.get(0).cpus() == null ? "memory" : "cpus",
                        "",
                        "a limit for " + target.name() + ", which runs already",
                        "limits for servers that Weighbridge starts",
                        "leave it out, or leave out " + target.name()))
                .toList();
        if (!faults.isEmpty()) {
            throw InputException.of(faults);
        }
        return targets.stream()
                .flatMap(target -> boxes.stream().map(box -> variant(target, box, boxes)))
                .toList();
    }

    private static Target variant(Target target, Limits box, List<Limits> boxes) {
        Target boxed = target.in(box);
        return boxes.size() == 1 ? boxed : boxed.named(target.name() + suffix(box, boxes));
    }

    /** Such as {@code [cpus=0.5]}: what differs from box to box. */
    private static String suffix(Limits box, List<Limits> boxes) {
        boolean byCpus = boxes.stream().map(Limits::cpus).distinct().count() > 1;
        return byCpus ? "[cpus=" + Limits.text(box.cpus()) + "]" : "[memory=" + Limits.text(box.memoryBytes()) + "]";
    }

    /**
     * Refuses limits that cannot be set.
     *
     * @param cores of the servers
     * @param obstacle why none can be set; empty where they can
     */
    static void require(List<Target> targets, double cores, Optional<ControlGroups.Obstacle> obstacle) {
        List<Fault> faults = new ArrayList<>();
        for (Target target : targets) {
            Limits limits = target.limits();
            if (!limits.areNone() && obstacle.isPresent()) {
                throw InputException.of(
                        "limits of " + target.name(),
                        limits.text(),
                        "no limits for this user: " + obstacle.get().why(),
                        obstacle.get().fix() + "; or leave the limits out");
            }
            if (limits.cpus() != null && limits.cpus() > cores) {
                faults.add(new Fault(
                        "limits of " + target.name(),
                        "",
                        Limits.text(limits.cpus()) + " cores",
                        "at most " + Limits.text(cores) + ": all that servers have here",
                        "give less"));
            }
        }
        if (!faults.isEmpty()) {
            throw InputException.of(faults);
        }
    }

    /** The same of this system. */
    static void require(List<Target> targets, double cores) {
        require(targets, cores, ControlGroups.ofThisSystem().obstacle());
    }
}
