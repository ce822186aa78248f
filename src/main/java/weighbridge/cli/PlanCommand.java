package weighbridge.cli;

import java.math.BigDecimal;
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
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.HostSize;
import weighbridge.capacity.InstanceCost;
import weighbridge.record.Host;
import weighbridge.render.PlanText;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.text.Spelling;

/** Says how many instances and hosts a peak needs, by what a run has found; makes no load and writes nothing. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        versionProvider = Weighbridge.Version.class,
        description = {
            "Says how many instances and hosts a peak needs, by the capacities that a run has found. It makes no load.",
            "Exit status: 0 done, 1 wrong use or input, or a run without a capacity."
        })
final class PlanCommand implements Callable<Integer> {
    private static final String ALLOWED = "a run that found the capacity of a target";
    private static final String FIX = "make one with make capacity TARGETS=netty, and give its folder";

    @Parameters(
            arity = "0..1",
            paramLabel = "<run folder>",
            defaultValue = "results/latest",
            description = "where the run lies; default: ${DEFAULT-VALUE}")
    private Path path;

    @Mixin
    private PlanOptions options = new PlanOptions();

    @Option(names = "--target", paramLabel = "<name>", description = "plans for this one only; default: all of the run")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PlanOptions.Given given = options.read();
        return print(StoredRun.at(path).report(), given);
    }

    int print(Report report, PlanOptions.Given given) {
        List<TargetReport> targets = targets(report);
        if (targets.stream().allMatch(target -> target.capacity() == null)) {
            throw fault(path.toString(), "a run in which no capacity was looked for", ALLOWED, FIX);
        }
        HostSize host = given.host().orElseGet(() -> machine(report.run().environment()));
        spec.commandLine().getOut().print(PlanText.format(report, targets, given.demand(), host));
        spec.commandLine().getOut().flush();
        if (targets.stream()
                .allMatch(target -> InstanceCost.of(target.capacity()).isEmpty())) {
            throw fault(path.toString(), "a run in which no capacity was found", ALLOWED, FIX);
        }
        return ExitStatus.DONE.code();
    }

    private List<TargetReport> targets(Report report) {
        if (name == null) {
            return report.targets();
        }
        List<TargetReport> named = report.targets().stream()
                .filter(target -> target.name().equals(name))
                .toList();
        if (named.isEmpty()) {
            List<String> names =
                    report.targets().stream().map(TargetReport::name).toList();
            throw fault(
                    "--target",
                    '"' + name + '"',
                    String.join(", ", names),
                    Spelling.meant(name, names)
                            .map(meant -> "did you mean " + meant + "?")
                            .orElse("take one of those, or leave it out"));
        }
        return named;
    }

    private HostSize machine(Host machine) {
        if (machine.logicalCores() < 1 || machine.memoryBytes() < 1) {
            throw fault(
                    "--host",
                    "nothing",
                    "cores and memory, for " + path + " does not tell those of its machine",
                    "give for example --host=8cores,16GiB");
        }
        return HostSize.of(BigDecimal.valueOf(machine.logicalCores()), BigDecimal.valueOf(machine.memoryBytes()));
    }

    private static InputException fault(String where, String found, String allowed, String fix) {
        return InputException.of(List.of(new Fault(where, "", found, allowed, fix)));
    }
}
