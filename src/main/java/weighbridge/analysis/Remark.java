package weighbridge.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a reader has to know of a round.
 *
 * @param target of whom
 * @param key the same for remarks that say the same of different rounds
 * @param text in words for the user
 * @param weight what it does to the figures
 * @param round in which, counted from 1
 */
record Remark(String target, String key, String text, Weight weight, int round) {

    /** What a remark does to the figures. */
    enum Weight {
        /** Something was lost: they cannot be relied on. */
        LOSS,
        /** They are the generator's in this round; a median stands as long as under half of its rounds are. */
        SPOILT_ROUND,
        /** Nothing. */
        NOTE
    }

    /** Remarks that say the same of different rounds, as one. */
    record Merged(String text, boolean isFault) {}

    /**
     * Those of the same key become one, told of the first round that it was seen in.
     *
     * @param count how many rounds were asked for
     * @param measured by name of the target, in how many it was measured
     */
    static List<Merged> merge(List<Remark> remarks, int count, Map<String, Integer> measured) {
        Map<String, List<Remark>> alike = remarks.stream()
                .collect(Collectors.groupingBy(
                        remark -> remark.target + remark.key, LinkedHashMap::new, Collectors.toList()));
        List<Merged> merged = new ArrayList<>();
        for (List<Remark> same : alike.values()) {
            Remark first = same.get(0);
            boolean spoilt = first.weight == Weight.SPOILT_ROUND && 2 * same.size() >= measured.get(first.target);
            boolean fault = first.weight == Weight.LOSS || spoilt;
            merged.add(new Merged(count == 1 ? first.text : first.text + place(same, count), fault));
        }
        return merged;
    }

    private static String place(List<Remark> same, int count) {
        int first = same.get(0).round;
        return same.size() == 1
                ? " (in round " + first + " of " + count + ")"
                : " (in " + same.size() + " of " + count + " rounds, told of round " + first + ")";
    }
}
