package weighbridge.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weighbridge.record.Calls;
import weighbridge.record.Outcome;
import weighbridge.record.RequestRecord;
import weighbridge.record.RoundRecording;
import weighbridge.record.RunRecord;
import weighbridge.record.TargetRecord;
import weighbridge.workload.Burst;

/** What came of each single call of one target: whether it succeeded, how long it took, and why it failed. */
public final class JudgedCalls {
    /** Stands for "no answer in time" among the statuses. */
    public static final int NO_STATUS = -1;

    private final Calls calls;
    private final List<Integer> expectedStatuses;
    private final long timeoutMillis;
    /** By message, of which there are few: telling a cause anew takes longer than looking it up. */
    private final Map<String, Cause> causes = new HashMap<>();

    /**
     * @param calls of the target
     * @param expectedStatuses of a right answer to each of its requests
     * @param timeoutMillis of a call
     */
    public JudgedCalls(Calls calls, List<Integer> expectedStatuses, long timeoutMillis) {
        this.calls = calls;
        this.expectedStatuses = List.copyOf(expectedStatuses);
        this.timeoutMillis = timeoutMillis;
    }

    /** Those of the measured burst of a target in a round; none where the end of the run cut it off. */
    public static JudgedCalls measured(RunRecord run, RoundRecording round, TargetRecord target) {
        // A burst that was cut off by the end of the run tells of that end and not of the target.
        return of(run, target, target.outcome().is() == Outcome.Kind.NOT_REACHED ? Map.of() : round.calls());
    }

    /** Those of the cold burst of a target in a round; none where there was none that came to its end. */
    public static JudgedCalls cold(RunRecord run, RoundRecording round, TargetRecord target) {
        boolean whole = round.round().phases().stream()
                .anyMatch(phase -> phase.burst().kind() == Burst.Kind.COLD
                        && phase.target().equals(target.name()));
        return of(run, target, whole ? round.coldCalls() : Map.of());
    }

    private static JudgedCalls of(RunRecord run, TargetRecord target, Map<String, Calls> from) {
        List<Integer> expected =
                target.requests().stream().map(RequestRecord::expectedStatus).toList();
        return new JudgedCalls(
                from.getOrDefault(target.name(), new Calls()),
                expected,
                run.settings().timeoutMillis());
    }

    /** How many calls. */
    public int size() {
        return calls.size();
    }

    /** Start of a call, ms as {@link Calls} has it. */
    public int startMillis(int call) {
        return calls.startMillis(call);
    }

    /** End of a call, ms as {@link Calls} has it. */
    public int endMillis(int call) {
        return calls.endMillis(call);
    }

    /** How long a call took, ms. */
    public int latencyMillis(int call) {
        return calls.endMillis(call) - calls.startMillis(call);
    }

    /**
     * Whether a call was answered as expected in time. Gatling's timers run late where it has no time for them itself, and
     * it lets a right answer pass that came after the timeout. For whoever waited only so long that answer never came.
     */
    public boolean succeeded(int call) {
        return calls.ok(call) && latencyMillis(call) <= timeoutMillis;
    }

    /** The HTTP status that came, of a call that succeeded the expected one; {@value #NO_STATUS} where none did in time. */
    public int status(int call) {
        int expected = expectedStatuses.get(calls.request(call));
        return succeeded(call) ? expected : cause(call).status(expected);
    }

    /** Why a call that did not succeed failed. */
    public Cause cause(int call) {
        return calls.ok(call) ? Cause.Known.LATE : causes.computeIfAbsent(calls.message(call), Cause::of);
    }

    /** What is said of a call that did not succeed. */
    String message(int call) {
        return calls.ok(call) ? "answered after " + latencyMillis(call) + " ms" : calls.message(call);
    }

    List<Integer> expectedStatuses() {
        return expectedStatuses;
    }
}
