package weighbridge.cli;

import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import weighbridge.workload.Setting;
import weighbridge.workload.Workload.Kind;

/** The main job. */
@Command(
        name = "run",
        description = {
            "Starts the targets, weighs them, calls each of them many times at once, and reports.",
            "With --rate or --concurrency it is a steady load. ./mvnw gatling:test does the same.",
            "Exit status: 0 done, 1 wrong use or input, 2 an SLO was broken, 3 the measurement is not valid (with --strict),"
                    + " not complete, or found nothing, 4 a target failed, 130 and 143 stopped by Ctrl-C and TERM."
        })
final class RunCommand extends LoadCommand {
    RunCommand() {
        super(EnumSet.of(Kind.BURST, Kind.STEADY), Map.of());
    }

    @Override
    Kind kind(Map<String, String> given) {
        return kindOf(given);
    }

    /** A rate, or a number of users, is of a steady load. */
    static Kind kindOf(Map<String, String> given) {
        boolean steady =
                Stream.of(Setting.RATE, Setting.CONCURRENCY).map(Setting::key).anyMatch(given::containsKey);
        return steady ? Kind.STEADY : Kind.BURST;
    }
}
