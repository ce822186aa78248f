package weighbridge.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What happened when in a run, thinned so far that it can be shown. All times are ms after {@code startedAtMillis}.
 *
 * @param schema {@value #SCHEMA}
 * @param startedAtMillis start of the run, time of the run, ms since 1970
 * @param skippedSamples lines of the samples that were none, for example after a full disk
 * @param rounds those that are told; of a run of more than {@value #MOST_ROUNDS} rounds only those that
 *     {@code summary.json} shows a target of
 * @param capacities of the targets whose capacity was looked for; empty in another run, whose JSON has no such key
 */
public record Traces(
        String schema,
        long startedAtMillis,
        int skippedSamples,
        List<RoundTrace> rounds,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CapacityTrace> capacities) {

    /** The schema. */
    public static final String SCHEMA = "weighbridge/traces/1";

    /** More of them would make the page too large to be passed on. */
    static final int MOST_ROUNDS = 12;

    /** Copies the lists. */
    public Traces {
        rounds = List.copyOf(rounds);
        capacities = capacities == null ? List.of() : List.copyOf(capacities);
    }

    /**
     * One round.
     *
     * @param number counted from 1
     * @param targets in the order of the plan, without the one that ran again, and last the process that hammers, which
     *     has neither phases nor bursts
     */
    public record RoundTrace(int number, List<TargetTrace> targets) {
        /** Copies the list. */
        public RoundTrace {
            targets = List.copyOf(targets);
        }
    }
}
