package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import weighbridge.analysis.Report;
import weighbridge.record.Host;
import weighbridge.record.Transport;
import weighbridge.render.Sheet.*;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.ClosedLoad;
import weighbridge.workload.Cores;
import weighbridge.workload.OpenLoad;
import weighbridge.workload.Settings;
import weighbridge.workload.TimedLoad;

/** What was run, on what. */
final class RunSection {
    private static final double GIB = 1 << 30;

    private RunSection() {}

    /** In five lines. */
    static Facts brief(Report report) {
        Map<String, String> settings = RepeatCommand.settings(report);
        String differing = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        Host host = report.run().environment();
        return new Facts(List.of(
                new Fact(
                        "Run",
                        report.run().id() + ", started " + report.run().startedAt() + ", "
                                + report.run().simulation()),
                settings.isEmpty()
                        ? new Fact("Settings", "the defaults")
                        : new Fact("Settings", differing, Content.CODE, Mark.NONE),
                new Fact("Machine", machineLine(host)),
                new Fact(
                        "JDK",
                        Numbers.orNone(host.java())
                                + (host.jvmFlags().isEmpty()
                                        ? ""
                                        : ", generator with " + String.join(" ", host.jvmFlags()))),
                new Fact(
                        "Versions",
                        "Weighbridge " + Numbers.orNone(report.main().version()) + ", Gatling "
                                + Numbers.orNone(report.main().gatling())
                                + (transport(report).isEmpty() ? "" : " with " + transport(report)))));
    }

    private static String machineLine(Host host) {
        return Numbers.orNone(host.os()) + ", kernel " + Numbers.orNone(host.kernel()) + ", "
                + Numbers.orNone(host.architecture()) + ", " + Numbers.orNone(host.cpuModel()) + ", "
                + host.logicalCores() + " logical cores, " + Numbers.fixed(host.memoryBytes() / GIB, 1)
                + " GiB of memory";
    }

    /** What was set, the machine, its kernel's settings and the versions. */
    static List<Facts> all(Report report) {
        Host host = report.run().environment();
        return List.of(settings(report), machine(host), kernel(host), versions(report));
    }

    /** The port and strictness where they differ from the defaults, and all that a reader has to know in any case. */
    static Facts settings(Report report) {
        Settings settings = report.run().settings();
        Set<String> differing = RepeatCommand.settings(report).keySet();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("targets", String.join(", ", settings.targets())));
        if (settings.workload() instanceof BurstLoad bursts) {
            facts.add(new Fact("calls per burst", Numbers.count(bursts.calls())));
        } else if (settings.workload() instanceof TimedLoad load) {
            addLoad(facts, load);
        }
        facts.add(new Fact("timeout", settings.timeoutMillis() + " ms"));
        if (differing.contains("port")) {
            facts.add(new Fact(
                    "port of the first target",
                    settings.port() + (settings.port() == 0 ? ", all get free ports" : "")));
        }
        facts.add(new Fact("settle", settings.settleMillis() + " ms"));
        if (settings.workload() instanceof BurstLoad bursts) {
            facts.add(new Fact("warm-up bursts", bursts.warmup() == 0 ? "none" : "at most " + bursts.warmup()));
        }
        if (settings.cores() instanceof Cores.Listed split) {
            facts.add(new Fact(
                    "processors",
                    "servers " + split.servers().text() + ", generator "
                            + split.generator().text()));
        }
        add(facts, "rounds", settings.rounds());
        add(facts, "seed", settings.seed());
        if (differing.contains("strict")) {
            add(facts, "strict", settings.strict());
        }
        add(facts, "SLOs", String.join(", ", settings.sloText()));
        return new Facts(facts);
    }

    private static void addLoad(List<Fact> facts, TimedLoad load) {
        if (load instanceof OpenLoad open) {
            facts.add(new Fact("rate", Numbers.brief(open.callsPerSecond()) + " calls/s"));
        } else if (load instanceof ClosedLoad closed) {
            add(facts, "users", closed.concurrency());
        }
        facts.add(new Fact("load duration", load.duration().toMillis() + " ms"));
        facts.add(new Fact("connections", load.keepAlive() ? "keep-alive" : "one for each call"));
        facts.add(new Fact("calls in flight", "at most " + load.pool()));
        if (load instanceof CapacitySearch search) {
            facts.add(new Fact("search limit", Numbers.brief(search.limit().toMillis() / 1000.0) + " s"));
        }
    }

    private static Facts machine(Host host) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "system", host.os());
        add(facts, "kernel", host.kernel());
        add(facts, "processor", host.cpuModel());
        add(facts, "cores", host.logicalCores() + " logical, " + host.architecture());
        add(facts, "memory", Numbers.fixed(host.memoryBytes() / GIB, 1) + " GiB");
        add(facts, "open files", host.openFiles());
        return new Facts(facts);
    }

    private static Facts kernel(Host host) {
        return new Facts(host.sysctls().entrySet().stream()
                .map(setting -> new Fact(setting.getKey(), setting.getValue()))
                .toList());
    }

    private static Facts versions(Report report) {
        Host host = report.run().environment();
        List<Fact> facts = new ArrayList<>();
        add(facts, "Weighbridge", report.main().version());
        add(facts, "Gatling", report.main().gatling());
        add(facts, "connections", transport(report));
        add(facts, "Java", host.java());
        add(facts, "flags of the generator", String.join(" ", host.jvmFlags()));
        return new Facts(facts);
    }

    private static String transport(Report report) {
        Transport transport = report.main().transport();
        return transport == null ? "" : transport.label();
    }

    /** What is not known is left out. */
    private static void add(List<Fact> facts, String name, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            facts.add(new Fact(name, value.toString()));
        }
    }
}
