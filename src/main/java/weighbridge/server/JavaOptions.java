package weighbridge.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The variables of the environment from which every JVM takes options, that of Weighbridge and each that it starts. */
public final class JavaOptions {
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** Such as that of JMX, a debugger or a profiler: one process opens it, and all others end. */
    private static final Pattern PORT = Pattern.compile(
            "jdwp\\S*address=\\S*?\\d{2,5}\\b|(jmxremote(\\.rmi)?|jolokia\\S*|javaagent\\S*)[.,=:]port=\\d{2,5}\\b");

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
}
