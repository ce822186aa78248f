package weighbridge.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import weighbridge.engine.GatlingStart;
import weighbridge.record.RunFolder;
import weighbridge.text.Fault;
import weighbridge.text.InputException;
import weighbridge.text.TypedPath;
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

    private static final String PROPERTY = "-D" + Setting.RESULTS.key() + "=";

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
    public final Integer call() {
        forgetLatest(parsed().originalArgs());
        return run();
    }

    /** Makes the run. */
    int run() {
        RunOrder order = order(parsed()).check();
        order.setProperties();
        return GatlingStart.run(order.simulation(), order.results());
    }

    /**
     * From here on no older run is the latest one, also where this one is refused. The arguments are searched by hand, for
     * those that are refused were never parsed.
     */
    static void forgetLatest(List<String> arguments) {
        forgetLatest(results(arguments));
    }

    /** The same of the run folders in this folder. */
    static void forgetLatest(String results) {
        try {
            RunFolder.forgetLatest(TypedPath.of(results));
        } catch (IOException | InvalidPathException e) {
            // The run itself says so, where there is one.
        }
    }

    private static String results(List<String> arguments) {
        String results = Setting.RESULTS.usual(Kind.BURST);
        String option = SettingOptions.name(Setting.RESULTS);
        for (int place = 0; place < arguments.size(); place++) {
            String argument = arguments.get(place);
            if (argument.equals(option) && place + 1 < arguments.size()) {
                results = arguments.get(place + 1);
            } else if (argument.startsWith(option + "=")) {
                results = argument.substring(option.length() + 1);
            } else if (argument.startsWith(PROPERTY)) {
                results = argument.substring(PROPERTY.length());
            }
        }
        return results;
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
        return String.join(",", targets);
    }

    private static Fault twice(String option, String found) {
        return new Fault(option, "", found, "one of the two", "leave one of them out");
    }
}
