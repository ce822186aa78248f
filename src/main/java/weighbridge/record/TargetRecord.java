package weighbridge.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weighbridge.text.Limits;

/**
 * A target of a run.
 *
 * @param name what it is called
 * @param version what it calls its version
 * @param command what was started, the port filled in; empty where the server ran already
 * @param env variables that were set for it, sorted by name
 * @param requests what each user asked, at least one
 * @param callsPerUser calls of each user in a burst
 * @param keepAlive whether a user kept its connection
 * @param pid of the process that was weighed; null where none was
 * @param startupMillis from the start of its process to its first right answer; null where there was none
 * @param outcome what came of it
 * @param misbehaviour what it did that a server should not, in words for the user
 * @param listener who listened where it was called; null where nobody looked
 * @param javaOptions options that its JVMs took from variables which Weighbridge handed down, by variable
 * @param limits that Weighbridge set for it; null where it set none
 * @param cores processors that it was kept on, by number; null where it had those of the generator too
 */
public record TargetRecord(
        String name,
        String version,
        List<String> command,
        Map<String, String> env,
        List<RequestRecord> requests,
        int callsPerUser,
        boolean keepAlive,
        Long pid,
        Long startupMillis,
        Outcome outcome,
        List<String> misbehaviour,
        @JsonInclude(JsonInclude.Include.NON_NULL) Listener listener,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> javaOptions,
        @JsonInclude(JsonInclude.Include.NON_NULL) Limits limits,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Integer> cores) {

    /** Where nobody looked who listened, and no limits were set. */
    public TargetRecord(
            String name,
            String version,
            List<String> command,
            Map<String, String> env,
            List<RequestRecord> requests,
            int callsPerUser,
            boolean keepAlive,
            Long pid,
            Long startupMillis,
            Outcome outcome,
            List<String> misbehaviour) {
        this(
                name,
                version,
                command,
                env,
                requests,
                callsPerUser,
                keepAlive,
                pid,
                startupMillis,
                outcome,
                misbehaviour,
                null,
                Map.of(),
                null,
                null);
    }

    /** Copies the collections. */
    public TargetRecord {
        command = List.copyOf(command);
        env = Collections.unmodifiableMap(new TreeMap<>(env));
        requests = List.copyOf(requests);
        misbehaviour = List.copyOf(misbehaviour);
        javaOptions = javaOptions == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(javaOptions));
    }

    /** The same target with another outcome. */
    public TargetRecord with(Outcome other) {
        return with(pid, other, misbehaviour, listener, javaOptions);
    }

    /** The same target, of which this is said. */
    public TargetRecord with(List<String> said) {
        return with(pid, outcome, said, listener, javaOptions);
    }

    /** The same target, where this was seen too; where others serve it nobody was weighed. */
    public TargetRecord with(Listener seen) {
        Listener worst = listener == null ? seen : listener.or(seen);
        return with(worst.is() == Listener.Kind.OTHER ? null : pid, outcome, misbehaviour, worst, javaOptions);
    }

    /** The same target, whose JVMs took these options. */
    public TargetRecord withJavaOptions(Map<String, String> options) {
        return with(pid, outcome, misbehaviour, listener, options);
    }

    /** The same target, with these limits and on these processors. @param box null where there are none @param on likewise */
    public TargetRecord in(Limits box, List<Integer> on) {
        return new TargetRecord(
                name,
                version,
                command,
                env,
                requests,
                callsPerUser,
                keepAlive,
                pid,
                startupMillis,
                outcome,
                misbehaviour,
                listener,
                javaOptions,
                box,
                on);
    }

    private TargetRecord with(
            Long weighed, Outcome other, List<String> said, Listener seen, Map<String, String> options) {
        return new TargetRecord(
                name,
                version,
                command,
                env,
                requests,
                callsPerUser,
                keepAlive,
                weighed,
                startupMillis,
                other,
                said,
                seen,
                options,
                limits,
                cores);
    }
}
