package weighbridge.workload;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import weighbridge.workload.Workload.Kind;

/**
 * What a user can choose, each by its name: a system property ({@code -Dcalls=800}), and an option of the commands that make
 * runs ({@code --calls 800}). Name, default and meaning stand here only.
 */
public enum Setting {
    TARGETS(
            "targets",
            "<target,...>",
            "jdk-httpserver,spark,dropwizard,jetty,netty",
            "names, groups, or paths of folders with a target.yaml, in the order of the run"),
    CALLS("calls", "<number>", "800", "calls at each target, all started at once", Kind.BURST),
    TIMEOUT("timeout", "<duration>", "1s", "the time from the start of a call to its complete answer"),
    PORT("port", "<number>", "8000", "port of the first target, the next ones follow; 0: free ports"),
    SETTLE("settle", "<duration>", "2s", "time without calls before a server is weighed idle, and after its load"),
    WARMUP("warmup", "<number>", "40", "most warm-up bursts before the measured one; 0: none", Kind.BURST),
    STRICT("strict", "true|false", "false", "exit status 3 where the measurement is not valid"),
    ROUNDS(
            "rounds",
            "<number>",
            "1",
            "passes over all targets, each with fresh processes; six or more give intervals and an order",
            Kind.BURST,
            Kind.STEADY),
    SEED(
            "seed",
            "<number>",
            "",
            "number that decides the order of the targets in each round; default: by the clock",
            Kind.BURST,
            Kind.STEADY),
    SLO("slo", "<SLO,...>", "", "service level objectives that each target has to keep, such as p99<50ms,errors<0.1%"),
    RATE("rate", "<calls/s>", "500", "open load: calls a second, each at its planned moment", Kind.STEADY),
    CONCURRENCY(
            "concurrency",
            "<number>",
            "",
            "closed load, in place of a rate: users who each call again once they are answered",
            Kind.STEADY),
    DURATION(
            "duration",
            "<duration>",
            "30s",
            "length of the load; of a search for a capacity, of each load that confirms it",
            Kind.STEADY,
            Kind.CAPACITY),
    KEEP_ALIVE(
            "keepAlive",
            "true|false",
            "true",
            "whether a user keeps its connection; false: a new one for each call",
            Kind.STEADY,
            Kind.CAPACITY),
    POOL("pool", "<number>", "500", "most calls in flight at once", Kind.STEADY, Kind.CAPACITY),
    LIMIT("limit", "<duration>", "10m", "time in which the capacity of each target has to be found", Kind.CAPACITY),
    CORES(
            "cores",
            "shared|apart|<servers>:<generator>",
            "shared",
            "processors of servers and generator; apart: each has half of them; by numbers: 4-7:0-3"),
    CPUS(
            "cpus",
            "<number,...>",
            "",
            "cores' worth of CPU time that each server may use, such as 0.5; several: each server in each of them"),
    MEMORY("memory", "<amount,...>", "", "memory that each server may use, such as 256MiB; several: likewise"),
    RESULTS("results", "<folder>", "results", "folder of the run folders"),
    ALLOW_REMOTE(
            "allowRemote",
            "<host,...>",
            "",
            "hosts beyond this machine that a target may run on; default: none, load goes to loopback only"),
    DETAILS("details", "true|false", "false", "prints every table, as summary.txt has them");

    private final String key;
    private final String form;
    private final String usual;
    private final String meaning;
    private final Set<Kind> kinds;

    /** @param kinds those that it is of; none stand for all */
    Setting(String key, String form, String usual, String meaning, Kind... kinds) {
        this.key = key;
        this.form = form;
        this.usual = usual;
        this.meaning = meaning;
        this.kinds = kinds.length == 0 ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(List.of(kinds));
    }

    /** Its name. */
    public String key() {
        return key;
    }

    /** What its value looks like. */
    public String form() {
        return form;
    }

    /** Its default in a run of this kind; empty where it has none. */
    public String usual(Kind kind) {
        return switch (this) {
            case SLO -> kind == Kind.CAPACITY ? CapacitySearch.DEFAULT_SLO : usual;
            // Eight hundred calls at once take more than half of a small machine to make.
            case CORES -> kind == Kind.BURST ? usual : Cores.APART.text();
            default -> usual;
        };
    }

    String usual() {
        return usual;
    }

    /** What it does. */
    public String meaning() {
        return meaning;
    }

    /** Whether a run of this kind has it; others refuse it. */
    public boolean isOf(Kind kind) {
        return kinds.contains(kind);
    }

    /** Whether its value is true or false. */
    public boolean isSwitch() {
        return form.equals("true|false");
    }

    /** Those of runs of this kind, in their order. */
    public static List<Setting> of(Kind kind) {
        return Arrays.stream(values()).filter(setting -> setting.isOf(kind)).toList();
    }
}
