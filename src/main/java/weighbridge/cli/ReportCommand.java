package weighbridge.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weighbridge.analysis.ExitStatus;
import weighbridge.render.SummaryFiles;
import weighbridge.render.TextStyle;
import weighbridge.text.Fault;

/** Reads a run folder again, says what it holds, and writes its summaries anew. */
@Command(
        name = "report",
        description = {
            "Reads a run folder again, prints its summary, and writes its reports there anew.",
            "What a run that was cut off has left is shown and marked as such.",
            "Exit status: 0 done, 1 wrong use or input, 2 an SLO was broken, 3 the measurement is not valid (of a strict run) or"
                    + " not complete, or the reports could not be written, 4 a target failed."
        })
final class ReportCommand extends Subcommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "<run folder>",
            defaultValue = LATEST,
            description = "where the run lies; default: ${DEFAULT-VALUE}")
    private Path path;

    @Option(names = "--details", description = "prints every table, as summary.txt has them")
    private boolean details;

    @Override
    public Integer call() {
        StoredRun run = StoredRun.read(path);
        ExitStatus status = ExitStatus.of(run.report());
        print(SummaryFiles.console(run.report(), details, TextStyle.console(System::getProperty, System::getenv)));
        try {
            run.files().forEach(run.folder()::write);
        } catch (UncheckedIOException e) { // what was printed is worth as much without it
            complain(Fault.oneLine(path + ": its reports could not be written anew: " + e.getCause()));
            return end(status == ExitStatus.DONE ? ExitStatus.NOT_VALID : status);
        }
        return end(status, ExitStatus.meaning(run.report()));
    }
}
