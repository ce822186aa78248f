package weighbridge.cli;

import java.util.List;
import picocli.CommandLine.Command;
import weighbridge.analysis.ExitStatus;

/** What this machine has of what Weighbridge needs. */
@Command(
        name = "doctor",
        description = {
            "Says what this machine has of what Weighbridge needs, what is missing, and how to get it.",
            "Exit status: 0 the default targets can be run, 1 they cannot, or wrong use."
        })
final class DoctorCommand extends Subcommand {
    @Override
    public Integer call() {
        List<Check> checks = Checkup.all();
        checks.forEach(check -> print(check.line() + System.lineSeparator()));
        if (checks.stream().anyMatch(check -> check.result() == Check.Result.WRONG)) {
            complain("The default targets cannot be run here: mend what is wrong");
            return ExitStatus.WRONG_INPUT.code();
        }
        return ExitStatus.DONE.code();
    }
}
