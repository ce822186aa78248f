package weighbridge.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weighbridge.compare.ComparedRun;
import weighbridge.compare.Comparison;
import weighbridge.render.CompareText;
import weighbridge.text.InputException;

/** Holds runs against each other and says what got better and what got worse; writes nothing. */
@Command(
        name = "compare",
        description = {
            "Compares runs with the first of them, and says of each target what got better, worse, or stayed the same.",
            "It needs six rounds in each.",
            "Exit status: 0 nothing got worse, 1 wrong use or input, 2 a target got worse, 3 a run or a target could not be"
                    + " compared."
        })
final class CompareCommand extends Subcommand {
    @Parameters(arity = "0..*", paramLabel = "<run folder>", description = "where the runs lie, the baseline first")
    private List<Path> paths = List.of();

    @Mixin
    private Threshold threshold;

    @Option(names = "--all", description = "shows the figures too that are never judged")
    private boolean all;

    @Override
    public Integer call() {
        requireRuns();
        double part = threshold.part();
        List<ComparedRun> runs =
                paths.stream().map(StoredRun::report).map(ComparedRun::of).toList();
        Comparison comparison = Comparison.of(runs, part);
        print(CompareText.format(comparison, all));
        return end(comparison.status());
    }

    private void requireRuns() {
        int count = paths.size();
        if (count < 2 || count > Comparison.MOST_RUNS) {
            throw InputException.of(
                    name(),
                    count == 1 ? "1 run folder" : count + " run folders",
                    "2 to " + Comparison.MOST_RUNS,
                    "give the baseline first, and after it each run that is to be compared with it");
        }
    }
}
