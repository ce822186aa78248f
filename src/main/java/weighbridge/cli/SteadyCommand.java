package weighbridge.cli;

import java.util.EnumSet;
import java.util.Map;
import picocli.CommandLine.Command;
import weighbridge.workload.Workload.Kind;

/** A load that stays the same for a time. */
@Command(
        name = "steady",
        description = {
            "Calls each target at one rate (open load), or with a number of users (closed load), for a time.",
            "Exit status: as of run."
        })
final class SteadyCommand extends LoadCommand {
    SteadyCommand() {
        super(EnumSet.of(Kind.STEADY), Map.of());
    }

    @Override
    Kind kind(Map<String, String> given) {
        return Kind.STEADY;
    }
}
