package weighbridge.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import weighbridge.analysis.ExitStatus;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.text.Spelling;

/** What a user reads who gave something wrong: a line for each fault. */
final class WrongUse {
    private WrongUse() {}

    /** Of arguments that no command has. */
    static int say(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        if (command.getCommand() instanceof LoadCommand) {
            LoadCommand.forgetLatest(List.of(arguments));
        }
        if (e.getCause() instanceof InputException ours) {
            command.getErr().println(ours.getMessage());
            return ExitStatus.WRONG_INPUT.code();
        }
        faults(e, command.getCommandSpec()).forEach(fault -> command.getErr().println(fault.line()));
        return ExitStatus.WRONG_INPUT.code();
    }

    private static List<Fault> faults(ParameterException e, CommandSpec command) {
        String name = command.qualifiedName();
        String listed = "what " + name + " --help lists";
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> words = unmatched.getUnmatched();
            boolean option = words.stream().anyMatch(word -> word.startsWith("-"));
            return words.stream()
                    .filter(word -> !option || word.startsWith("-")) // a word after an unknown option is its value
                    .map(word -> new Fault(name, "", '"' + word + '"', listed, fix(word, command)))
                    .toList();
        }
        if (e instanceof MissingParameterException missing
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            String fix = "give for example " + option.longestName() + "=" + option.paramLabel();
            return List.of(new Fault(name + " " + option.longestName(), "", "no value", option.paramLabel(), fix));
        }
        if (e instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return List.of(
                    new Fault(option.longestName(), "", "it twice", "each option once", "leave one of them out"));
        }
        if (e.getArgSpec() instanceof OptionSpec option && e.getValue() != null) {
            String found = "\"" + e.getValue() + '"';
            String fix = "give for example " + option.longestName();
            return List.of(new Fault(option.longestName(), "", found, allowed(option), fix));
        }
        return List.of(new Fault(name, "", e.getMessage(), listed, "leave it out, or write it as it stands there"));
    }

    private static String allowed(OptionSpec option) {
        return option.type() == Boolean.class || option.type() == boolean.class ? "true or false" : option.paramLabel();
    }

    private static String fix(String word, CommandSpec command) {
        return meant(word, known(word, command))
                .map(meant -> "did you mean " + meant + "?")
                .orElse("leave it out, or write it as it stands there");
    }

    private static Collection<String> known(String word, CommandSpec command) {
        if (!word.startsWith("-")) {
            return command.parent() == null ? Weighbridge.names() : List.of();
        }
        List<String> names = new ArrayList<>();
        command.options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> names.addAll(List.of(option.names())));
        return names;
    }

    /** By its spelling, or the only one that begins so. */
    private static Optional<String> meant(String word, Collection<String> known) {
        String name = word.replaceFirst("=.*", "");
        List<String> longer =
                known.stream().filter(candidate -> candidate.startsWith(name)).toList();
        return Spelling.meant(name, known)
                .or(() -> name.length() > 2 && longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty());
    }

    /** Of what was given to a command; a fault of our own is one line too. */
    static int say(Exception e, CommandLine command, ParseResult parsed) {
        String text = e instanceof InputException ? e.getMessage() : Fault.oneLine("This should not happen: " + e);
        command.getErr().println(text);
        return ExitStatus.WRONG_INPUT.code();
    }
}
