package weighbridge.recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.load.Burst;
import weighbridge.load.Phase;
import weighbridge.recording.Weighing.Moment;
import weighbridge.sample.Host;
import weighbridge.sample.Reading;

/** A made-up run with round figures, of which every format has a golden file. */
public final class SampleRun {
    private static final long MIB = 1024 * 1024;

    private SampleRun() {}

    /** One target that went well, one with failures, one that died, one that never started. */
    public static RunRecord record() {
        RunJournal journal = new RunJournal(
                "weighbridge.simulation.BurstSimulation",
                "2026-11-23T10:15:30.123Z",
                new SettingsRecord(List.of("good", "slow", "mortal", "broken"), 800, 1000, 8000, 2000, 12, false),
                new Host(
                        "Linux",
                        "Debian GNU/Linux 12",
                        "6.1.0",
                        "amd64",
                        "Imaginary CPU",
                        2,
                        25_000_000_000L,
                        20_000L,
                        "Somebody 17.0.15+6",
                        List.of("-Xmx1G"),
                        Map.of("net.core.somaxconn", "4096")),
                new Main("0.1.0", "3.15.1", 100));
        journal.put(target("good", 8000, 101L, 512L, new Outcome.Measured()));
        journal.put(target("slow", 8001, 102L, 2048L, new Outcome.Measured()));
        journal.put(target("mortal", 8002, 103L, 100L, new Outcome.DiedUnderLoad("exited with 137")));
        journal.put(target(
                "broken",
                8003,
                null,
                null,
                new Outcome.FailedToStart("exited with 1\n    its output ends with\n        no such file")));
        weigh(journal, "good", Moment.IDLE, 50, 2048, 1);
        weigh(journal, "slow", Moment.IDLE, 100, 4096, 2);
        weigh(journal, "mortal", Moment.IDLE, 10, 64, 0.5);
        weigh(journal, Weighing.MAIN, Moment.IDLE, 150, 3500, 5);
        window(journal, "good", 60, 80, 1000, 1.5, 2.0);
        window(journal, "slow", 110, 300, 3000, 3.0, 6.2);
        weigh(journal, "good", Moment.AFTER, 75, 2048, 2.1);
        weigh(journal, "slow", Moment.AFTER, 90, 4096, 6.3);
        weigh(journal, Weighing.MAIN, Moment.AFTER, 200, 3500, 20);
        journal.complete();
        return journal.snapshot("burstsimulation-20261123101531000");
    }

    /** The run with its calls: 800, 800 with failures, 500 until death, none. */
    public static Recording recording() {
        Map<String, Calls> calls = new LinkedHashMap<>();
        calls.put("good", new Calls());
        calls.put("slow", new Calls());
        calls.put("mortal", new Calls());
        calls.put("broken", new Calls());
        for (int call = 0; call < 800; call++) {
            calls.get("good").add(1000 + call / 8, 1100 + call / 4, true, "");
            addSlow(calls.get("slow"), call);
        }
        for (int call = 0; call < 500; call++) {
            boolean ok = call < 200;
            calls.get("mortal").add(5000, ok ? 5100 : 5001, ok, ok ? "" : "j.n.ConnectException: Connection refused");
        }
        return new Recording(record(), calls, List.of());
    }

    private static void addSlow(Calls calls, int call) {
        if (call < 640) {
            calls.add(3000, 3000 + call, true, "");
        } else if (call < 790) {
            calls.add(3000, 4001, false, "Request timeout to 127.0.0.1/127.0.0.1:8001 after 1000 ms");
        } else {
            calls.add(3000, 3010, false, "status.find.is(200), found 503");
        }
    }

    private static TargetRecord target(String name, int port, Long pid, Long startupMillis, Outcome outcome) {
        return new TargetRecord(
                name,
                "1.0",
                List.of("./" + name, Integer.toString(port)),
                "http://127.0.0.1:" + port + "/hello",
                200,
                pid,
                startupMillis,
                outcome);
    }

    private static void weigh(RunJournal journal, String name, Moment moment, long rssMiB, long vmsMiB, double cpu) {
        // One whose memory is not for everybody to look into.
        boolean told = !name.equals("mortal");
        Reading reading = new Reading(
                rssMiB * MIB, vmsMiB * MIB, told ? (rssMiB - 4) * MIB : null, told ? (rssMiB - 8) * MIB : null, cpu, 1);
        journal.add(new Weighing(name, moment, 1_795_428_930_123L, reading));
    }

    private static void window(
            RunJournal journal, String name, long warmMiB, long peakMiB, long from, double cpuBefore, double cpuAfter) {
        long start = 1_795_428_931_000L + from;
        weigh(journal, name, Moment.WARM, warmMiB, 2048, cpuBefore);
        journal.add(new Phase(name, new Burst(Burst.Kind.WARMUP, 1), start - 1000, start - 1, 800));
        journal.add(new Phase(name, new Burst(Burst.Kind.MEASURED, 1), start, start + 400, 800));
        weigh(journal, name, Moment.LOADED, warmMiB, 2048, cpuAfter);
        journal.add(new Peak(name, peakMiB * MIB));
    }
}
