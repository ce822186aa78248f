package weighbridge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import weighbridge.analysis.ExitStatus;
import weighbridge.render.ResultsIndex;
import weighbridge.text.InputException;

/** Makes the page of all runs anew. */
@Command(
        name = "index",
        description = {
            "Makes index.html of a results folder anew: all its runs, the newest first.",
            "Each run does the same at its end.",
            "Exit status: 0 done, 1 wrong use or input, or the page could not be written."
        })
final class IndexCommand extends Subcommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "<results>",
            defaultValue = "results",
            description = "where the run folders lie; default: ${DEFAULT-VALUE}")
    private Path results;

    @Override
    public Integer call() {
        if (!Files.isDirectory(results)) {
            throw InputException.of(
                    results.toString(),
                    Files.exists(results) ? "a file" : "nothing",
                    "a folder that holds run folders",
                    "give the one of your runs, or make a run with ./mvnw gatling:test");
        }
        Optional<String> error = ResultsIndex.rebuild(results);
        if (error.isPresent()) {
            complain(error.get());
            return ExitStatus.WRONG_INPUT.code();
        }
        print(results.resolve(ResultsIndex.FILE) + System.lineSeparator());
        return ExitStatus.DONE.code();
    }
}
