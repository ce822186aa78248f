package weighbridge.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import weighbridge.workload.Phase;
import weighbridge.workload.Settings;

/**
 * Gathers a run while it goes on; {@link #snapshot} can be written at any moment. Thread-safe. Whatever comes from a
 * target enters the recording here, and its secrets are masked here.
 */
public final class RunJournal {
    private final String simulation;
    private final String startedAt;
    private final Settings settings;
    private final Host environment;
    private Main main;
    private final List<RoundJournal> rounds = new ArrayList<>();
    private RoundJournal now;
    private final List<String> remarks = new ArrayList<>();
    /** The longest first, for one may be a part of another. */
    private final Set<String> secrets =
            new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private Long logOffsetMillis;
    private boolean complete;

    /** Of a run that begins. */
    public RunJournal(String simulation, String startedAt, Settings settings, Host environment, Main main) {
        this.simulation = simulation;
        this.startedAt = startedAt;
        this.settings = settings;
        this.environment = environment;
        this.main = main;
    }

    /**
     * From here on everything belongs to this round.
     *
     * @param number counted from 1
     * @param order names in the order in which they will be hammered
     * @param again which of them runs twice; null where none does
     */
    public synchronized void begin(int number, List<String> order, String again) {
        now = new RoundJournal(number, order, again);
        rounds.add(now);
    }

    /** Adds a target, or replaces what is known of it. Targets keep the order in which they came first. */
    public synchronized void put(TargetRecord target) {
        secrets.addAll(Secrets.values(target.command(), target.env()));
        List<RequestRecord> requests =
                target.requests().stream().map(RunJournal::masked).toList();
        now.targets.put(
                target.name(),
                new TargetRecord(
                        target.name(),
                        masked(target.version(), requests),
                        Secrets.inArguments(target.command()),
                        Secrets.inVariables(target.env()),
                        requests,
                        target.callsPerUser(),
                        target.keepAlive(),
                        target.pid(),
                        target.startupMillis(),
                        target.outcome().with(text -> masked(text, requests)),
                        target.misbehaviour().stream()
                                .map(text -> masked(text, requests))
                                .toList(),
                        target.listener(),
                        Secrets.inVariables(target.javaOptions()),
                        target.limits(),
                        target.cores()));
    }

    /** Changes what came of a target. */
    public synchronized void outcome(String name, Outcome outcome) {
        now.targets.computeIfPresent(
                name, (same, target) -> target.with(outcome.with(text -> masked(text, target.requests()))));
    }

    /** Only what is a secret in itself: the words of a url are no secret because some target was given one of them. */
    private static RequestRecord masked(RequestRecord request) {
        return new RequestRecord(request.method(), Secrets.inText(request.url()), request.expectedStatus());
    }

    /**
     * What a target was given is masked wherever it comes back, such as at the end of its output, but for what stands in a
     * url of these requests.
     */
    private String masked(String text, List<RequestRecord> requests) {
        String masked = text;
        for (String secret : secrets) {
            if (requests.stream().noneMatch(request -> request.url().contains(secret))) {
                masked = masked.replace(secret, Secrets.MASK);
            }
        }
        return Secrets.inText(masked);
    }

    /** Changes what a target did that a server should not. */
    public synchronized void misbehaviour(String name, List<String> sentences) {
        now.targets.computeIfPresent(
                name,
                (same, target) -> target.with(sentences.stream()
                        .map(text -> masked(text, target.requests()))
                        .toList()));
    }

    /** Adds who listened where a target was called. Where that were others, what was weighed is not the target's. */
    public synchronized void listener(String name, Listener listener) {
        now.targets.computeIfPresent(name, (same, target) -> target.with(listener));
        if (listener.is() == Listener.Kind.OTHER) {
            now.dropWeights(name);
        }
    }

    /** Adds options that the JVMs of a target took from variables, by variable. */
    public synchronized void javaOptions(String name, Map<String, String> options) {
        now.targets.computeIfPresent(name, (same, target) -> target.withJavaOptions(Secrets.inVariables(options)));
    }

    /** Adds a phase that has ended. */
    public synchronized void add(Phase phase) {
        now.phases.add(phase);
    }

    /** Adds a weighing. */
    public synchronized void add(Weighing weighing) {
        now.weighings.add(weighing);
    }

    /** Whether anything was weighed yet. */
    public synchronized boolean hasWeighings() {
        return rounds.stream().anyMatch(round -> !round.weighings.isEmpty());
    }

    /** Adds a live heap. */
    public synchronized void add(HeapWeighing heap) {
        now.heaps.add(heap);
    }

    /** Adds a window that has ended. */
    public synchronized void add(Window window) {
        now.windows.add(window);
    }

    /** Adds a stretch of load that has ended. */
    public synchronized void add(ProbeRecord probe) {
        now.probes.add(probe);
    }

    /** Adds what went wrong in the run itself, in words for the user. */
    public synchronized void remark(String remark) {
        List<RequestRecord> requests = now == null
                ? List.of()
                : now.targets.values().stream()
                        .flatMap(target -> target.requests().stream())
                        .toList();
        remarks.add(place() + masked(remark, requests));
    }

    /** What a remark begins with, so that a reader knows where it belongs. */
    private String place() {
        return now == null || settings.rounds() == 1 ? "" : "round " + now.number + ": ";
    }

    /** The load begins. @param logOffset what the times of Gatling's log lack to be times of this run, ms */
    public synchronized void begun(long logOffset, Transport transport) {
        logOffsetMillis = logOffset;
        main = main.with(transport);
    }

    /** The run came to its end. */
    public synchronized void complete() {
        complete = true;
    }

    /** All so far. @param id name of the run folder */
    public synchronized RunRecord snapshot(String id) {
        return new RunRecord(
                RunRecord.SCHEMA,
                id,
                simulation,
                startedAt,
                complete,
                settings,
                environment,
                main,
                logOffsetMillis,
                rounds.stream().map(RoundJournal::snapshot).toList(),
                remarks);
    }
}
