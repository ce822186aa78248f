package weighbridge.render;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.BurstReport;
import weighbridge.analysis.BurstReport.Failure;
import weighbridge.analysis.BurstReport.LatencyMillis;
import weighbridge.analysis.Cause;
import weighbridge.analysis.CpuReport;
import weighbridge.analysis.FigureReport;
import weighbridge.analysis.GeneratorReport;
import weighbridge.analysis.LatencySummary;
import weighbridge.analysis.MemoryReport;
import weighbridge.analysis.MemoryReport.Weight;
import weighbridge.analysis.Report;
import weighbridge.analysis.RoundsReport;
import weighbridge.analysis.TargetReport;
import weighbridge.analysis.TargetReport.Identity;
import weighbridge.analysis.WindowReport;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.Latency;
import weighbridge.capacity.LoadReport;
import weighbridge.figure.Figure;
import weighbridge.record.GeneratorHealth;
import weighbridge.record.Outcome.Kind;
import weighbridge.record.RequestRecord;
import weighbridge.record.SampleRun;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;

/** Reports of steady runs and of a capacity run with round figures, on the machine of the sample run. */
final class MadeUpLoads {
    private static final Report SAMPLE = Analysis.of(SampleRun.recording());
    private static final long MIB = 1 << 20;

    private MadeUpLoads() {}

    /** One target that is bound by its promises, one of which only the generator is known, one that holds nothing, one that never started. */
    static Report capacity() {
        return report(
                Workload.Kind.CAPACITY,
                Map.of("targets", "netty,jetty,webpy,dropwizard"),
                List.of(
                        measured("netty", "4.2.20.Final", 8004, 123_000, 5, null, MadeUpCards.bySlo()),
                        measured("jetty", "12.1.14", 8003, 180_000, 0, null, MadeUpCards.byGenerator()),
                        measured("webpy", "0.62", 8006, 0, 0, null, MadeUpCards.none()),
                        failed("dropwizard", 8002)));
    }

    /** 500 calls/s for 30 s: one target that keeps up and one that does not. */
    static Report open() {
        Latency planned = new Latency(15_000, 0.101, 0.5, 0.412, 0.604, 1.203, 2.514, 12.311);
        Latency actual = new Latency(15_000, 0.099, 0.42, 0.402, 0.514, 0.901, 1.604, 9.215);
        Latency stalled = new Latency(14_000, 0.101, 700, 612.351, 800.255, 900.607, 990.207, 2999.295);
        return report(
                Workload.Kind.STEADY,
                Map.of("targets", "netty,webpy"),
                List.of(
                        measured(
                                "netty",
                                "4.2.20.Final",
                                8004,
                                15_000,
                                0,
                                open(15_000, 0, planned, actual, new LoadReport.Lag(1.104, 3.071, 1.104), 0, 0.21),
                                null),
                        measured(
                                "webpy",
                                "0.62",
                                8006,
                                15_000,
                                1000,
                                open(
                                        15_000,
                                        1000,
                                        stalled,
                                        actual,
                                        new LoadReport.Lag(902.143, 1998.847, 2.207),
                                        9120,
                                        498.7),
                                null)));
    }

    /** 64 users for 30 s: one target for which Little's law holds, one for which it does not, one that never started. */
    static Report closed() {
        return report(
                Workload.Kind.STEADY,
                Map.of("targets", "netty,webpy,dropwizard", "concurrency", "64", "keepAlive", "false"),
                List.of(
                        measured(
                                "netty",
                                "4.2.20.Final",
                                8004,
                                192_060,
                                0,
                                closed(64, false, 192_060, 6402, 9.996, 0.0003),
                                null),
                        measured("webpy", "0.62", 8006, 3000, 0, closed(64, false, 3000, 99.8, 596.5, 0.0701), null),
                        failed("dropwizard", 8002)));
    }

    /** Measured, with this card. */
    static TargetReport holding(String name, CapacityReport card) {
        return measured(name, "1.0", 8000, 100, 1, null, card);
    }

    /** So many users. */
    static LoadReport closed(
            int users, boolean keepAlive, long calls, double rate, double meanMillis, double deviation) {
        Latency latency = new Latency(
                calls,
                0.2,
                meanMillis,
                meanMillis,
                1.1 * meanMillis,
                1.2 * meanMillis,
                1.5 * meanMillis,
                3 * meanMillis);
        return new LoadReport(
                "closed",
                null,
                users,
                keepAlive,
                users,
                30,
                calls,
                calls,
                rate,
                latency,
                null,
                null,
                0,
                users * (1 - deviation),
                false,
                deviation,
                null);
    }

    private static LoadReport open(
            long calls, long failed, Latency planned, Latency actual, LoadReport.Lag lag, long dry, double inFlight) {
        return new LoadReport(
                "open",
                500.0,
                null,
                true,
                500,
                30,
                calls,
                calls - failed,
                (calls - failed) / 30.01,
                actual,
                planned,
                lag,
                dry,
                inFlight,
                dry > 0,
                null,
                null);
    }

    private static Report report(Workload.Kind workload, Map<String, String> given, List<TargetReport> targets) {
        Report.Run run = SAMPLE.run();
        String simulation = workload == Workload.Kind.STEADY ? "SteadySimulation" : "CapacitySimulation";
        return new Report(
                Report.SCHEMA,
                new Report.Run(
                        simulation.toLowerCase(Locale.ROOT) + "-20261123101531000",
                        "weighbridge.simulation." + simulation,
                        run.startedAt(),
                        true,
                        Settings.from(workload, given::get),
                        run.environment()),
                new Report.Warmup(0, null, null, null),
                null,
                new RoundsReport(
                        1,
                        null,
                        List.of(new RoundsReport.Round(
                                1, targets.stream().map(TargetReport::name).toList(), null)),
                        Map.of()),
                targets,
                List.of(),
                List.of(),
                SAMPLE.main(),
                Report.Verdict.of(List.of(), List.of(), List.of()));
    }

    private static TargetReport measured(
            String name, String version, int port, int calls, int failed, LoadReport load, CapacityReport capacity) {
        Map<Integer, Integer> counter = new LinkedHashMap<>();
        if (calls > 0) {
            counter.put(200, calls - failed);
        }
        if (failed > 0) {
            counter.put(-1, failed);
        }
        boolean called = calls > 0;
        GeneratorHealth well = new GeneratorHealth(3, 0, 0, 0.02, 4, 12, 5);
        return target(
                name,
                version,
                Kind.MEASURED,
                null,
                port,
                calls,
                counter,
                failed == 0
                        ? List.of()
                        : List.of(new Failure(
                                Cause.Known.RESPONSE_TIMEOUT,
                                failed,
                                "Request timeout to 127.0.0.1:" + port + " after 1000 ms")),
                called ? (double) (calls - failed) / calls : null,
                called ? 30.01 : null,
                called
                        ? new LatencyMillis(
                                new LatencySummary(calls - failed, 0, 1.2, 1, 1, 2, 3, 31),
                                failed == 0
                                        ? null
                                        : new LatencySummary(failed, 1000, 1001, 1001, 1001, 1001, null, 1002))
                        : new LatencyMillis(null, null),
                new MemoryReport(
                        weight(57),
                        called ? weight(80) : null,
                        weight(96),
                        weight(82),
                        called ? 104 * MIB : null,
                        39 * MIB,
                        null),
                called ? new CpuReport(12, 12_000.0 / (calls - failed), 0.2) : null,
                called
                        ? new GeneratorReport(new CpuReport(15, 15_000.0 / (calls - failed), 0.25), 2.0, 0.25, 0L, well)
                        : null,
                812L,
                load,
                capacity);
    }

    private static TargetReport failed(String name, int port) {
        return target(
                name,
                "5.0.2",
                Kind.FAILED_TO_START,
                "it ended with exit status 1",
                port,
                0,
                Map.of(),
                List.of(),
                null,
                null,
                new LatencyMillis(null, null),
                new MemoryReport(null, null, null, null, null, null, null),
                null,
                null,
                null,
                null,
                null);
    }

    private static TargetReport target(
            String name,
            String version,
            Kind outcome,
            String reason,
            int port,
            int calls,
            Map<Integer, Integer> counter,
            List<Failure> failures,
            Double success,
            Double window,
            LatencyMillis latency,
            MemoryReport memory,
            CpuReport cpu,
            GeneratorReport generator,
            Long startupMillis,
            LoadReport load,
            CapacityReport capacity) {
        String url = "http://127.0.0.1:" + port + "/hello";
        Double perCall = window == null ? null : window / calls;
        Map<Figure, Double> known = new LinkedHashMap<>();
        known.put(Figure.SUCCESS_RATIO, success);
        known.put(Figure.SECONDS_PER_CALL, perCall);
        known.put(Figure.PEAK_RSS_BYTES, memory.peakRssBytes() == null ? null : (double) memory.peakRssBytes());
        known.put(
                Figure.IDLE_RSS_BYTES,
                memory.idle() == null ? null : (double) memory.idle().rssBytes());
        known.put(Figure.STARTUP_MILLIS, startupMillis == null ? null : (double) startupMillis);
        Map<Figure, FigureReport> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            figures.put(figure, FigureReport.of(Collections.singletonList(known.get(figure))));
        }
        Long pid = outcome == Kind.MEASURED ? (long) port - 7900 : null;
        List<RequestRecord> requests = List.of(new RequestRecord("GET", url, 200));
        Integer inFlight = calls == 0 ? null : 64;
        Integer spreadMillis = calls == 0 ? null : 29_998;
        return new TargetReport(
                new Identity(name, version, outcome, reason, List.of(), true, pid, url, requests, 1, false, null),
                new BurstReport(calls, counter, failures, success, window, perCall, inFlight, spreadMillis, latency),
                null,
                null,
                null,
                new Report.Warmup(0, null, null, null),
                null,
                memory,
                new WindowReport(
                        cpu == null ? null : cpu.secondsPer1000Calls(),
                        cpu,
                        generator,
                        calls == 0 ? null : 0.05,
                        null,
                        null,
                        null,
                        null),
                startupMillis,
                1,
                figures,
                load,
                capacity);
    }

    private static Weight weight(long mebibytes) {
        return new Weight(mebibytes * MIB, 2048 * MIB, (mebibytes - 4) * MIB, (mebibytes - 8) * MIB);
    }
}
