package weighbridge.render;

import weighbridge.analysis.Finding;
import weighbridge.analysis.Report;
import weighbridge.analysis.SloAnalysis;
import weighbridge.analysis.TargetReport;
import weighbridge.statistics.RankInterval;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.CapacitySearch;

/** What to do after a run, in one sentence with its command. */
public final class NextStep {
    private NextStep() {}

    /** Where something is wrong, first that. */
    public static String of(Report report) {
        if (!report.targets().stream().allMatch(TargetReport::well)) {
            return "see why a target failed in the folder logs of this run, then run it alone with -Dtargets=<name>";
        }
        if (!report.verdict().valid()) {
            boolean busy = report.verdict().faults().stream()
                    .allMatch(fault -> fault.finding().weight() == Finding.Weight.SPOILT_ROUND);
            return busy
                    ? "repeat the run on a quieter machine: the measurement is not valid, for the reasons above"
                    : "repeat the run: the measurement is not valid, for the reasons above";
        }
        if (!SloAnalysis.areKept(report.promises())) {
            return "see the SLOs above that are not kept";
        }
        if (report.run().settings().workload() instanceof CapacitySearch) {
            boolean found = report.targets().stream()
                    .anyMatch(target ->
                            target.capacity() != null && target.capacity().callsPerSecond() != null);
            return !found
                    ? "see above why no capacity was found"
                    : "plan how many instances a peak load needs: ./weighbridge plan --peak <calls/s>";
        }
        if (report.rounds().count() < RankInterval.MIN_COUNT) {
            return "run " + RankInterval.MIN_COUNT + " rounds to tell differences from chance: -Drounds="
                    + RankInterval.MIN_COUNT;
        }
        return report.run().settings().workload() instanceof BurstLoad
                ? "find the highest rate that a target sustains: ./weighbridge capacity <name>"
                : "compare with another run: ./weighbridge compare <run> <run>";
    }
}
