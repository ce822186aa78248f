package weighbridge.analysis;

import java.util.List;
import java.util.OptionalLong;
import weighbridge.record.RoundRecord;
import weighbridge.record.Weighing;
import weighbridge.record.Weighing.Moment;

/**
 * A stretch of time.
 *
 * @param fromMillis begin, time of the run, ms since 1970
 * @param untilMillis end, which is no part of it, likewise
 */
record Span(long fromMillis, long untilMillis) {
    private static final Span NONE = new Span(0, 0);

    /**
     * Whose samples are those of a round: from its first weighing until the first one of the next round. Before a round
     * ends its sampling does, and the processes of the next one have the same names. Empty where it weighed nobody.
     *
     * @param rounds all of the run
     * @param index which of them, counted from 0
     */
    static Span ofRound(List<RoundRecord> rounds, int index) {
        OptionalLong from = firstWeighing(rounds.get(index));
        if (from.isEmpty()) {
            return NONE;
        }
        long until = rounds.subList(index + 1, rounds.size()).stream()
                .flatMapToLong(round -> firstWeighing(round).stream())
                .findFirst()
                .orElse(Long.MAX_VALUE);
        return new Span(from.getAsLong(), until);
    }

    private static OptionalLong firstWeighing(RoundRecord round) {
        return round.weighings().stream()
                .filter(weighing -> weighing.moment() == Moment.IDLE)
                .mapToLong(Weighing::atMillis)
                .min();
    }

    /** Whether this moment is part of it. */
    boolean holds(long atMillis) {
        return fromMillis <= atMillis && atMillis < untilMillis;
    }
}
