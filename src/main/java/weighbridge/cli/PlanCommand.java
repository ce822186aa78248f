package weighbridge.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weighbridge.analysis.ExitStatus;
import weighbridge.analysis.Report;
import weighbridge.analysis.RunHost;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.HostSize;
import weighbridge.capacity.InstanceCost;
import weighbridge.render.PlanText;
import weighbridge.text.InputException;
import weighbridge.text.Spelling;

/** Says how many instances and hosts a peak needs, by what a run has found; makes no load and writes nothing. */
@Command(
        name = "plan",
        description = {
            "Says how many instances and hosts a peak needs, by the capacities that a run has found.",
            "It makes no load.",
            "Exit status: 0 done, 1 wrong use or input, or a run without a capacity."
        })
final class PlanCommand extends Subcommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "<run folder>",
            defaultValue = LATEST,
            description = "where the run lies; default: ${DEFAULT-VALUE}")
    private Path path;

    @Mixin
    private PlanOptions options = new PlanOptions();

    @Option(names = "--target", paramLabel = "<name>", description = "plans for this one only; default: all of the run")
    private String name;

    @Override
    public Integer call() {
        PlanOptions.Given given = options.read();
        return print(StoredRun.report(path), given);
    }

    int print(Report report, PlanOptions.Given given) {
        List<TargetReport> targets = targets(report);
        require(targets.stream().anyMatch(target -> target.capacity() != null), "looked for");
        HostSize host = given.host().orElseGet(() -> ofRun(report));
        print(PlanText.format(report, targets, given.demand(), host));
        boolean found = targets.stream()
                .anyMatch(target -> InstanceCost.of(target.capacity()).isPresent());
        require(found, "found");
        return ExitStatus.DONE.code();
    }

    private void require(boolean there, String done) {
        if (!there) {
            throw InputException.of(
                    path.toString(),
                    "a run in which no capacity was " + done,
                    "a run that found the capacity of a target",
                    "make one with ./weighbridge capacity netty, and give its folder");
        }
    }

    private List<TargetReport> targets(Report report) {
        List<String> names = report.targets().stream().map(TargetReport::name).toList();
        if (name != null && !names.contains(name)) {
            String fix = Spelling.meant(name, names)
                    .map(meant -> "did you mean " + meant + "?")
                    .orElse("take one of those, or leave it out");
            throw InputException.of("--target", '"' + name + '"', Spelling.allowed(name, names), fix);
        }
        return report.targets().stream()
                .filter(target -> name == null || name.equals(target.name()))
                .toList();
    }

    private HostSize ofRun(Report report) {
        return RunHost.of(report.run().environment()).orElseThrow(() -> {
            String allowed = "cores and memory, for " + path + " does not tell those of its machine";
            return InputException.of("--host", "nothing", allowed, "give for example --host=8cores,16GiB");
        });
    }
}
