package weighbridge.cli;

import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import weighbridge.analysis.ExitStatus;
import weighbridge.server.Catalogue;
import weighbridge.server.TargetState;
import weighbridge.text.Fault;

/** What can be run. */
@Command(
        name = "targets",
        description = {
            "Lists the targets that can be run by name or by group, what each needs, and whether that is there.",
            "Exit status: 0 done, 1 wrong use."
        })
final class TargetsCommand extends Subcommand {
    private static final TargetState HEAD = new TargetState("target", "group", "needs", true, "state");

    @Override
    public Integer call() {
        print(table(TargetState.of(Catalogue.of(TargetNames.FOLDER))));
        return ExitStatus.DONE.code();
    }

    static String table(List<TargetState> states) {
        StringBuilder table = new StringBuilder();
        String form = column(states, TargetState::name) + column(states, TargetState::group)
                + column(states, TargetState::needs) + "%s%n";
        table.append(line(form, HEAD));
        states.forEach(state -> table.append(line(form, state)));
        states.stream()
                .map(TargetState::state)
                .flatMap(state -> Fault.fixOf(state).stream())
                .map(fix -> "To get what is missing: " + fix)
                .distinct()
                .forEach(fix -> table.append(String.format("%s%n", fix)));
        return table.toString();
    }

    private static String line(String form, TargetState state) {
        return String.format(form, state.name(), state.group(), state.needs(), Fault.withoutFix(state.state()));
    }

    private static String column(List<TargetState> states, Function<TargetState, String> value) {
        int widest = states.stream().map(value).mapToInt(String::length).max().orElse(0);
        return "%-" + (Math.max(widest, value.apply(HEAD).length()) + 3) + "s";
    }
}
