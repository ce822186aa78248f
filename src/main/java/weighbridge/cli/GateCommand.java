package weighbridge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import weighbridge.analysis.ExitStatus;
import weighbridge.engine.GatlingStart;
import weighbridge.record.RunFolder;
import weighbridge.statistics.RankInterval;
import weighbridge.text.InputException;
import weighbridge.workload.Setting;
import weighbridge.workload.Workload.Kind;

/** A new run against a stored one. */
@Command(
        name = "gate",
        description = {
            "Makes a new run of six rounds and compares it with a stored one. ./mvnw verify -Pgate does the same.",
            "The settings have to be those of the stored run: what differs is said before the new run starts.",
            "Exit status: 0 nothing got worse, 1 wrong use or input, 2 a target got worse, 3 a run or a target could not be"
                    + " compared; where the new run does not end with 0, its status, and nothing is compared."
        })
final class GateCommand extends LoadCommand {
    private static final String EXAMPLE = "results/burstsimulation-20261123101531000";

    private Path baseline;

    /** What the baseline leads to, where it is there: seen before the link to the latest run is taken away. */
    private Optional<Path> stored = Optional.empty();

    @Mixin
    private Threshold threshold;

    GateCommand() {
        super(EnumSet.of(Kind.BURST, Kind.STEADY), Map.of(Setting.ROUNDS, Integer.toString(RankInterval.MIN_COUNT)));
    }

    @Option(names = "--baseline", paramLabel = "<run folder>", description = "the stored run; not results/latest")
    private void setBaseline(Path given) {
        baseline = given;
        stored = folder(given);
    }

    @Override
    Kind kind(Map<String, String> given) {
        return RunCommand.kindOf(given);
    }

    @Override
    int run() {
        requireBaseline();
        threshold.part();
        RunOrder order = order(parsed()).check();
        order.setProperties();
        int before = other("baseline", baseline.toString());
        if (before != ExitStatus.DONE.code()) {
            return before;
        }
        Path latest = order.results().resolve(RunFolder.LATEST);
        int made = GatlingStart.runApart(order.simulation(), order.results(), order.options());
        if (made != ExitStatus.DONE.code()) {
            return made;
        }
        Optional<Path> now = folder(latest);
        if (now.isEmpty()) {
            complain(latest + ": does not lead to the new run, so nothing can be compared");
            return end(ExitStatus.NOT_VALID);
        }
        return other("compare", baseline.toString(), now.get().toString());
    }

    /** The folder that a path leads to; empty where there is none. */
    private static Optional<Path> folder(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private int other(String command, String... runs) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(runs));
        words.addAll(List.of("--threshold", threshold.text()));
        return runOther(words.toArray(String[]::new));
    }

    private void requireBaseline() {
        if (baseline == null) {
            throw InputException.of(
                    "--baseline", "nothing to compare with", "a run folder", "give for example --baseline " + EXAMPLE);
        }
        if (baseline.normalize().endsWith(RunFolder.LATEST)) {
            throw InputException.of(
                    "--baseline",
                    '"' + baseline.toString() + '"',
                    "a run folder, but not the link results/latest, which is of the new run",
                    stored.map(run -> "give the folder that it led to, --baseline " + run)
                            .orElse("give one of the folders in results"));
        }
        baseline = stored.orElse(baseline); // another link to the latest run leads nowhere by now
    }
}
