package weighbridge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weighbridge.analysis.ExitStatus;
import weighbridge.render.ResultsIndex;
import weighbridge.text.Fault;
import weighbridge.text.InputException;

/** Makes the page of all runs anew. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        versionProvider = Weighbridge.Version.class,
        description = {
            "Makes index.html of a results folder anew: all its runs, the newest first. Each run does the same at its end.",
            "Exit status: 0 done, 1 wrong use or input, or the page could not be written."
        })
final class IndexCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "<results>",
            defaultValue = "results",
            description = "where the run folders lie; default: ${DEFAULT-VALUE}")
    private Path results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isDirectory(results)) {
            throw InputException.of(List.of(new Fault(
                    results.toString(),
                    "",
                    Files.exists(results) ? "a file" : "nothing",
                    "a folder that holds run folders",
                    "give the one of your runs, or make a run with ./mvnw gatling:test")));
        }
        Optional<String> error = ResultsIndex.rebuild(results);
        if (error.isPresent()) {
            spec.commandLine().getErr().println(error.get());
            return ExitStatus.WRONG_INPUT.code();
        }
        spec.commandLine().getOut().println(results.resolve(ResultsIndex.FILE));
        return ExitStatus.DONE.code();
    }
}
