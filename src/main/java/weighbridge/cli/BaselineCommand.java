package weighbridge.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import weighbridge.analysis.ExitStatus;
import weighbridge.analysis.Report;
import weighbridge.render.RepeatCommand;
import weighbridge.statistics.RankInterval;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Setting;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload.Kind;

/** Says before a run whether it could be compared with a stored one, so that no run of minutes is in vain. */
@Command(
        name = "baseline",
        hidden = true, // of the gate, by Maven or by the command
        description = {
            "Says whether a run with the settings that are given as system properties could be compared with this one,",
            "as far as that can be told before it.",
            "Exit status: 0 it could, 1 it could not, or wrong use or input."
        })
final class BaselineCommand extends Subcommand {
    private static final String SIMULATION = "gatling.simulationClass";
    private static final String OTHER = "take another baseline";

    @Parameters(paramLabel = "<run folder>", description = "the baseline")
    private Path path;

    @Mixin
    private Threshold threshold;

    private final List<Fault> faults = new ArrayList<>();

    @Override
    public Integer call() {
        // The gate by Maven begins here, and may be refused here.
        String results = Setting.RESULTS.key();
        LoadCommand.forgetLatest(System.getProperty(results, Setting.RESULTS.usual(Kind.BURST)));
        threshold.part();
        Report report = StoredRun.report(path);
        Report.Run baseline = report.run();
        Settings before = baseline.settings();
        if (before.workload() instanceof CapacitySearch) {
            throw InputException.of(
                    path.toString(), "a search for capacities", "a run of bursts, or of a steady load", OTHER);
        }
        String simulation = System.getProperty(SIMULATION, baseline.simulation());
        if (!baseline.complete()) {
            add(path.toString(), "a run that was cut off", "a whole one", OTHER);
        }
        rounds(path.toString(), before.rounds(), OTHER);
        if (!simulation.equals(baseline.simulation())) {
            // What else differs follows from that.
            differs(SIMULATION, simulation, baseline.simulation(), settings(report));
            throw InputException.of(faults);
        }
        Settings after = Settings.from(before.workload().kind(), System::getProperty);
        rounds("rounds", after.rounds(), "give for example -Drounds=" + RankInterval.MIN_COUNT);
        Map<String, String> next = after.conditions();
        before.conditions().forEach((name, value) -> {
            String found = next.getOrDefault(name, "nothing");
            if (!value.equals(found)) {
                differs(name, found.replace(" ms", "ms"), value.replace(" ms", "ms"), "");
            }
        });
        if (!faults.isEmpty()) {
            throw InputException.of(faults);
        }
        return ExitStatus.DONE.code();
    }

    private void rounds(String where, int rounds, String fix) {
        if (rounds < RankInterval.MIN_COUNT) {
            add(where, rounds == 1 ? "1 round" : rounds + " rounds", RankInterval.MIN_COUNT + " or more", fix);
        }
    }

    /** Those that shape the load and have no default's value. */
    private static String settings(Report report) {
        Map<String, String> all = RepeatCommand.settings(report);
        return report.run().settings().conditions().keySet().stream()
                .filter(all::containsKey)
                .map(name -> " -D" + name + "=" + all.get(name))
                .collect(Collectors.joining());
    }

    private void differs(String name, String found, String allowed, String others) {
        add(name, found, allowed + ", as in " + path, "give -D" + name + "=" + allowed + others + ", or " + OTHER);
    }

    private void add(String where, String found, String allowed, String fix) {
        faults.add(new Fault(where, "", found, allowed, fix));
    }
}
