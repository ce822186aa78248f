package weighbridge.render;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import weighbridge.capacity.Latency;

/** Columns of latencies in ms. */
final class LatencyColumns {
    /** Those that a reader looks at first. */
    static final List<String> USUAL = List.of("p50", "p95", "p99", "max");

    private static final Map<String, Function<Latency, Number>> VALUES = Map.of(
            "min", Latency::min,
            "mean", Latency::mean,
            "p50", Latency::p50,
            "p75", Latency::p75,
            "p95", Latency::p95,
            "p99", Latency::p99,
            "max", Latency::max);

    private LatencyColumns() {}

    /** One for each of these, with its unit. */
    static List<Field<Latency>> fields(String unit, Function<Number, String> text, String... names) {
        return Stream.of(names)
                .map(name -> Field.number(name + unit, VALUES.get(name), text))
                .toList();
    }

    /** Null where there is none of this name, or no call. */
    static Number value(Latency latency, String name) {
        return latency == null ? null : VALUES.get(name).apply(latency);
    }
}
