package weighbridge.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import weighbridge.engine.GatlingStart;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.workload.Setting;
import weighbridge.workload.Workload.Kind;

/** A command that makes a run: the targets, and the settings as options. */
abstract class LoadCommand extends Subcommand {
    @Parameters(
            arity = "0..*",
            paramLabel = "<target>",
            completionCandidates = TargetNames.class,
            description =
                    "what is run: names, groups, or paths of folders with a target.yaml; default: the Java targets")
    private List<String> targets = List.of();

    @Option(
            names = "-D",
            paramLabel = "<name=value>",
            mapFallbackValue = "true",
            description = "sets a system property, as for Maven: -Dcalls=800 is --calls 800")
    private Map<String, String> properties = new LinkedHashMap<>();

    private final Set<Kind> kinds;
    private final Map<Setting, String> usual;

    /** @param kinds of runs that it makes @param usual defaults that differ from those of the settings */
    LoadCommand(Set<Kind> kinds, Map<Setting, String> usual) {
        this.kinds = kinds;
        this.usual = usual;
    }

    @Override
    final CommandLine commandLine() {
        CommandLine own = super.commandLine();
        SettingOptions.add(own.getCommandSpec(), kinds, usual);
        return own;
    }

    /** Which of its kinds it makes with these settings. */
    abstract Kind kind(Map<String, String> given);

    @Override
    public Integer call() {
        RunOrder order = order(parsed()).check();
        order.setProperties();
        return GatlingStart.run(order.simulation(), order.results());
    }

    /** The run that is asked for. @throws InputException where something is given twice */
    final RunOrder order(ParseResult parsed) {
        Map<String, String> given = new LinkedHashMap<>(properties);
        List<Fault> faults = new ArrayList<>();
        SettingOptions.given(parsed).forEach((name, value) -> {
            if (given.put(name, value) != null) {
                faults.add(twice("--" + name, "it beside -D" + name));
            }
        });
        if (!targets.isEmpty() && given.put(Setting.TARGETS.key(), named()) != null) {
            faults.add(twice("targets", "the setting beside " + String.join(" ", targets)));
        }
        if (!faults.isEmpty()) {
            throw InputException.of(faults);
        }
        usual.forEach((setting, value) -> given.putIfAbsent(setting.key(), value));
        return RunOrder.of(kind(given), given);
    }

    private String named() {
        return targets.stream().map(CallerPath::target).collect(Collectors.joining(","));
    }

    private static Fault twice(String option, String found) {
        return new Fault(option, "", found, "one of the two", "leave one of them out");
    }
}
