package weighbridge.render;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.analysis.Report;
import weighbridge.record.RequestRecord;
import weighbridge.text.Durations;
import weighbridge.text.Fault;
import weighbridge.text.Hosts;
import weighbridge.workload.Settings;

/** How a run is made again: the settings that are not the defaults, and the command that has them. */
public final class RepeatCommand {
    /** The one that the POM names, so that it needs not be given. */
    private static final String USUAL_SIMULATION = "weighbridge.simulation.BurstSimulation";

    private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

    private final Map<String, String> settings = new LinkedHashMap<>();

    private RepeatCommand() {}

    /**
     * The command on one line, for a POSIX shell. It has neither {@code results}, which changes nothing of a run, nor
     * whatever else was given to Maven.
     */
    public static String of(Report report) {
        RepeatCommand command = new RepeatCommand();
        command.add("gatling.simulationClass", USUAL_SIMULATION, report.run().simulation());
        command.settings.putAll(settings(report));
        return Stream.concat(
                        Stream.of("./mvnw gatling:test"),
                        command.settings.entrySet().stream()
                                .map(setting -> "-D" + setting.getKey() + "=" + quoted(setting.getValue())))
                .collect(Collectors.joining(" "));
    }

    /** The settings of the run that differ from the defaults, by name, each as {@link Settings#from} reads it. */
    public static Map<String, String> settings(Report report) {
        Settings run = report.run().settings();
        Settings usual = Settings.from(run.workload().kind(), name -> null);
        Map<String, String> usualLoad = usual.workload().settings();
        RepeatCommand command = new RepeatCommand();
        command.add("targets", String.join(",", usual.targets()), String.join(",", run.targets()));
        run.workload().settings().forEach((name, value) -> command.add(name, usualLoad.get(name), value));
        command.add("timeout", text(usual.timeoutMillis()), text(run.timeoutMillis()));
        command.add("port", usual.port(), run.port());
        command.add("settle", text(usual.settleMillis()), text(run.settleMillis()));
        // Settings of all workloads stand before it.
        String warmup = command.settings.remove("warmup");
        command.add("warmup", null, warmup);
        command.add("strict", usual.strict(), run.strict());
        command.add("rounds", usual.rounds(), run.rounds());
        command.add("seed", usual.seed(), run.seed());
        command.add("slo", String.join(", ", usual.sloText()), String.join(", ", run.sloText()));
        command.add("cores", usual.cores().text(), run.cores().text());
        command.add("cpus", "", run.cpusText());
        command.add("memory", "", run.memoryText());
        command.add("allowRemote", "", String.join(",", Hosts.remote(urls(report))));
        return command.settings;
    }

    /** No run records which hosts were allowed, but those that were called had to be. */
    private static List<String> urls(Report report) {
        return report.targets().stream()
                .flatMap(target -> Stream.concat(
                        Stream.of(target.identity().url()),
                        target.identity().requests().stream().map(RequestRecord::url)))
                .toList();
    }

    private void add(String name, Object usual, Object value) {
        if (value != null && !Objects.equals(usual, value)) {
            settings.put(name, value.toString());
        }
    }

    private static String text(long millis) {
        return Durations.text(Duration.ofMillis(millis));
    }

    /** A run folder may come from somebody else, and what stands here is run: between single quotes a shell does nothing. */
    private static String quoted(String value) {
        String line = Fault.oneLine(value);
        return line.matches(PLAIN) ? line : "'" + line.replace("'", "'\\''") + "'";
    }
}
