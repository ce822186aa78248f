package weighbridge.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.workload.Burst;
import weighbridge.workload.Purpose;

/** Reads a run folder back. What is wrong with its log becomes a remark: whatever was measured is kept. */
public final class RecordingReader {
    private static final int MAX_ERRORS = 5;
    private static final Burst MEASURED = new Burst(Burst.Kind.MEASURED, 1);
    private static final Burst COLD = new Burst(Burst.Kind.COLD, 1);

    private RecordingReader() {}

    /** Everything that lies in this folder. */
    public static Recording read(RunFolder folder) {
        return read(folder.readRun(), folder);
    }

    /** The calls that lie in this folder, with the rest of the run as it is known already. */
    public static Recording read(RunRecord run, RunFolder folder) {
        List<RoundRecording> rounds = new ArrayList<>();
        Map<String, Request> requests = new HashMap<>();
        for (RoundRecord round : run.rounds()) {
            RoundRecording recording = new RoundRecording(round, noCalls(round), noCalls(round));
            rounds.add(recording);
            List<ProbeRecord> confirming = round.lastProbes(Purpose.CONFIRM);
            String suffix = RoundRecord.suffix(round.number(), run.settings().rounds());
            for (TargetRecord target : round.targets()) {
                String name = target.name();
                Calls calls = recording.calls().get(name);
                Calls cold = recording.coldCalls().get(name);
                for (int request = 0; request < target.requests().size(); request++) {
                    requests.put(MEASURED.requestName(name, request) + suffix, new Request(calls, request));
                    requests.put(COLD.requestName(name, request) + suffix, new Request(cold, request));
                    for (ProbeRecord probe : confirming) {
                        // Of a capacity that was looked for, the measured calls are those of the load that confirmed
                        // it.
                        if (probe.target().equals(name)) {
                            requests.put(probe.requestName(request), new Request(calls, request));
                        }
                    }
                }
            }
        }
        List<String> damage = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        boolean loaded = run.rounds().stream()
                .flatMap(round -> round.targets().stream())
                .anyMatch(target -> target.outcome().is() != Outcome.Kind.FAILED_TO_START);
        Long callsStartedAtMillis = null;
        if (Files.exists(folder.simulationLog())) {
            callsStartedAtMillis = onTimeOfRun(readLog(folder, requests, damage, remarks), run.logOffsetMillis());
        } else if (loaded) {
            damage.add("there is no " + folder.simulationLog().getFileName() + ": no call can be counted");
        }
        rounds.forEach(round -> requireLogged(round, folder, damage));
        boolean probed = run.rounds().stream().anyMatch(round -> !round.probes().isEmpty());
        if (probed && !Files.exists(folder.latencies())) {
            damage.add("there is no " + folder.latencies().getFileName() + ": no SLO of a load can be checked");
        }
        Latencies latencies = LatencyReader.read(folder.latencies(), damage);
        return new Recording(run, callsStartedAtMillis, rounds, damage, remarks, latencies, samples(folder, remarks));
    }

    /** Whether the log has what was logged of each load over time, which is not all where its calls are many. */
    private static void requireLogged(RoundRecording round, RunFolder folder, List<String> damage) {
        round.round()
                .measuredLoads()
                .filter(probe -> probe.calls() != null && probe.stopped() == null)
                .forEach(probe -> {
                    int found = round.calls().get(probe.target()).size();
                    if (found < probe.calls().logged()) {
                        damage.add(folder.simulationLog().getFileName() + " has " + found + " of "
                                + probe.calls().logged() + " calls of " + probe.target() + " that were logged");
                    }
                });
    }

    private static Long onTimeOfRun(Long logMillis, Long offsetMillis) {
        return logMillis == null || offsetMillis == null ? logMillis : Long.valueOf(logMillis + offsetMillis);
    }

    private static Samples samples(RunFolder folder, List<String> remarks) {
        try {
            return Samples.read(folder);
        } catch (IOException e) {
            remarks.add(folder.samples().getFileName() + " cannot be read (" + e + "): samples are not reported");
            return new Samples();
        }
    }

    /** Whose calls a name in the log stands for, and which of its requests. */
    private record Request(Calls calls, int index) {}

    private static Map<String, Calls> noCalls(RoundRecord round) {
        Map<String, Calls> calls = new LinkedHashMap<>();
        round.targets().forEach(target -> calls.put(target.name(), new Calls()));
        return calls;
    }

    /** Delivers the calls. @return start of the log; null where it does not come as far as to tell it */
    private static Long readLog(
            RunFolder folder, Map<String, Request> requests, List<String> damage, List<String> remarks) {
        String file = folder.simulationLog().getFileName().toString();
        Log log = new Log(requests);
        try {
            LogEnd ending = SimulationLogReader.read(folder.simulationLog(), log);
            if (ending.truncated()) {
                damage.add(file + " ends in the middle of a record, after " + ending.records() + " whole ones");
            }
        } catch (SimulationLogException e) {
            damage.add(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        log.errors.entrySet().stream()
                .limit(MAX_ERRORS)
                .forEach(
                        error -> remarks.add(file + ": Gatling met " + error.getValue() + " times: " + error.getKey()));
        return log.startedAtMillis;
    }

    /** Sorts what a log holds. */
    private static final class Log implements RecordVisitor {
        private final Map<String, Request> requests;
        private final Map<String, Integer> errors = new LinkedHashMap<>();
        private Long startedAtMillis;

        Log(Map<String, Request> requests) {
            this.requests = requests;
        }

        @Override
        public void run(long startEpochMillis) {
            startedAtMillis = startEpochMillis;
        }

        @Override
        public void request(String name, int start, int end, boolean ok, String message) {
            Request request = requests.get(name);
            if (request != null) {
                request.calls().add(request.index(), start, end, ok, message);
            }
        }

        @Override
        public void error(String message) {
            errors.merge(message, 1, Integer::sum);
        }
    }
}
