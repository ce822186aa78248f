package weighbridge.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import weighbridge.analysis.ExitStatus;
import weighbridge.text.Fault;
import weighbridge.text.InputException;

/** What a user reads who gave something wrong: a line for each fault. */
final class WrongUse {
    private WrongUse() {}

    /** Of arguments that no command has. */
    static int say(ParameterException e, String[] arguments) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        List<String> found = e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().stream()
                        .map(word -> '"' + word + '"')
                        .toList()
                : List.of(e.getMessage());
        found.forEach(word -> e.getCommandLine()
                .getErr()
                .println(new Fault(
                                command,
                                "",
                                word,
                                "what " + command + " --help lists",
                                "leave it out, or write it as it stands there")
                        .line()));
        return ExitStatus.WRONG_INPUT.code();
    }

    /** Of what was given to a command; a fault of our own is one line too. */
    static int say(Exception e, CommandLine command, ParseResult parsed) {
        String text = e instanceof InputException ? e.getMessage() : Fault.oneLine("This should not happen: " + e);
        command.getErr().println(text);
        return ExitStatus.WRONG_INPUT.code();
    }
}
