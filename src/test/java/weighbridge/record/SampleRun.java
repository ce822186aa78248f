package weighbridge.record;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.figure.Slos;
import weighbridge.record.Reading.Counts;
import weighbridge.record.Weighing.Moment;
import weighbridge.workload.Burst;
import weighbridge.workload.Burst.Kind;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.Cores;
import weighbridge.workload.Phase;
import weighbridge.workload.Settings;

/** A made-up run with round figures, of which every format has a golden file. */
public final class SampleRun {
    private static final long MIB = 1024 * 1024;
    private static final long STARTED_AT = 1_795_428_930_123L;
    private static final long CALLS_STARTED_AT = 1_795_428_931_000L;
    private static final GeneratorHealth WELL = new GeneratorHealth(3, 0, 0, 0.02, 0, 0, 0);

    private SampleRun() {}

    /** Four targets of which three were started and weighed; nothing more has happened yet. */
    public static RunJournal begun() {
        RunJournal journal = new RunJournal(
                "weighbridge.simulation.BurstSimulation",
                "2026-11-23T10:15:30.123Z",
                new Settings(
                        List.of("good", "slow", "mortal", "broken"),
                        new BurstLoad(800, 12),
                        Duration.ofSeconds(1),
                        8000,
                        Duration.ofSeconds(2),
                        false,
                        1,
                        null,
                        Slos.of(List.of("p99 < 50 ms", "good: success >= 99.9%")),
                        null,
                        List.of(),
                        new Cores.Shared(),
                        List.of()),
                new Host(
                        "Linux",
                        "Debian GNU/Linux 12",
                        "6.1.0",
                        "amd64",
                        "Imaginary CPU",
                        2,
                        25_000_000_000L,
                        20_000L,
                        1L,
                        "Somebody 17.0.15+6",
                        List.of("-Xmx1G"),
                        Map.of("net.core.somaxconn", "4096")),
                new Main("0.1.0", "3.15.1", 100, Transport.EPOLL));
        journal.begin(1, List.of("good", "slow", "mortal", "broken"), null);
        journal.put(target("good", 8000, 101L, 512L, Outcome.NOT_REACHED));
        journal.put(target("slow", 8001, 102L, 2048L, Outcome.NOT_REACHED));
        journal.put(target("mortal", 8002, 103L, 100L, Outcome.diedUnderLoad("exited with 137")));
        journal.put(target(
                "broken",
                8003,
                null,
                null,
                Outcome.failedToStart("exited with 1\n    its output ends with\n        no such file")));
        weigh(journal, "good", Moment.IDLE, 50, 2048, 1);
        weigh(journal, "slow", Moment.IDLE, 100, 4096, 2);
        weigh(journal, "mortal", Moment.IDLE, 10, 64, 0.5);
        weigh(journal, Weighing.MAIN, Moment.IDLE, 150, 3500, 5);
        return journal;
    }

    /** One target that went well, one with failures, one that died, one that never started. */
    public static RunRecord record() {
        RunJournal journal = begun();
        journal.outcome("good", Outcome.MEASURED);
        journal.outcome("slow", Outcome.MEASURED);
        long[] floor = {900, 400, 200, 150, 160, 140, 150, 145, 155, 150};
        for (int burst = 0; burst < floor.length; burst++) {
            journal.add(phase("sink", Kind.GENERATOR_WARMUP, burst + 1, 0, floor[burst]));
        }
        journal.add(phase("good", Kind.COLD, 1, 500, 600));
        for (int burst = 1; burst <= 8; burst++) {
            journal.add(phase("good", Kind.WARMUP, burst, 900, 400));
        }
        floor(journal, "good", 900, 150, 140, 160, 155);
        window(journal, "good", 60, 80L, 1000, 1.5, 2.0, 0, WELL);
        journal.add(phase("slow", Kind.COLD, 1, 2000, 1001));
        journal.add(phase("slow", Kind.WARMUP, 1, 2900, 600));
        floor(journal, "slow", 150, 150, 140, 160, 155);
        window(journal, "slow", 110, null, 3000, 3.0, 6.2, 75, new GeneratorHealth(140, 1, 140, 0.35, 2, 30, 20));
        weigh(journal, "good", Moment.AFTER, 75, 2048, 2.1);
        weigh(journal, "slow", Moment.AFTER, 90, 4096, 6.3);
        weigh(journal, Weighing.MAIN, Moment.AFTER, 200, 3500, 20);
        journal.add(new HeapWeighing("good", Moment.WARM, 10 * MIB, null));
        journal.add(new HeapWeighing("good", Moment.SETTLED, 12 * MIB, null));
        journal.add(new HeapWeighing("slow", Moment.WARM, null, "not a JVM"));
        journal.add(new HeapWeighing("slow", Moment.SETTLED, null, "not a JVM"));
        weigh(journal, "good", Moment.SETTLED, 70, 2048, 2.2);
        weigh(journal, "slow", Moment.SETTLED, 88, 4096, 6.3);
        weigh(journal, Weighing.MAIN, Moment.SETTLED, 190, 3500, 21);
        journal.complete();
        return journal.snapshot("burstsimulation-20261123101531000");
    }

    /** The run with its calls: 800, 800 with failures, 500 until death, none. */
    public static Recording recording() {
        Map<String, Calls> calls = noCalls();
        Map<String, Calls> coldCalls = noCalls();
        for (int call = 0; call < 800; call++) {
            boolean ok = call < 400;
            coldCalls.get("good").add(0, 500, 700 + call / 2, true, "");
            coldCalls.get("slow").add(0, 2000, ok ? 2900 : 3001, ok, ok ? "" : "Request timeout after 1000 ms");
        }
        for (int call = 0; call < 800; call++) {
            calls.get("good").add(0, 1000 + call / 8, 1100 + call / 4, true, "");
            addSlow(calls.get("slow"), call);
        }
        for (int call = 0; call < 500; call++) {
            boolean ok = call < 200;
            calls.get("mortal")
                    .add(0, 5000, ok ? 5100 : 5001, ok, ok ? "" : "j.n.ConnectException: Connection refused");
        }
        return recording(record(), calls, coldCalls);
    }

    /**
     * Ten samples a second: of one target whose memory grows at once and who takes half a processor until it has nothing
     * more to do, and of the process that hammers.
     */
    public static Samples samples() {
        Samples samples = new Samples();
        for (int sample = 0; sample < 100; sample++) {
            long atMillis = CALLS_STARTED_AT + 100 * sample;
            double cpuSeconds = 1 + 0.05 * Math.min(sample, 14);
            samples.add(new Sample(
                    atMillis,
                    "good",
                    new Reading(
                            (sample < 10 ? 50 : 75) * MIB,
                            1,
                            null,
                            null,
                            cpuSeconds,
                            1,
                            0,
                            new Counts(10L + sample, 31L))));
            samples.add(MadeUpSample.of(Weighing.MAIN, atMillis, (150 + sample / 2) * MIB, 5 + 0.15 * sample));
        }
        return samples;
    }

    /** A run of one round with these calls. */
    public static Recording recording(RunRecord run, Map<String, Calls> calls, Map<String, Calls> coldCalls) {
        return new Recording(
                run,
                CALLS_STARTED_AT,
                List.of(new RoundRecording(run.rounds().get(0), calls, coldCalls)),
                List.of(),
                Latencies.NONE,
                samples());
    }

    private static Map<String, Calls> noCalls() {
        Map<String, Calls> calls = new LinkedHashMap<>();
        List.of("good", "slow", "mortal", "broken").forEach(name -> calls.put(name, new Calls()));
        return calls;
    }

    private static void addSlow(Calls calls, int call) {
        if (call < 640) {
            calls.add(0, 3000, 3000 + call, true, "");
        } else if (call < 790) {
            calls.add(0, 3000, 4001, false, "Request timeout after 1000 ms");
        } else {
            calls.add(0, 3000, 3010, false, "status.find.is(200), found 503");
        }
    }

    private static TargetRecord target(String name, int port, Long pid, Long startupMillis, Outcome outcome) {
        return new TargetRecord(
                name,
                "1.0",
                List.of("./" + name, Integer.toString(port)),
                name.equals("good") ? Map.of("LEVEL", "warn", "API_KEY", "0123456789") : Map.of(),
                List.of(new RequestRecord("GET", "http://127.0.0.1:" + port + "/hello", 200)),
                1,
                false,
                pid,
                startupMillis,
                outcome,
                List.of());
    }

    private static void weigh(RunJournal journal, String name, Moment moment, long rssMiB, long vmsMiB, double cpu) {
        long atMillis = switch (moment) {
            case IDLE -> STARTED_AT;
            case WARM -> CALLS_STARTED_AT + (name.equals("good") ? 990 : 2990);
            case AFTER -> CALLS_STARTED_AT + 9000;
            case SETTLED -> CALLS_STARTED_AT + 9500;
        };
        // One whose memory is not for everybody to look into.
        boolean told = !name.equals("mortal");
        Reading reading = new Reading(
                rssMiB * MIB,
                vmsMiB * MIB,
                told ? (rssMiB - 4) * MIB : null,
                told ? (rssMiB - 8) * MIB : null,
                cpu,
                1,
                0,
                new Counts(told ? 12L : null, told ? 20L : null));
        Long peak = moment == Moment.SETTLED && name.equals("good") ? 82 * MIB : null;
        journal.add(new Weighing(name, moment, atMillis, reading, peak));
    }

    private static Phase phase(String name, Kind kind, int number, long from, long millis) {
        long start = CALLS_STARTED_AT + from;
        return new Phase(name, new Burst(kind, number), start, start + millis, 800);
    }

    private static void floor(RunJournal journal, String name, long... millis) {
        for (int burst = 0; burst < millis.length; burst++) {
            journal.add(phase(name, Kind.FLOOR, burst + 1, 0, millis[burst]));
        }
    }

    private static void window(
            RunJournal journal,
            String name,
            long warmMiB,
            Long peakMiB,
            long from,
            double cpuBefore,
            double cpuAfter,
            long overflows,
            GeneratorHealth health) {
        weigh(journal, name, Moment.WARM, warmMiB, 2048, cpuBefore);
        journal.add(phase(name, Kind.MEASURED, 1, from, 400));
        journal.add(new Window(
                name,
                edge(from, warmMiB, cpuBefore, 10, 0),
                edge(from + 1000, warmMiB, cpuAfter, 10.8, overflows),
                peakMiB == null ? null : peakMiB * MIB,
                0L,
                health,
                new Window.Connects(400, null)));
    }

    private static Window.Edge edge(long from, long rssMiB, double cpu, double mainCpu, long overflows) {
        return new Window.Edge(
                CALLS_STARTED_AT + from,
                new Reading(rssMiB * MIB, 2048 * MIB, null, null, cpu, 1, 0, new Counts(14L, 31L)),
                new Reading(200 * MIB, 3500 * MIB, null, null, mainCpu, 1, 0, Counts.UNKNOWN),
                100 + 2 * mainCpu,
                3.0,
                new Window.Evidence(
                        new TcpCounters(7 + overflows, 7 + overflows, 3 + overflows),
                        new AcceptQueue(50, 0, overflows, 1),
                        new Descriptors(40, 20_000),
                        new Descriptors(90, 20_000),
                        new LocalPorts(28_232, 30, 0),
                        new CpuAllowance(2, null)));
    }
}
