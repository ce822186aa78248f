package weighbridge.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import weighbridge.analysis.ExitStatus;
import weighbridge.analysis.Report;
import weighbridge.record.SettingsRecord;
import weighbridge.statistics.RankInterval;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.workload.Settings;

/** Says before a run whether it could be compared with a stored one, so that no run of minutes is in vain. */
@Command(
        name = "baseline",
        mixinStandardHelpOptions = true,
        versionProvider = Weighbridge.Version.class,
        description = {
            "Says whether a run with the settings that are given as system properties could be compared with this one, as"
                    + " far as that can be told before it.",
            "Exit status: 0 it could, 1 it could not, or wrong use or input."
        })
final class BaselineCommand implements Callable<Integer> {
    @Parameters(paramLabel = "<run folder>", description = "the baseline")
    private Path path;

    @Mixin
    private Threshold threshold;

    private final List<Fault> faults = new ArrayList<>();

    @Override
    public Integer call() {
        threshold.part();
        Settings next = Settings.from(System::getProperty);
        Report baseline = StoredRun.at(path).report();
        SettingsRecord before = baseline.run().settings();
        SettingsRecord after = SettingsRecord.of(next);
        if (!baseline.run().complete()) {
            faults.add(
                    new Fault(path.toString(), "", "a run that was cut off", "a whole one", "take another baseline"));
        }
        rounds(path.toString(), before.rounds(), "take another baseline");
        rounds("rounds", after.rounds(), "give for example -Drounds=" + RankInterval.MIN_COUNT);
        same("calls", "", before.calls(), after.calls());
        same("timeout", "ms", before.timeoutMillis(), after.timeoutMillis());
        same("settle", "ms", before.settleMillis(), after.settleMillis());
        same("warmup", "", before.warmup(), after.warmup());
        if (!faults.isEmpty()) {
            throw InputException.of(faults);
        }
        return ExitStatus.DONE.code();
    }

    private void rounds(String where, int rounds, String fix) {
        if (rounds < RankInterval.MIN_COUNT) {
            faults.add(new Fault(
                    where, "", rounds == 1 ? "1 round" : rounds + " rounds", RankInterval.MIN_COUNT + " or more", fix));
        }
    }

    private void same(String setting, String unit, long before, long after) {
        if (before != after) {
            faults.add(new Fault(
                    setting,
                    "",
                    after + unit,
                    before + unit + ", as in " + path,
                    "give -D" + setting + "=" + before + unit + ", or take another baseline"));
        }
    }
}
