package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import weighbridge.compare.ComparedRun;
import weighbridge.compare.Comparison;
import weighbridge.compare.RunComparison;
import weighbridge.compare.TargetComparison;
import weighbridge.text.Fault;

/** What the console shows of a comparison. */
public final class CompareText {
    private final Comparison comparison;
    private final boolean all;
    private final List<String> lines = new ArrayList<>();

    private CompareText(Comparison comparison, boolean all) {
        this.comparison = comparison;
        this.all = all;
    }

    /**
     * The comparison as plain text, each line ended by \n.
     *
     * @param all whether figures are shown too that are never judged
     */
    public static String format(Comparison comparison, boolean all) {
        CompareText text = new CompareText(comparison, all);
        text.runs();
        text.remarks();
        text.targets();
        text.lines.add("");
        text.lines.addAll(CompareEnding.of(comparison));
        // Run folders may come from somebody else: no name, version or address in them is sure to be one.
        return text.lines.stream().map(Fault::oneLine).collect(Collectors.joining("\n", "", "\n"));
    }

    private void runs() {
        lines.add(line("A", comparison.baseline()) + ", the baseline");
        comparison.others().forEach(other -> lines.add(line(other.letter(), other.run())));
    }

    private static String line(String letter, ComparedRun run) {
        return letter + "   " + run.id() + ", " + Numbers.count(run.rounds(), "round");
    }

    private void remarks() {
        List<String> remarks = new ArrayList<>();
        remarks.add(invalid("A", comparison.baseline()));
        for (RunComparison other : comparison.others()) {
            remarks.add(invalid(other.letter(), other.run()));
            if (other.obstacles().isEmpty()) {
                remarks.add(only("A", other.onlyInBaseline()));
                remarks.add(only(other.letter(), other.onlyHere()));
                remarks.add(floor(other));
                remarks.add(noise(other));
            }
        }
        remarks.removeIf(String::isEmpty);
        if (!remarks.isEmpty()) {
            lines.add("");
            remarks.forEach(remark -> lines.add("Remark: " + remark));
        }
    }

    private static String invalid(String letter, ComparedRun run) {
        int more = run.faults().size() - 1;
        return more < 0
                ? ""
                : letter + " is not valid: " + FindingWords.of(run.faults().get(0))
                        + (more == 0 ? "" : " (and " + more + " more)");
    }

    private static String only(String letter, List<String> names) {
        return names.isEmpty() ? "" : "only " + letter + " has " + String.join(" ", names);
    }

    private String floor(RunComparison other) {
        if (other.machineShift() == null) {
            return "whether the machine changed is unknown: no generator floor in A or " + other.letter();
        }
        return String.format(
                Locale.ROOT,
                "the generator floor was %.6f seconds/call in A and %.6f in %s: the machine changed by %.1f %%",
                comparison.baseline().floorSecondsPerCall(),
                other.run().floorSecondsPerCall(),
                other.letter(),
                100 * Math.expm1(other.machineShift()));
    }

    private String noise(RunComparison other) {
        boolean known =
                !comparison.baseline().noise().isEmpty() || !other.run().noise().isEmpty();
        String where = "no target ran twice in A or " + other.letter();
        return known ? "" : "A/A noise is unknown: " + where;
    }

    private void targets() {
        if (comparison.others().stream().allMatch(other -> other.targets().isEmpty())) {
            return;
        }
        lines.add("");
        lines.add("Medians over the rounds, change from A (each with its 95 % interval), and A/A noise."
                + " Better or worse means a change beyond the noise and "
                + Numbers.exactPercent(comparison.threshold()) + " % (success: "
                + Numbers.exactPercent(comparison.successThreshold()) + " percentage points):");
        comparison.baseline().targets().forEach((name, baseline) -> {
            List<CompareTable.Column> columns = comparison.others().stream()
                    .flatMap(other -> other.targets().stream()
                            .filter(target -> target.name().equals(name))
                            .map(target -> new CompareTable.Column(other.letter(), target)))
                    .toList();
            if (!columns.isEmpty()) {
                addTarget(name + " " + baseline.version(), columns);
            }
        });
    }

    private void addTarget(String title, List<CompareTable.Column> columns) {
        lines.add("");
        lines.add(columns.stream()
                .map(column ->
                        ", " + column.letter() + " " + column.target().other().version())
                .collect(Collectors.joining("", title, "")));
        columns.forEach(this::addRemarks);
        List<CompareTable.Column> comparable = columns.stream()
                .filter(column -> !column.target().figures().isEmpty())
                .toList();
        if (!comparable.isEmpty()) {
            lines.add("");
            lines.addAll(CompareTable.lines(comparable, all));
        }
    }

    private void addRemarks(CompareTable.Column column) {
        TargetComparison target = column.target();
        target.obstacles()
                .forEach(obstacle -> lines.add("not comparable: " + ObstacleWords.of(obstacle, column.letter())));
        int before = target.baseline().roundsWithFailures();
        int after = target.other().roundsWithFailures();
        if (target.obstacles().isEmpty() && before + after > 0) {
            lines.add("Calls failed in " + before + " of " + target.baseline().rounds() + " rounds of A and " + after
                    + " of " + target.other().rounds() + " of " + column.letter()
                    + ": seconds/call, latencies and CPU are those of the other rounds");
        }
    }
}
