package weighbridge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import weighbridge.analysis.ExitStatus;

/** What all commands have: the options for help and version, and where they write. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Weighbridge.Version.class,
        abbreviateSynopsis = true,
        sortOptions = false)
abstract class Subcommand implements Callable<Integer> {
    /** Where a run lies that is not named. */
    static final String LATEST = "results/latest";

    @Spec
    private CommandSpec spec;

    /** This command with its options. */
    CommandLine commandLine() {
        return new CommandLine(this);
    }

    /** What the command line has given to this command. */
    final ParseResult parsed() {
        return spec.commandLine().getParseResult();
    }

    /** Runs another command, and gives its exit status. */
    final int runOther(String... words) {
        CommandLine own = spec.commandLine();
        return Weighbridge.run(own.getOut(), own.getErr(), words);
    }

    /** With all commands, for what is made of them. */
    final CommandLine all() {
        return Weighbridge.commandLine();
    }

    final String name() {
        return spec.qualifiedName();
    }

    final void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    final void complain(String line) {
        spec.commandLine().getErr().println(line);
    }

    /** The code of this status, which is explained unless all went well. */
    final int end(ExitStatus status) {
        return end(status, status.meaning());
    }

    /** The same, explained in these words. */
    final int end(ExitStatus status, String meaning) {
        if (status != ExitStatus.DONE) {
            complain("Exit status " + status.code() + ": " + meaning);
        }
        return status.code();
    }
}
