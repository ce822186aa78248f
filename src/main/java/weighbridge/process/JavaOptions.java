package weighbridge.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import weighbridge.text.Fault;

/** The variables of the environment from which every JVM takes options, that of Weighbridge and each that it starts. */
public final class JavaOptions {
    /** Their names. */
    static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** What they are set to for a JVM that is to take nothing from them. */
    public static final Map<String, String> NONE =
            VARIABLES.stream().collect(Collectors.toUnmodifiableMap(name -> name, name -> ""));

    /** Such as that of JMX, a debugger or a profiler: one process opens it, and all others end. */
    private static final Pattern PORT = Pattern.compile(
            "jdwp\\S*address=\\S*?\\d{2,5}\\b|(jmxremote(\\.rmi)?|jolokia\\S*|javaagent\\S*)[.,=:]port=\\d{2,5}\\b");

    /** What a JVM prints as an error before all else; nothing keeps it from that. */
    private static final Pattern PICKED_UP =
            Pattern.compile("(?:NOTE: )?Picked up (" + String.join("|", VARIABLES) + "):(.*)");

    /** A JVM takes what stands in quotes as one, blanks and all. */
    private static final Pattern OPTION = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*'|[\"'])+");

    /** A JVM says it first; a script may say more before it starts one. */
    private static final int START_BYTES = 1 << 16;

    private JavaOptions() {}

    /** What to say of options that only one of several JVMs can obey; empty where there are none. */
    public static Optional<String> remark(Map<String, String> environment) {
        return VARIABLES.stream()
                .filter(name -> PORT.matcher(environment.getOrDefault(name, "")).find())
                .findFirst()
                .map(name ->
                        name + " names a port and is handed down to every Java server, of which only one can open it;"
                                + " fix: start without " + name);
    }

    /** Takes options that name a port from an environment: this JVM has opened it, so that another one would end. */
    public static void removePorts(Map<String, String> environment) {
        VARIABLES.forEach(name -> environment.computeIfPresent(
                name,
                (same, options) -> Arrays.stream(options.split("\\s+"))
                        .filter(option -> !PORT.matcher(option).find())
                        .collect(Collectors.joining(" "))));
    }

    /**
     * From which of them the JVMs of a program took options, which are told without the values of properties and agents,
     * for these may be secret.
     *
     * @param log what the program printed
     * @param own variables that it was given by its target, which are no surprise
     */
    public static Map<String, String> pickedUp(Path log, Map<String, String> own) {
        Map<String, String> found = new LinkedHashMap<>();
        try (InputStream printed = Files.newInputStream(log)) {
            String start = new String(printed.readNBytes(START_BYTES), StandardCharsets.UTF_8);
            start.lines()
                    .map(PICKED_UP::matcher)
                    .filter(Matcher::matches)
                    .filter(line -> !own.containsKey(line.group(1)))
                    .forEach(line -> found.putIfAbsent(line.group(1), withoutValues(line.group(2))));
        } catch (IOException e) {
            return Map.of();
        }
        found.values().removeIf(String::isEmpty);
        return found;
    }

    private static String withoutValues(String options) {
        return OPTION.matcher(options)
                .results()
                .map(MatchResult::group)
                .map(option -> option.startsWith("-X") ? option : option.split("=", 2)[0])
                .collect(Collectors.joining(" "));
    }

    /** A message about a program that failed, with these variables as a cause that is possible. */
    public static String suspected(String message, Collection<String> variables) {
        if (variables.isEmpty()) {
            return message;
        }
        String names = String.join(" and ", variables);
        String fix = Fault.fixOf(message).map(other -> other + ", or ").orElse("") + "start without " + names;
        return Fault.withoutFix(message) + "; its JVM took options from " + names + ", which may be why; fix: " + fix;
    }
}
