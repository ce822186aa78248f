package weighbridge.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import weighbridge.record.Host;
import weighbridge.record.Transport;
import weighbridge.workload.Phase;
import weighbridge.workload.Settings;
import weighbridge.workload.Steadiness;

/**
 * What a run says: the value that every format is made from, and what {@code summary.json} holds.
 *
 * @param schema {@value #SCHEMA}
 * @param run which run
 * @param generatorWarmup the bursts at the sink that warmed the generator before all targets
 * @param floor what the generator takes by itself, over all targets; null where it is not known
 * @param rounds the passes over all targets
 * @param targets in the order that was given
 * @param ranking the order of the targets by each figure that they are ranked by; empty in a run of one round
 * @param promises what came of each promise at each target that it is of
 * @param main the process that hammers
 * @param verdict whether the figures can be relied on
 */
public record Report(
        String schema,
        Run run,
        Warmup generatorWarmup,
        Floor floor,
        RoundsReport rounds,
        List<TargetReport> targets,
        List<Ranking> ranking,
        List<SloReport> promises,
        MainReport main,
        Verdict verdict) {

    /** The schema of {@code summary.json}. */
    public static final String SCHEMA = "weighbridge/summary/1";

    /** Copies the lists. */
    public Report {
        targets = List.copyOf(targets);
        ranking = List.copyOf(ranking);
        promises = List.copyOf(promises);
    }

    /**
     * Bursts that warm.
     *
     * @param bursts how many
     * @param steady whether the last of them agreed; null where none was asked for
     * @param stillCheaper true where they did but for the CPU time of a call, which was still falling; otherwise null
     * @param stillBusy true where they did but the server was still busy after most of them, whatever a call cost; otherwise null
     */
    public record Warmup(
            int bursts,
            Boolean steady,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean stillCheaper,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean stillBusy) {
        /** Of these bursts, which had to agree. */
        static Warmup of(List<Phase> phases) {
            Steadiness.State state = Steadiness.of(phases);
            return new Warmup(
                    phases.size(),
                    state == Steadiness.State.STEADY,
                    state == Steadiness.State.STILL_CHEAPER ? true : null,
                    state == Steadiness.State.STILL_BUSY ? true : null);
        }
    }

    /**
     * Which run.
     *
     * @param id name of its folder
     * @param simulation class name
     * @param startedAt ISO-8601 in UTC
     * @param complete whether it came to its end and nothing of it was lost
     * @param settings what the user chose
     * @param environment what it ran on
     */
    public record Run(
            String id, String simulation, String startedAt, boolean complete, Settings settings, Host environment) {}

    /**
     * The process that hammers.
     *
     * @param version of Weighbridge
     * @param gatling version of Gatling
     * @param pid its process id
     * @param transport how it learns of answers; null where no load began
     * @param memory its own memory, without that of the targets
     */
    public record MainReport(String version, String gatling, long pid, Transport transport, MemoryReport memory) {}

    /**
     * Whether the figures can be relied on.
     *
     * @param valid false where something was lost, or where figures are the generator's and not the targets'
     * @param faults why they cannot; empty where they can
     * @param remarks all that a reader has to know, the faults first
     * @param invalidTargets those of whom nothing can be relied on: all where something is wrong with the run as a whole
     */
    public record Verdict(boolean valid, List<Remark> faults, List<Remark> remarks, List<String> invalidTargets) {
        /** Copies the lists. */
        public Verdict {
            faults = List.copyOf(faults);
            remarks = List.copyOf(remarks);
            invalidTargets = List.copyOf(invalidTargets);
        }

        /** With these faults, and with these remarks that leave the figures valid. @param targets all of the run */
        public static Verdict of(List<Remark> faults, List<Remark> others, List<String> targets) {
            return new Verdict(
                    faults.isEmpty(),
                    faults,
                    Stream.concat(faults.stream(), others.stream()).toList(),
                    targets.stream()
                            .filter(name -> faults.stream()
                                    .anyMatch(fault -> fault.target() == null
                                            || fault.target().equals(name)))
                            .toList());
        }

        /** Whether the figures of this target can be relied on. */
        public boolean isValid(String target) {
            return !invalidTargets.contains(target);
        }

        /** What is wrong with the run as a whole. */
        public List<Remark> faultsOfRun() {
            return faults.stream().filter(fault -> fault.target() == null).toList();
        }

        /** The remarks that leave the figures valid. */
        public List<Remark> notes() {
            return remarks.subList(faults.size(), remarks.size());
        }
    }

    /** Sum of the windows of all targets, s: what hammering them took without the warm-ups between. */
    public double hammeringSeconds() {
        return targets.stream()
                .filter(target -> target.burst().windowSeconds() != null)
                .mapToDouble(target -> target.burst().windowSeconds())
                .sum();
    }
}
