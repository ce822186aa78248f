package weighbridge.render;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import weighbridge.figure.Figure;

/** From the tree of a {@code summary.json} of any version to what the index says of it. */
final class SummaryReader {
    private static final String SCHEMA = "weighbridge/summary/";

    /** More digits than that are no figure of a run. */
    private static final double MOST = 1e15;

    /** Where the figures of a run without rounds stand. */
    private static final Map<Figure, String> PLACES = Map.of(
            Figure.SUCCESS_RATIO, "/successRatio",
            Figure.SECONDS_PER_CALL, "/secondsPerCall",
            Figure.P50_MILLIS, "/latencyMillis/ok/p50",
            Figure.P99_MILLIS, "/latencyMillis/ok/p99",
            Figure.IDLE_RSS_BYTES, "/memory/idle/rssBytes",
            Figure.PEAK_RSS_BYTES, "/memory/peakRssBytes",
            Figure.CPU_SECONDS_PER_1000_CALLS, "/cpuSecondsPer1000Calls");

    private final JsonNode summary;

    private SummaryReader(JsonNode summary) {
        this.summary = summary;
    }

    /** Whether this is a summary at all. */
    static boolean isSummary(JsonNode tree) {
        return tree.path("schema").asString("").startsWith(SCHEMA);
    }

    static SummaryReader of(JsonNode summary) {
        return new SummaryReader(summary);
    }

    /** Null where it is not told. */
    Instant startedAt() {
        try {
            return Instant.parse(text(summary.at("/run/startedAt"), ""));
        } catch (DateTimeException e) {
            return null;
        }
    }

    Run.State state() {
        JsonNode complete = summary.at("/run/complete");
        JsonNode valid = summary.at("/verdict/valid");
        if (complete.isBoolean() && !complete.asBoolean()) {
            return Run.State.CUT_OFF;
        }
        if (!valid.isBoolean()) {
            return Run.State.NOT_SAID;
        }
        return valid.asBoolean() ? Run.State.VALID : Run.State.NOT_VALID;
    }

    /** Why it is not valid; null where it is. The first versions had remarks only. */
    String note() {
        if (state() == Run.State.VALID) {
            return null;
        }
        List<String> reasons = texts(summary.at("/verdict/faults"));
        if (reasons.isEmpty()) {
            reasons = texts(summary.at("/verdict/remarks"));
        }
        if (reasons.isEmpty()) {
            return null;
        }
        return reasons.size() == 1 ? reasons.get(0) : reasons.get(0) + " (and " + (reasons.size() - 1) + " more)";
    }

    Run.Settings settings() {
        JsonNode settings = summary.at("/run/settings");
        return new Run.Settings(whole(settings, "calls"), whole(settings, "warmup"), whole(settings, "rounds"));
    }

    /** Null where nothing of it is told. */
    String machine() {
        JsonNode machine = summary.at("/run/environment");
        Integer cores = whole(machine, "logicalCores");
        Double memory = number(machine.path("memoryBytes"));
        String words = Stream.of(
                        cores == null ? "" : cores + (cores == 1 ? " core" : " cores"),
                        text(machine.path("cpuModel"), ""),
                        memory == null ? "" : Shown.gibibytes(memory),
                        text(machine.path("os"), ""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? null : words;
    }

    List<RunTarget> targets() {
        List<RunTarget> targets = new ArrayList<>();
        for (JsonNode target : summary.path("targets")) {
            targets.add(new RunTarget(
                    text(target.path("name"), Shown.NOT_AVAILABLE),
                    text(target.path("version"), ""),
                    text(target.path("outcome"), null),
                    figures(target)));
        }
        return targets;
    }

    /** Where a run had rounds, the figure of one of them is not the run's. */
    private static Map<Figure, Double> figures(JsonNode target) {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        PLACES.forEach((figure, place) -> {
            JsonNode overRounds = target.path("figures").path(figure.key());
            Double value = number(overRounds.isMissingNode() ? target.at(place) : overRounds.path("median"));
            if (value != null) {
                figures.put(figure, value);
            }
        });
        return figures;
    }

    private static Double number(JsonNode node) {
        return node.isNumber() && Math.abs(node.asDouble()) < MOST ? (Double) node.asDouble() : null;
    }

    private static Integer whole(JsonNode of, String key) {
        JsonNode node = of.path(key);
        return node.isInt() ? (Integer) node.asInt() : null;
    }

    private static String text(JsonNode node, String otherwise) {
        return node.isString() ? node.asString() : otherwise;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> {
            if (entry.isString()) {
                texts.add(entry.asString());
            }
        });
        return texts;
    }
}
