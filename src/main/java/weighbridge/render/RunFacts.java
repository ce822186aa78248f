package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import weighbridge.analysis.Report;
import weighbridge.record.Host;
import weighbridge.record.SettingsRecord;
import weighbridge.render.PageContent.Fact;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.ClosedLoad;
import weighbridge.workload.OpenLoad;
import weighbridge.workload.TimedLoad;

/** What was run, on what. What is not known is left out. */
final class RunFacts {
    private RunFacts() {}

    /** The port and strictness where they differ from the defaults, and all that a reader has to know in any case. */
    static List<Fact> settings(Report report) {
        SettingsRecord settings = report.run().settings();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("targets", String.join(", ", settings.targets())));
        if (settings.workload() instanceof BurstLoad bursts) {
            facts.add(new Fact("calls in a burst", String.format(Locale.ROOT, "%,d", bursts.calls())));
        } else if (settings.workload() instanceof TimedLoad load) {
            addLoad(facts, load);
        }
        facts.add(new Fact("timeout of a call", settings.timeoutMillis() + " ms"));
        Set<String> differing = RepeatCommand.settings(report).keySet();
        if (differing.contains("port")) {
            facts.add(new Fact(
                    "port of the first target",
                    settings.port() == 0 ? "0, all get free ports" : Integer.toString(settings.port())));
        }
        facts.add(new Fact("settle", settings.settleMillis() + " ms"));
        if (settings.workload() instanceof BurstLoad bursts) {
            facts.add(new Fact("warm-up bursts", bursts.warmup() == 0 ? "none" : "at most " + bursts.warmup()));
        }
        facts.add(new Fact("rounds", Integer.toString(settings.rounds())));
        if (settings.seed() != null) {
            facts.add(new Fact("seed", settings.seed().toString()));
        }
        if (differing.contains("strict")) {
            facts.add(new Fact("strict", Boolean.toString(settings.strict())));
        }
        if (!settings.slo().isEmpty()) {
            facts.add(new Fact("promises", String.join(", ", settings.slo())));
        }
        return facts;
    }

    private static void addLoad(List<Fact> facts, TimedLoad load) {
        if (load instanceof OpenLoad open) {
            facts.add(new Fact("rate", Quantity.inWords(open.callsPerSecond()) + " calls/s"));
        } else if (load instanceof ClosedLoad closed) {
            add(facts, "users", closed.concurrency());
        }
        facts.add(new Fact("duration of a load", load.duration().toMillis() + " ms"));
        facts.add(new Fact("connections", load.keepAlive() ? "kept" : "one for each call"));
        facts.add(new Fact("calls in flight", "at most " + load.pool()));
        if (load instanceof CapacitySearch search) {
            facts.add(new Fact(
                    "limit of a search", Quantity.inWords(search.limit().toMillis() / 1000.0) + " s"));
        }
    }

    static List<Fact> machine(Host host) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "system", host.os());
        add(facts, "kernel", host.kernel());
        add(facts, "processor", host.cpuModel());
        add(facts, "cores", host.logicalCores() + " logical, " + host.architecture());
        add(facts, "memory", String.format(Locale.ROOT, "%.1f GiB", host.memoryBytes() / Math.pow(1024, 3)));
        add(facts, "open files", host.openFiles());
        return facts;
    }

    static List<Fact> kernel(Host host) {
        return host.sysctls().entrySet().stream()
                .map(setting -> new Fact(setting.getKey(), setting.getValue()))
                .toList();
    }

    static List<Fact> versions(Report report) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Weighbridge", report.main().version());
        add(facts, "Gatling", report.main().gatling());
        add(facts, "Java", report.run().environment().java());
        add(
                facts,
                "flags of the generator",
                String.join(" ", report.run().environment().jvmFlags()));
        return facts;
    }

    private static void add(List<Fact> facts, String name, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            facts.add(new Fact(name, value.toString()));
        }
    }
}
