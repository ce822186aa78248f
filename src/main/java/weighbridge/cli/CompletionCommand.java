package weighbridge.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import weighbridge.analysis.ExitStatus;

/** The completion for a shell. */
@Command(
        name = "completion",
        description = {
            "Prints the completion of commands, options and targets for bash and zsh.",
            "To have it in this shell: source <(./weighbridge completion)"
        })
final class CompletionCommand extends Subcommand {
    @Override
    public Integer call() {
        print(AutoComplete.bash("weighbridge", all()));
        return ExitStatus.DONE.code();
    }
}
