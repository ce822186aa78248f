package weighbridge.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weighbridge.analysis.ExitStatus;
import weighbridge.record.RunFolder;
import weighbridge.render.SummaryFiles;
import weighbridge.text.Fault;

/** Reads a run folder again, says what it holds, and writes its summaries anew. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Weighbridge.Version.class,
        description = {
            "Reads a run folder again, prints its summary, and writes its reports there anew: report.html, summary.txt, .json and .md, targets.csv. What a run"
                    + " that was cut off has left is shown and marked as such.",
            "Exit status: 0 done, 1 wrong use or input, 2 a promise was broken, 3 the measurement is not valid (of a strict run) or not whole, 4 a target"
                    + " failed."
        })
final class ReportCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "<run folder>",
            defaultValue = "results/latest",
            description = "where the run lies; default: ${DEFAULT-VALUE}")
    private Path path;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StoredRun run = StoredRun.at(path);
        StoredRun.Summary summary = run.summary();
        spec.commandLine().getOut().print(summary.files().get(SummaryFiles.TEXT));
        spec.commandLine().getOut().flush();
        write(run.folder(), summary);
        ExitStatus status = ExitStatus.of(summary.report());
        if (status != ExitStatus.DONE) {
            spec.commandLine().getErr().println("Exit status " + status.code() + ": " + status.meaning());
        }
        return status.code();
    }

    /** What was printed is worth as much without it. */
    private void write(RunFolder folder, StoredRun.Summary summary) {
        try {
            summary.files().forEach(folder::write);
        } catch (UncheckedIOException e) {
            spec.commandLine()
                    .getErr()
                    .println(Fault.oneLine(path + ": its reports could not be written anew: " + e.getCause()));
        }
    }
}
