package weighbridge.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weighbridge.analysis.ExitStatus;
import weighbridge.compare.ComparedRun;
import weighbridge.compare.Comparison;
import weighbridge.render.CompareText;
import weighbridge.text.Fault;
import weighbridge.text.InputException;

/** Holds runs against each other and says what got better and what got worse; writes nothing. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Weighbridge.Version.class,
        description = {
            "Compares runs with the first of them, target by target, and says what got better, worse, or stayed the same."
                    + " Needs six rounds in each.",
            "Exit status: 0 nothing got worse, 1 wrong use or input, 2 a target got worse, 3 a run or a target could not be"
                    + " compared."
        })
final class CompareCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "<run folder>", description = "where the runs lie, the baseline first")
    private List<Path> paths = List.of();

    @Mixin
    private Threshold threshold;

    @Option(names = "--all", description = "shows the figures too that are never judged")
    private boolean all;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        requireRuns();
        double part = threshold.part();
        List<ComparedRun> runs = paths.stream()
                .map(path -> ComparedRun.of(StoredRun.at(path).report()))
                .toList();
        Comparison comparison = Comparison.of(runs, part);
        spec.commandLine().getOut().print(CompareText.format(comparison, all));
        spec.commandLine().getOut().flush();
        ExitStatus status = comparison.status();
        if (status != ExitStatus.DONE) {
            spec.commandLine().getErr().println("Exit status " + status.code() + ": " + status.meaning());
        }
        return status.code();
    }

    private void requireRuns() {
        int count = paths.size();
        if (count < 2 || count > Comparison.MOST_RUNS) {
            throw InputException.of(List.of(new Fault(
                    spec.qualifiedName(),
                    "",
                    count == 1 ? "1 run folder" : count + " run folders",
                    "2 to " + Comparison.MOST_RUNS,
                    "give the baseline first, and after it each run that is to be compared with it")));
        }
    }
}
