package weighbridge.recording;

import java.util.List;

/**
 * A target of a run.
 *
 * @param name what it is called
 * @param version what it calls its version
 * @param command what was started, the port filled in
 * @param url what was called
 * @param expectedStatus of a right answer
 * @param pid of the process that the command started; null where none was
 * @param startupMillis from its start to its first right answer; null where there was none
 * @param outcome what came of it
 */
public record TargetRecord(
        String name,
        String version,
        List<String> command,
        String url,
        int expectedStatus,
        Long pid,
        Long startupMillis,
        Outcome outcome) {

    /** The same target with another outcome. */
    public TargetRecord with(Outcome other) {
        return new TargetRecord(name, version, command, url, expectedStatus, pid, startupMillis, other);
    }
}
