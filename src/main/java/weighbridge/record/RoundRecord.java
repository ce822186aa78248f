package weighbridge.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import weighbridge.workload.Phase;
import weighbridge.workload.Purpose;

/**
 * One pass over all targets with fresh processes.
 *
 * @param number counted from 1
 * @param order names in the order in which they were hammered
 * @param again which of them ran twice; null where none did
 * @param targets in the order of the plan, the one that ran again last
 * @param phases in the order in which they ended; those that warmed the generator stand in the first round
 * @param weighings in the order in which they were made
 * @param heaps live heaps, in the order in which they were read
 * @param windows what was seen around each measured burst
 * @param probes stretches of load in the order in which they ended; none of a run of bursts, whose JSON has no such key
 */
public record RoundRecord(
        int number,
        List<String> order,
        String again,
        List<TargetRecord> targets,
        List<Phase> phases,
        List<Weighing> weighings,
        List<HeapWeighing> heaps,
        List<Window> windows,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ProbeRecord> probes) {

    private static final String AGAIN = "~again";

    /** Copies the lists. */
    public RoundRecord {
        order = List.copyOf(order);
        targets = List.copyOf(targets);
        phases = List.copyOf(phases);
        weighings = List.copyOf(weighings);
        heaps = List.copyOf(heaps);
        windows = List.copyOf(windows);
        probes = probes == null ? List.of() : List.copyOf(probes);
    }

    /** What the second of two equal targets is called; no target of a user's can be called so. */
    public static String again(String name) {
        return name + AGAIN;
    }

    /** Whether this is the second of two equal targets. */
    public static boolean isAgain(String name) {
        return name.endsWith(AGAIN);
    }

    /** What tells the names of a round's requests from those of the others; nothing in a run of one round. */
    public static String suffix(int number, int count) {
        return count == 1 ? "" : " round " + number;
    }

    /** The loads over time whose figures are those of their targets: a steady one, or one that was to confirm a capacity. */
    public Stream<ProbeRecord> measuredLoads() {
        return Stream.of(Purpose.STEADY, Purpose.CONFIRM).flatMap(purpose -> lastProbes(purpose).stream());
    }

    /** The last probe of this purpose at each target that has any. */
    public List<ProbeRecord> lastProbes(Purpose purpose) {
        Map<String, ProbeRecord> last = new LinkedHashMap<>();
        probes.stream().filter(probe -> probe.purpose() == purpose).forEach(probe -> last.put(probe.target(), probe));
        return List.copyOf(last.values());
    }
}
