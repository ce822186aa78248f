package weighbridge.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.text.Json;

class RunJournalTest {
    private static final String SECRET = "hunter22";

    @Test
    void noSecretOfATargetPassesBy() {
        RunJournal journal = SampleRun.begun();
        List<String> command = List.of("./server", "--password", SECRET, "-Dapi.key=" + SECRET, "8000");
        String reason = "exited with 1\n    its output ends with\n        wrong password " + SECRET + "\n    command: "
                + String.join(" ", command);

        journal.put(target("a", command, Map.of(), Outcome.failedToStart(reason)));
        journal.put(target("b", command, Map.of("DB_PASS", "xyz&" + SECRET), Outcome.MEASURED));
        journal.outcome("b", Outcome.diedUnderLoad(reason + " and xyz&" + SECRET));
        journal.remark("b: it said " + SECRET);
        RunRecord run = journal.snapshot("run");

        assertThat(Json.write(run)).doesNotContain(SECRET).doesNotContain("xyz");
        TargetRecord b = run.rounds().get(0).targets().get(5);
        assertThat(b.command()).containsExactly("./server", "--password", "***", "-Dapi.key=***", "8000");
        assertThat(b.env()).isEqualTo(Map.of("DB_PASS", "***"));
        assertThat(b.requests().get(0).url()).isEqualTo("http://127.0.0.1:8000/?token=***&name=World");
        assertThat(run.remarks()).containsExactly("b: it said ***");
    }

    /** Whatever one target was given, and under whatever name: its words may stand in the urls of all. */
    @Test
    void noUrlLosesItsWords() {
        RunJournal journal = SampleRun.begun();
        Map<String, String> env = Map.of(
                "SESSION_HOST",
                "127.0.0.1",
                "AUTH_URL",
                "http://127.0.0.1:8000",
                "SESSION_PATH",
                "/sessions",
                "KEY_NAME",
                "name=World",
                "API_KEY",
                SECRET);

        journal.put(target("a", List.of("./server"), env, Outcome.MEASURED));
        journal.put(target("b", "http://127.0.0.1:8001/sessions", List.of("./server"), Map.of(), Outcome.MEASURED));
        journal.outcome("b", Outcome.diedUnderLoad("http://127.0.0.1:8001/sessions gave 500 for " + SECRET));
        List<TargetRecord> targets = journal.snapshot("run").rounds().get(0).targets();

        TargetRecord a = targets.get(targets.size() - 2);
        TargetRecord b = targets.get(targets.size() - 1);
        assertThat(a.requests().get(0).url()).isEqualTo("http://127.0.0.1:8000/?token=***&name=World");
        assertThat(a.env()).containsEntry("SESSION_HOST", "127.0.0.1").containsEntry("API_KEY", "***");
        assertThat(b.requests().get(0).url()).isEqualTo("http://127.0.0.1:8001/sessions");
        assertThat(b.outcome().reason()).isEqualTo("http://127.0.0.1:8001/sessions gave 500 for ***");
    }

    private static TargetRecord target(String name, List<String> command, Map<String, String> env, Outcome outcome) {
        String url = "http://127.0.0.1:8000/?token=" + SECRET + "&name=World";
        return target(name, url, command, env, outcome);
    }

    private static TargetRecord target(
            String name, String url, List<String> command, Map<String, String> env, Outcome outcome) {
        return new TargetRecord(
                name,
                "1.0",
                command,
                env,
                List.of(new RequestRecord("GET", url, 200)),
                1,
                false,
                1L,
                null,
                outcome,
                List.of());
    }
}
