package weighbridge.render;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import weighbridge.capacity.Bound;
import weighbridge.compare.Conditions;
import weighbridge.figure.Figure;
import weighbridge.record.Host;
import weighbridge.record.Outcome;
import weighbridge.record.RequestRecord;
import weighbridge.record.Transport;
import weighbridge.render.IndexedRun.Capacity;
import weighbridge.render.IndexedRun.Load;
import weighbridge.render.IndexedRun.Rate;
import weighbridge.render.IndexedRun.Settings;
import weighbridge.render.IndexedRun.State;
import weighbridge.render.IndexedRun.Target;
import weighbridge.text.Json;
import weighbridge.text.Limits;

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

    private static final Map<String, String> BOUNDS = Map.of(
            CapacityWords.bound(Bound.GENERATOR), "the generator",
            CapacityWords.bound(Bound.MEMORY), "memory",
            CapacityWords.bound(Bound.CPU), "CPU",
            CapacityWords.bound(Bound.SLO), "the SLO");

    private SummaryReader() {}

    /** Whether this is a summary at all. */
    static boolean isSummary(JsonNode tree) {
        return tree.path("schema").asString("").startsWith(SCHEMA);
    }

    /** The run in this folder. @param stamp when its folder's name says that it started */
    static IndexedRun read(JsonNode summary, Path folder, Set<String> files, Instant stamp) {
        JsonNode settings = summary.at("/run/settings");
        State state = state(summary);
        return new IndexedRun(
                folder,
                files,
                startedAt(summary, stamp),
                state,
                state == State.VALID ? null : note(summary),
                new Settings(
                        whole(settings, "calls"), whole(settings, "warmup"), whole(settings, "rounds"), load(settings)),
                machine(summary.at("/run/environment")),
                conditions(summary),
                StreamSupport.stream(summary.path("targets").spliterator(), false)
                        .map(target -> target(target, isReliable(summary, state, target)))
                        .toList());
    }

    /** Null in a run of bursts. */
    private static Load load(JsonNode settings) {
        JsonNode load = settings.path("load");
        if (!load.isObject()) {
            return null;
        }
        Double millis = number(load.path("durationMillis"));
        return new Load(
                number(load.path("callsPerSecond")),
                whole(load, "concurrency"),
                millis == null ? null : (Double) (millis / 1000),
                load.path("limitMillis").isNumber() ? String.join(", ", texts(settings.path("slo"))) : null);
    }

    /** As {@code compare} has them; null where an early version, or somebody else, has not written all of them. */
    private static Map<String, String> conditions(JsonNode summary) {
        try {
            Double cores = StreamSupport.stream(summary.path("targets").spliterator(), false)
                    .map(target -> number(target.at("/generator/cores")))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            return Conditions.of(
                    summary.at("/run/simulation").asString(),
                    Json.read(summary.at("/run/settings"), weighbridge.workload.Settings.class),
                    Json.read(summary.at("/run/environment"), Host.class),
                    cores,
                    summary.at("/main/version").asString(),
                    summary.at("/main/gatling").asString(),
                    summary.at("/main/transport").isString()
                            ? Json.read(summary.at("/main/transport"), Transport.class)
                            : null);
        } catch (RuntimeException e) { // whatever is wrong with it, it is the file's
            return null;
        }
    }

    private static Map<String, String> conditionsOf(JsonNode target) {
        try {
            return Conditions.ofTarget(
                    target.path("started").asBoolean(),
                    List.of(Json.read(target.path("requests"), RequestRecord[].class)),
                    target.path("callsPerUser").asInt(),
                    target.path("keepAlive").asBoolean(),
                    target.path("limits").isObject() ? Json.read(target.path("limits"), Limits.class) : null);
        } catch (RuntimeException e) { // likewise
            return null;
        }
    }

    /** Null in a run of bursts, and of a target that was not called. */
    private static Rate rate(JsonNode target) {
        JsonNode card = target.path("capacity");
        JsonNode load = target.path("load");
        if (card.isObject()) {
            String bound = text(card.path("bound"), "");
            boolean atLeast = bound.equals(CapacityWords.bound(Bound.GENERATOR))
                    || !card.path("high").isNumber();
            return new Rate(
                    number(card.path("callsPerSecond")),
                    null,
                    null,
                    new Capacity(
                            atLeast,
                            BOUNDS.get(bound),
                            number(card.at("/memory/atRateRssBytes")),
                            whole(card, "confirmed")));
        }
        return load.isObject()
                ? new Rate(
                        number(load.path("achievedCallsPerSecond")),
                        number(load.path("offeredCallsPerSecond")),
                        whole(load, "concurrency"),
                        null)
                : null;
    }

    /** At the capacity: the figures of one of the confirming loads are not those of all. */
    private static void putLatencies(JsonNode card, Map<Figure, Double> figures) {
        StreamSupport.stream(card.path("points").spliterator(), false)
                .filter(point -> point.path("share").asDouble(0) == 1)
                .findFirst()
                .ifPresent(point -> {
                    figures.put(Figure.P50_MILLIS, number(point.path("p50Millis")));
                    figures.put(Figure.P99_MILLIS, number(point.path("p99Millis")));
                });
    }

    private static Instant startedAt(JsonNode summary, Instant stamp) {
        try {
            return Instant.parse(text(summary.at("/run/startedAt"), ""));
        } catch (DateTimeException e) {
            return stamp;
        }
    }

    private static State state(JsonNode summary) {
        JsonNode complete = summary.at("/run/complete");
        JsonNode valid = summary.at("/verdict/valid");
        if (complete.isBoolean() && !complete.asBoolean()) {
            return State.CUT_OFF;
        }
        return !valid.isBoolean() ? State.NOT_SAID : valid.asBoolean() ? State.VALID : State.NOT_VALID;
    }

    /** Early versions judged their runs as a whole. */
    private static boolean isReliable(JsonNode summary, State state, JsonNode target) {
        JsonNode invalid = summary.at("/verdict/invalidTargets");
        return invalid.isArray() && state != State.CUT_OFF
                ? !texts(invalid).contains(text(target.path("name"), ""))
                : state == State.VALID;
    }

    /** Why it is not valid; null where nothing says so. The first versions had remarks only. */
    private static String note(JsonNode summary) {
        List<String> reasons = Stream.of("/verdict/faults", "/verdict/remarks")
                .map(place -> texts(summary.at(place)))
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .orElse(List.of());
        return reasons.size() < 2
                ? reasons.stream().findFirst().orElse(null)
                : reasons.get(0) + " (and " + (reasons.size() - 1) + " more)";
    }

    /** Null where nothing of it is told. */
    private static String machine(JsonNode machine) {
        Integer cores = whole(machine, "logicalCores");
        Double memory = number(machine.path("memoryBytes"));
        String words = Stream.of(
                        cores == null ? "" : Numbers.count(cores, "core"),
                        text(machine.path("cpuModel"), ""),
                        memory == null ? "" : Numbers.gibibytes(memory),
                        text(machine.path("os"), ""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? null : words;
    }

    /** Where a run had rounds, the figure of one of them is not the run's. */
    private static Target target(JsonNode target, boolean reliable) {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        PLACES.forEach((figure, place) -> {
            JsonNode overRounds = target.path("figures").path(figure.key());
            Double value = number(overRounds.isMissingNode() ? target.at(place) : overRounds.path("median"));
            if (value != null) {
                figures.put(figure, value);
            }
        });
        putLatencies(target.path("capacity"), figures);
        figures.values().removeIf(Objects::isNull);
        String name = text(target.path("name"), Numbers.NONE);
        String outcome = text(target.path("outcome"), Outcome.Kind.MEASURED.label());
        boolean measured = outcome.equals(Outcome.Kind.MEASURED.label());
        return new Target(
                name,
                text(target.path("version"), ""),
                measured ? null : outcome.replace('-', ' '),
                figures,
                rate(target),
                conditionsOf(target),
                reliable);
    }

    private static Double number(JsonNode node) {
        return node.isNumber() && Math.abs(node.asDouble()) < MOST ? (Double) node.asDouble() : null;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    private static Integer whole(JsonNode of, String key) {
        JsonNode node = of.path(key);
        return node.isInt() ? (Integer) node.asInt() : null;
    }

    private static String text(JsonNode node, String otherwise) {
        return node.isString() ? node.asString() : otherwise;
    }
}
