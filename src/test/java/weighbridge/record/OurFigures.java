package weighbridge.record;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;

/** What this reader makes of a log, in the lines of {@link GatlingFigures}. */
final class OurFigures implements RecordVisitor {
    private final Map<String, LongSummaryStatistics> times = new TreeMap<>();
    private final Map<String, Integer> errors = new TreeMap<>();
    private String run = "";

    @Override
    public void run(long startEpochMillis) {
        run = "run " + startEpochMillis;
    }

    @Override
    public void request(String name, int startMillis, int endMillis, boolean ok, String message) {
        count("all", ok, endMillis - startMillis);
        count("request " + clean(name), ok, endMillis - startMillis);
        if (!message.isBlank()) {
            errors.merge(clean(message).strip(), 1, Integer::sum);
        }
    }

    @Override
    public void error(String message) {
        errors.merge(clean(message), 1, Integer::sum);
    }

    /** The figures, sorted as Gatling's are. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(run));
        times.forEach((what, t) -> lines.add(what + " " + t.getCount() + " " + t.getMin() + " " + t.getMax() + " "
                + Math.round((double) t.getSum() / t.getCount())));
        errors.forEach((message, count) -> lines.add("error " + count + " " + message));
        return lines.stream().sorted().toList();
    }

    private void count(String what, boolean ok, int millis) {
        times.computeIfAbsent(what + (ok ? " OK" : " KO"), key -> new LongSummaryStatistics())
                .accept(millis);
    }

    /** Gatling's report shows each of these as a space. */
    private static String clean(String string) {
        return string.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    }
}
