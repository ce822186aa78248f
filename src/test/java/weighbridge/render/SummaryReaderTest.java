package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import weighbridge.figure.Figure;
import weighbridge.text.Json;

class SummaryReaderTest {
    @Test
    void figuresOfARunWithoutRoundsAreReadWhereTheyStand() throws IOException {
        JsonNode tree = Json.tree(Files.readString(Path.of("src/test/resources/summaries/without-rounds.json")));

        IndexedRun summary = read(tree);

        IndexedRun.Target netty = summary.targets().get(1);
        assertThat(SummaryReader.isSummary(tree)).isTrue();
        assertThat(netty.name()).isEqualTo("netty");
        assertThat(netty.version()).isEqualTo("4.2.20.Final");
        assertThat(netty.figure(Figure.SUCCESS_RATIO)).isEqualTo(1.0);
        assertThat(netty.figure(Figure.SECONDS_PER_CALL)).isEqualTo(0.0019);
        assertThat(netty.figure(Figure.P50_MILLIS)).isEqualTo(21);
        assertThat(netty.figure(Figure.P99_MILLIS)).isNull(); // of 20 calls
        assertThat(netty.figure(Figure.IDLE_RSS_BYTES)).isEqualTo(64770048);
        assertThat(netty.figure(Figure.PEAK_RSS_BYTES)).isEqualTo(70279168);
        assertThat(netty.figure(Figure.CPU_SECONDS_PER_1000_CALLS)).isEqualTo(2.0835857999999985);
        assertThat(summary.settings()).isEqualTo(new IndexedRun.Settings(20, 25, null, null));
        assertThat(summary.state()).isEqualTo(IndexedRun.State.VALID);
        assertThat(summary.note()).isNull();
        assertThat(summary.machine()).isEqualTo("2 cores, AMD EPYC, 23.5 GiB, Debian GNU/Linux 12");
    }

    @Test
    void mediansComeBeforeTheFiguresOfARoundAlsoWhereThereIsNone() {
        IndexedRun.Target target = read(Json.tree("""
                                {"targets": [{"name": "a", "secondsPerCall": 9, "successRatio": 0.5, "cpuSecondsPer1000Calls": 7,
                                  "figures": {"secondsPerCall": {"median": 0.5}, "success": {"median": null}}}]}
                                """)).targets().get(0);

        assertThat(target.figure(Figure.SECONDS_PER_CALL)).isEqualTo(0.5);
        assertThat(target.figure(Figure.SUCCESS_RATIO)).isNull();
        assertThat(target.figure(Figure.CPU_SECONDS_PER_1000_CALLS)).isEqualTo(7);
    }

    /** Two bad targets of three leave the third one's line as it is. */
    @Test
    void aTargetIsAsReliableAsItIsItselfNotAsItsRun() {
        String targets = "\"targets\": [{\"name\": \"a\"}, {\"name\": \"b\"}]";

        assertThat(reliable("{\"verdict\": {\"valid\": false, \"invalidTargets\": [\"b\"]}, " + targets + "}"))
                .containsExactly(true, false);
        assertThat(reliable("{\"verdict\": {\"valid\": true, \"invalidTargets\": []}, " + targets + "}"))
                .containsExactly(true, true);
        assertThat(reliable("{\"verdict\": {\"valid\": false}, " + targets + "}"))
                .as("an early version, which judged all of them together")
                .containsExactly(false, false);
        assertThat(reliable("{\"run\": {\"complete\": false}, \"verdict\": {\"valid\": true, \"invalidTargets\": []}, "
                        + targets + "}"))
                .as("cut off")
                .containsExactly(false, false);
    }

    private static List<Boolean> reliable(String summary) {
        return read(Json.tree(summary)).targets().stream()
                .map(IndexedRun.Target::reliable)
                .toList();
    }

    @Test
    void aLoadOverTimeIsToldByItsRate() {
        IndexedRun open = read(Json.tree(SummaryJson.format(MadeUpLoads.open())));
        IndexedRun closed = read(Json.tree(SummaryJson.format(MadeUpLoads.closed())));

        assertThat(open.settings().words()).isEqualTo("steady load, 500 calls/s for 30 s, rounds 1");
        assertThat(open.targets().get(0).cells())
                .startsWith("100.0%", "500 of 500 calls/s")
                .doesNotContain("0.002000 s/call");
        assertThat(closed.settings().words()).isEqualTo("steady load, 64 users for 30 s, rounds 1");
        assertThat(closed.targets().get(0).cells()).contains("6,402 calls/s, 64 users");
        assertThat(closed.targets().get(2).cells()).contains("n/a"); // it never started
        assertThat(open.conditions()).containsEntry("rate", "500").containsEntry("load", "open");
        assertThat(open.targets().get(0).conditions()).containsEntry("requests", "GET http://127.0.0.1/hello 200");
    }

    @Test
    void aCapacityIsToldWithWhatBoundsItAndMemoryAtItsRate() {
        IndexedRun run = read(Json.tree(SummaryJson.format(MadeUpLoads.capacity())));

        assertThat(run.settings().words()).isEqualTo("capacity search, SLO p99 < 50 ms, errors < 0.1%, loads of 30 s");
        assertThat(run.targets().get(0).cells())
                .contains("4,100 calls/s, bound by the SLO", "1.21 ms", "41.2 ms", "57.0 → 100.0 MiB");
        assertThat(run.targets().get(1).cells()).contains("at least 6,000 calls/s, bound by the generator");
        assertThat(run.targets().get(2).cells()).contains("none found, bound by the SLO");
        assertThat(run.targets().get(3).rate()).isNull();
        String once = SummaryJson.format(MadeUpLoads.capacity()).replace("\"confirmed\" : 3", "\"confirmed\" : 1");
        IndexedRun unconfirmed = read(Json.tree(once));
        assertThat(unconfirmed.targets().get(0).cells())
                .contains("4,100 calls/s, confirmed in 1 of 3, bound by the SLO");
        assertThat(TargetTrends.of(List.of(unconfirmed)).get(0).lines().get(0).label())
                .isEqualTo("capacity, unconfirmed");
    }

    @Test
    void whatIsLackingOrOfAnotherKindIsNotKnown() {
        IndexedRun summary = read(Json.tree("""
                        {"run": {"settings": {"calls": 1.5, "warmup": "2"}, "startedAt": 7}, "verdict": {"valid": "yes"},
                         "targets": [{"successRatio": true, "secondsPerCall": 1e20, "memory": []}, 3]}
                        """));

        assertThat(summary.settings()).isEqualTo(new IndexedRun.Settings(null, null, null, null));
        assertThat(summary.startedAt()).isNull();
        assertThat(summary.state()).isEqualTo(IndexedRun.State.NOT_SAID);
        assertThat(summary.machine()).isNull();
        assertThat(summary.targets())
                .hasSize(2)
                .allMatch(target -> target.figures().isEmpty());
    }

    @Test
    void aRunThatWasCutOffIsThatBeforeItIsNotValid() {
        assertThat(state("{\"run\": {\"complete\": false}, \"verdict\": {\"valid\": false}}"))
                .isEqualTo(IndexedRun.State.CUT_OFF);
        assertThat(state("{\"run\": {\"complete\": true}, \"verdict\": {\"valid\": false}}"))
                .isEqualTo(IndexedRun.State.NOT_VALID);
        assertThat(state("{\"verdict\": {\"valid\": true}}")).isEqualTo(IndexedRun.State.VALID);
    }

    private static IndexedRun.State state(String json) {
        return read(Json.tree(json)).state();
    }

    private static IndexedRun read(JsonNode summary) {
        return SummaryReader.read(summary, Path.of("run"), Set.of(), null);
    }
}
