package weighbridge.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run folders for the tests of the index: one of each kind. */
final class StoredRuns {
    static final String HOSTILE = "javascript:alert(1)<img src=x onerror=alert(2)>\"'&%00";

    private StoredRuns() {}

    /** A folder of each kind, and what is no run. */
    static void ofEachKind(Path results) throws IOException {
        real(results, "burstsimulation-20261123120500001", "early.json", "index.html", "summary.txt");
        real(
                results,
                "burstsimulation-20261123120600002",
                "without-rounds.json",
                "index.html",
                "summary.txt",
                "report.html",
                "junit.xml");
        write(results, "burstsimulation-20261123120700003", ROUNDS, "index.html", "summary.txt");
        write(results, "burstsimulation-20261123120800004", CUT_OFF, "summary.txt");
        write(results, HOSTILE, ofHostileNames(), "index.html", "summary.txt");
        touch(results.resolve("burstsimulation-20261123120900005"), "run.json", "simulation.log");
        touch(results.resolve("$(reboot) -20261123121000006"), "run.json");
        touch(results.resolve("burstsimulation-20261123121100007"), "simulation.log");
        write(results, "burstsimulation-20261123121200008", "{\"schema\" : \"weighbridge/summ");
        write(results, "burstsimulation-20261123121300009", "[]");
        write(results, "burstsimulation-99999999999999999", "{\"schema\": \"weighbridge/summary/1\", \"targets\": 5}");
        Files.createDirectories(results.resolve("burstsimulation-20261123121400010/summary.json"));

        touch(results.resolve("notes"), "shopping.txt");
        touch(results.resolve(".running"), "summary.json");
        Files.createSymbolicLink(results.resolve("latest"), Path.of("burstsimulation-20261123120600002"));
    }

    /** Bursts, steady loads of two rates and a search for capacities, on one machine. */
    static void ofEachWorkload(Path results) throws IOException {
        String steady = SummaryJson.format(MadeUpLoads.open()) // whose figures over the rounds nobody has made up
                .replaceAll(
                        "(\"p99\" : \\{\\s+\"values\" : \\[\\s+)null(\\s+],\\s+\"count\" : )0(,\\s+\"median\" : )null",
                        "$12.514$21$32.514");
        String slower = steady.replace("\"callsPerSecond\" : 500.0", "\"callsPerSecond\" : 200.0")
                .replace("\"offeredCallsPerSecond\" : 500.0", "\"offeredCallsPerSecond\" : 200.0");
        run(results, "steadysimulation-20261123120100001", steady);
        run(results, "steadysimulation-20261123120200002", steady.replace("2.514", "3.25"));
        run(results, "steadysimulation-20261123120300003", slower);
        run(results, "steadysimulation-20261123120400004", SummaryJson.format(MadeUpLoads.closed()));
        run(results, "capacitysimulation-20261123120500005", SummaryJson.format(MadeUpLoads.capacity()));
        run(
                results,
                "burstsimulation-20261123120600006",
                Files.readString(Path.of("src/test/resources/golden/summary.json")));
        run(results, "steadysimulation-20261123120700007", steady);
    }

    /** That started when its name says. */
    private static void run(Path results, String name, String summary) throws IOException {
        String minute = name.substring(name.length() - 7, name.length() - 5);
        write(
                results,
                name,
                summary.replaceFirst(
                        "\"startedAt\" : \"[^\"]*\"", "\"startedAt\" : \"2026-11-23T12:" + minute + ":00Z\""),
                "report.html");
    }

    /** What an older version or this one has really said. */
    private static void real(Path results, String name, String run, String... files) throws IOException {
        Path summary = Path.of("src/test/resources/summaries").resolve(run);
        write(results, name, Files.readString(summary), files);
    }

    static void write(Path results, String name, String summary, String... files) throws IOException {
        Path folder = results.resolve(name);
        touch(folder, files);
        Files.writeString(folder.resolve("summary.json"), summary);
    }

    private static void touch(Path folder, String... files) throws IOException {
        Files.createDirectories(folder);
        for (String file : files) {
            Files.writeString(folder.resolve(file), "");
        }
    }

    private static String ofHostileNames() {
        return """
               {"schema": "weighbridge/summary/1",
                "run": {"startedAt": "2026-11-23T12:04:00Z</time><script>", "complete": true, "settings": {"calls": "20"},
                 "environment": {"cpuModel": "</p><img src=x onerror=alert(3)>", "os": "\\u001b[2J\\u202e\\ud800"}},
                "targets": [
                 {"name": "</th></script><script>alert(4)</script>", "version": "\\u0000\\ufffe'\\"&", "outcome": "${1+1}",
                  "secondsPerCall": 1e999, "successRatio": "1", "memory": {"peakRssBytes": -1e300}},
                 {"name": 5}, null],
                "verdict": {"valid": false, "faults": ["<b onmouseover='alert(5)'>", "two", 3]}}
               """;
    }

    /** With rounds, as later versions have them: the figures beside the medians are not the run's. */
    private static final String ROUNDS = """
            {"schema": "weighbridge/summary/1",
             "run": {"startedAt": "2026-11-23T12:06:50.5Z", "complete": true,
              "settings": {"calls": 20, "warmup": 25, "rounds": 6},
              "environment": {"logicalCores": 1, "cpuModel": "Imaginary CPU", "memoryBytes": 25000000000, "os": "Some OS 1"}},
             "targets": [
              {"name": "netty", "version": "4.2.20.Final", "outcome": "measured", "successRatio": 0.5, "secondsPerCall": 9,
               "cpuSecondsPer1000Calls": 9,
               "figures": {"success": {"median": 0.9999}, "secondsPerCall": {"median": 0.0012345, "low": 0.001, "high": 0.002},
                "p50": {"median": 12.5}, "p99": {"median": null}, "idleRss": {"median": 62914560},
                "peakRss": {"median": 73400320}}},
              {"name": "gone", "version": "1", "outcome": "failed-to-start", "successRatio": null}],
             "verdict": {"valid": true, "faults": [], "remarks": ["a remark"]}}
            """;

    private static final String CUT_OFF = """
            {"schema": "weighbridge/summary/1",
             "run": {"startedAt": "2026-11-23T12:08:00Z", "complete": false, "settings": {"calls": 1, "warmup": 0}},
             "targets": [{"name": "netty", "outcome": "not-reached", "memory": {"idle": {"rssBytes": 62914560}}}],
             "verdict": {"valid": false, "faults": ["the run was cut off", "another"], "remarks": []}}
            """;
}
