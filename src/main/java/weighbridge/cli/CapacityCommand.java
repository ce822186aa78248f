package weighbridge.cli;

import java.util.EnumSet;
import java.util.Map;
import picocli.CommandLine.Command;
import weighbridge.workload.Workload.Kind;

/** The search for the highest rates. */
@Command(
        name = "capacity",
        description = {
            "Finds the highest rate at which each target keeps the SLO, and confirms it in fresh processes.",
            "It takes up to ten minutes a target.",
            "Exit status: as of run."
        })
final class CapacityCommand extends LoadCommand {
    CapacityCommand() {
        super(EnumSet.of(Kind.CAPACITY), Map.of());
    }

    @Override
    Kind kind(Map<String, String> given) {
        return Kind.CAPACITY;
    }
}
