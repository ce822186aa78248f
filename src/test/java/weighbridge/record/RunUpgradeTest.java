package weighbridge.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import weighbridge.text.Json;

class RunUpgradeTest {
    private static final Path RUNS = Path.of("src/test/resources/runs");

    @Test
    void theWindowOfTheFirstSchemaIsWhatWasWeighedAroundTheBurst() {
        JsonNode run = RunUpgrade.of(Json.tree("""
                        {"schema": "weighbridge/run/1", "settings": {}, "environment": {}, "targets": [{"name": "a"}, {"name": "b"}],
                         "weighings": [
                          {"name": "a", "moment": "warm", "atMillis": 10, "reading": {"rssBytes": 1}},
                          {"name": "a", "moment": "loaded", "atMillis": 20, "reading": {"rssBytes": 2}},
                          {"name": "b", "moment": "warm", "atMillis": 30, "reading": {"rssBytes": 3}}],
                         "peaks": [{"name": "a", "peakRssBytes": 5}]}
                        """), "weighbridge/run/2");

        assertThat(run.get("windows")).isEqualTo(Json.tree("""
                                [{"name": "a", "peakRssBytes": 5, "health": null,
                                  "before": {"atMillis": 10, "target": {"rssBytes": 1, "pssBytes": null, "privateBytes": null},
                                    "main": null, "machineBusySeconds": null, "evidence": null},
                                  "after": {"atMillis": 20, "target": {"rssBytes": 2, "pssBytes": null, "privateBytes": null},
                                    "main": null, "machineBusySeconds": null, "evidence": null}}]
                                """));
        assertThat(run.has("peaks")).isFalse();
        assertThat(run.at("/environment/cpuResolutionNanos").isNull()).isTrue();
        assertThat(run.at("/settings/strict").asBoolean()).isFalse();
        assertThat(run.get("remarks")).isEmpty();
    }

    @Test
    void aUrlBecomesTheOneRequestOfEachUser() {
        JsonNode run = RunUpgrade.of(Json.tree("""
                        {"schema": "weighbridge/run/2", "targets": [{"name": "a", "url": "http://x/", "expectedStatus": 204}]}
                        """), "weighbridge/run/3");

        assertThat(run.at("/targets/0")).isEqualTo(Json.tree("""
                                {"name": "a", "requests": [{"method": "GET", "url": "http://x/", "expectedStatus": 204}],
                                 "callsPerUser": 1, "keepAlive": false, "misbehaviour": [], "env": {}}
                                """));
    }

    @Test
    void burstsAtTheSinkAreAFloorOnlyWhereOthersWarmedTheGenerator() {
        assertThat(kinds("cold", "floor", "measured")).containsExactly("cold", "generator_warmup", "measured");
        assertThat(kinds("generator_warmup", "floor")).containsExactly("generator_warmup", "floor");
    }

    private static List<String> kinds(String... kinds) {
        ObjectNode run = (ObjectNode) Json.tree("{\"schema\": \"weighbridge/run/2\"}");
        for (String kind : kinds) {
            run.withArray("phases").addObject().putObject("burst").put("kind", kind);
        }
        return RunTree.each(RunUpgrade.of(run, "weighbridge/run/3"), "phases").stream()
                .map(phase -> phase.at("/burst/kind").asString())
                .toList();
    }

    @Test
    void evidenceBesideAReadingMovesIntoARoomOfItsOwn() {
        JsonNode run = RunUpgrade.of(Json.tree("""
                        {"schema": "weighbridge/run/2", "windows": [
                          {"before": {"atMillis": 1, "target": {}, "main": {}, "tcp": {"listenDrops": 3}, "ports": null},
                           "after": {"atMillis": 2, "target": null, "main": {}, "machineBusySeconds": 7, "evidence": {}}}]}
                        """), "weighbridge/run/3");

        assertThat(run.at("/windows/0/before")).isEqualTo(Json.tree("""
                                {"atMillis": 1, "target": {"stopped": null}, "main": {"stopped": null}, "machineBusySeconds": null,
                                 "evidence": {"tcp": {"listenDrops": 3}, "acceptQueue": null, "targetFiles": null, "mainFiles": null,
                                  "ports": null, "allowance": null}}
                                """));
        assertThat(run.at("/windows/0/after")).isEqualTo(Json.tree("""
                                {"atMillis": 2, "target": null, "main": {"stopped": null}, "machineBusySeconds": 7, "evidence": {}}
                                """));
        assertThat(run.at("/windows/0/stoppedMillis").isNull()).isTrue();
    }

    @Test
    void aRunWithoutRoundsIsOneRound() {
        JsonNode run = RunUpgrade.of(Json.tree("""
                        {"schema": "weighbridge/run/3", "settings": {"calls": 20}, "remarks": ["kept"],
                         "targets": [{"name": "a"}, {"name": "b", "env": {"LEVEL": "1"}}],
                         "phases": [{"target": "sink"}], "weighings": [1], "heaps": [2], "windows": [3]}
                        """), "weighbridge/run/4");

        assertThat(run).isEqualTo(Json.tree("""
                                {"schema": "weighbridge/run/4", "settings": {"calls": 20, "rounds": 1, "seed": null, "slo": []},
                                 "remarks": ["kept"],
                                 "rounds": [{"number": 1, "order": ["a", "b"], "again": null,
                                  "targets": [{"name": "a", "env": {}}, {"name": "b", "env": {"LEVEL": "1"}}],
                                  "phases": [{"target": "sink"}], "weighings": [1], "heaps": [2], "windows": [3]}]}
                                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema-1-early", "schema-1", "schema-2-early", "schema-2", "schema-3"})
    void aRealRunOfAnySchemaGoesAllTheWayAndItsOwnTreeStaysAsItWas(String folder) throws IOException {
        JsonNode run = Json.tree(Files.readString(RUNS.resolve(folder).resolve("run.json")));
        JsonNode before = run.deepCopy();

        ObjectNode upgraded = RunUpgrade.of(run, "weighbridge/run/4");

        assertThat(run).isEqualTo(before);
        assertThat(upgraded.propertyNames())
                .containsExactlyInAnyOrder(
                        "schema",
                        "id",
                        "simulation",
                        "startedAt",
                        "complete",
                        "settings",
                        "environment",
                        "main",
                        "rounds",
                        "remarks");
        assertThat(upgraded.at("/rounds/0/targets")).hasSize(2);
        assertThat(upgraded.at("/rounds/0/windows")).hasSize(2);
    }

    @Test
    void nothingLeadsOnFromASchemaOfTheFuture() {
        JsonNode run = Json.tree("{\"schema\": \"weighbridge/run/99\"}");

        assertThat(RunUpgrade.isNeeded(run)).isFalse();
        assertThatThrownBy(() -> RunUpgrade.of(run)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allSchemasUpToTheOneThatIsWrittenCanBeRead() {
        assertThat(RunUpgrade.READABLE).startsWith("weighbridge/run/1").endsWith(RunRecord.SCHEMA);
    }
}
