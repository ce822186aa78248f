package weighbridge.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.analysis.GeneratorReport;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.record.Host;
import weighbridge.record.RequestRecord;
import weighbridge.record.Transport;
import weighbridge.text.Limits;
import weighbridge.workload.OpenLoad;
import weighbridge.workload.Setting;
import weighbridge.workload.Settings;
import weighbridge.workload.Steady;

/**
 * What has to be equal for figures to be comparable, by name: all that shapes the load, and the machine. Ports, PIDs, seeds,
 * the number of rounds and the place of the results shape nothing.
 */
public final class Conditions {
    private static final String SIMULATION = "simulation";
    private static final String LOAD = "load";
    private static final String MEMORY = "memory";
    private static final String MEBIBYTES = " MiB";
    private static final double MIB = 1 << 20;

    /** Two sizes of memory are one machine's where they differ by no more than this part of the greater. */
    private static final double MEMORY_TOLERANCE = 0.02;

    private static final Pattern PORT = Pattern.compile("^([a-z]+://(?:\\[[^]]*]|[^/:?#\\[]*)):\\d+");
    private static final Pattern KERNEL = Pattern.compile("^(\\d+\\.\\d+)\\..*");

    private Conditions() {}

    /** Of a whole run. */
    static Map<String, String> of(Report report) {
        Double cores = report.targets().stream()
                .map(target -> target.window().generator())
                .filter(Objects::nonNull)
                .map(GeneratorReport::cores)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return of(
                report.run().simulation(),
                report.run().settings(),
                report.run().environment(),
                cores,
                report.main().version(),
                report.main().gatling(),
                report.main().transport());
    }

    /**
     * The same by what a summary tells.
     *
     * @param generatorCores that the generator may use; null where that is not known
     * @param version of Weighbridge
     * @param transport null where that is not known
     */
    public static Map<String, String> of(
            String simulation,
            Settings settings,
            Host host,
            Double generatorCores,
            String version,
            String gatling,
            Transport transport) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put(SIMULATION, simulation);
        if (settings.workload() instanceof Steady load) {
            conditions.put(LOAD, load instanceof OpenLoad ? "open" : "closed");
        }
        conditions.putAll(settings.conditions());
        putMachine(conditions, host);
        if (generatorCores != null) {
            conditions.put("cores that the generator may use", generatorCores.toString());
        }
        conditions.put("Weighbridge", version);
        conditions.put("Gatling", gatling);
        if (transport != null) {
            conditions.put("generator's connections", transport.label());
        }
        return conditions;
    }

    static void putMachine(Map<String, String> conditions, Host host) {
        conditions.put("system", host.system() + " " + host.architecture());
        // The last part counts repairs: 6.1.0-18 and 6.1.0-21 are one kernel with and without them.
        conditions.put("kernel", KERNEL.matcher(host.kernel()).replaceFirst("$1"));
        conditions.put("processor", host.cpuModel());
        conditions.put("logical cores", Integer.toString(host.logicalCores()));
        conditions.put(MEMORY, Math.round(host.memoryBytes() / MIB) + MEBIBYTES);
        if (host.allowedMemoryBytes() != null && host.allowedMemoryBytes() < host.memoryBytes()) {
            conditions.put(
                    "memory that the control group allows", Math.round(host.allowedMemoryBytes() / MIB) + MEBIBYTES);
        }
        conditions.put("generator's Java", host.java());
        conditions.put("generator's JVM flags", String.join(" ", host.jvmFlags()));
        host.sysctls().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(sysctl -> conditions.put(sysctl.getKey(), sysctl.getValue()));
    }

    /** Of one target. Its command and its version may differ: they are what is compared. */
    static Map<String, String> of(TargetReport target) {
        TargetReport.Identity identity = target.identity();
        return ofTarget(
                identity.started(),
                identity.requests(),
                identity.callsPerUser(),
                identity.keepAlive(),
                target.window().limits());
    }

    /** The same by what a summary tells. @param started whether the run has started it @param limits null where it had none */
    public static Map<String, String> ofTarget(
            boolean started, List<RequestRecord> requests, int callsPerUser, boolean keepAlive, Limits limits) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("server", started ? "started by Weighbridge" : "ran already");
        conditions.put(
                "requests",
                requests.stream()
                        .map(request ->
                                request.method() + " " + withoutPort(request.url()) + " " + request.expectedStatus())
                        .collect(Collectors.joining(", ")));
        conditions.put("calls per user", Integer.toString(callsPerUser));
        conditions.put("keep-alive", Boolean.toString(keepAlive));
        conditions.put("limits", limits == null ? "none" : limits.text());
        return conditions;
    }

    static String withoutPort(String url) {
        Matcher port = PORT.matcher(url);
        return port.find() ? port.group(1) + url.substring(port.end()) : url;
    }

    /** What differs or is known of one only. */
    public static List<Obstacle> differences(Map<String, String> baseline, Map<String, String> other) {
        // Loads of two kinds have settings that the other has not, and what differs is the kind. It decides the default
        // of cores.
        boolean alike =
                Stream.of(SIMULATION, LOAD).allMatch(name -> Objects.equals(baseline.get(name), other.get(name)));
        return Stream.concat(baseline.keySet().stream(), other.keySet().stream())
                .distinct()
                .filter(name -> alike
                        || baseline.containsKey(name) && other.containsKey(name) && !name.equals(Setting.CORES.key()))
                .filter(name -> !isAlike(name, baseline.get(name), other.get(name)))
                .<Obstacle>map(name -> new Obstacle.Difference(name, baseline.get(name), other.get(name)))
                .toList();
    }

    private static boolean isAlike(String name, String baseline, String other) {
        return Objects.equals(baseline, other)
                || name.equals(MEMORY)
                        && baseline != null
                        && other != null
                        && isSameMachine(mebibytes(baseline), mebibytes(other));
    }

    /**
     * What the kernel keeps for itself changes by some MiB from boot to boot. A difference is taken and not rounded values:
     * wherever they are rounded, two sizes a few bytes apart may lie on both sides.
     */
    private static boolean isSameMachine(long baseline, long other) {
        return Math.abs(baseline - other) <= MEMORY_TOLERANCE * Math.max(baseline, other);
    }

    private static long mebibytes(String text) {
        return Long.parseLong(text.substring(0, text.length() - MEBIBYTES.length()));
    }
}
