package weighbridge.analysis;

import java.util.Arrays;
import java.util.List;
import weighbridge.analysis.BurstTrace.Rates;

/** How many calls of a burst ended when. */
final class BurstRates {
    private static final int MOST_BINS = 100;

    private BurstRates() {}

    static Rates of(BurstCalls calls) {
        int last = calls.lastMillis();
        int binMillis = BinWidth.of(last, MOST_BINS);
        int[] ok = new int[last / binMillis + 1];
        int[][] ko = new int[calls.causes().size()][ok.length];
        for (int call = 0; call < calls.size(); call++) {
            int cause = calls.cause(call);
            int[] counts = cause == BurstCalls.SUCCEEDED ? ok : ko[cause];
            counts[calls.endMillis(call) / binMillis]++;
        }
        return new Rates(
                binMillis, list(ok), Arrays.stream(ko).map(BurstRates::list).toList());
    }

    private static List<Integer> list(int[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }
}
