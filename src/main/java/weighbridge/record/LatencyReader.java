package weighbridge.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** Reads {@code latencies.hlog} back. What is wrong with it becomes a remark: whatever can be read is kept. */
final class LatencyReader {
    private final Map<Integer, TreeMap<Long, Gathered>> byProbe = new HashMap<>();

    private LatencyReader() {}

    /** Those that lie in this file; none where there is no such file. */
    static Latencies read(Path file, List<String> remarks) {
        LatencyReader reader = new LatencyReader();
        if (Files.exists(file)) {
            reader.readAll(file, remarks);
        }
        return reader.latencies();
    }

    private void readAll(Path file, List<String> remarks) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            for (String line : (Iterable<String>) lines.filter(LatencyLine::isData)::iterator) {
                add(LatencyLine.of(line));
            }
        } catch (IOException | DataFormatException | RuntimeException e) {
            // A line that is cut off fails where it ends: as a number, as Base64, or as what was compressed.
            remarks.add(file.getFileName() + " cannot be read to its end: latencies of the last probes are missing");
        }
    }

    private void add(LatencyLine line) {
        Optional<LatencyKind> kind = LatencyKind.of(line.tag());
        if (kind.isPresent()) {
            byProbe.computeIfAbsent(LatencyKind.probe(line.tag()), added -> new TreeMap<>())
                    .computeIfAbsent(line.fromMillis(), added -> new Gathered(line.toMillis()))
                    .kinds
                    .put(kind.get(), line);
        }
    }

    /** The lines of one slice. */
    private static final class Gathered {
        private final long toMillis;
        private final Map<LatencyKind, LatencyLine> kinds = new EnumMap<>(LatencyKind.class);

        Gathered(long toMillis) {
            this.toMillis = toMillis;
        }

        private Latencies.Slice slice(long fromMillis) {
            return new Latencies.Slice(
                    fromMillis,
                    toMillis,
                    of(LatencyKind.ACTUAL),
                    of(LatencyKind.PLANNED),
                    of(LatencyKind.LAG),
                    of(LatencyKind.DRY_LAG),
                    of(LatencyKind.FAILED));
        }

        private Histogram of(LatencyKind kind) {
            LatencyLine line = kinds.get(kind);
            return line == null ? Latencies.histogram() : line.figures();
        }
    }

    private Latencies latencies() {
        Map<Integer, Supplier<List<Latencies.Slice>>> slices = new HashMap<>();
        byProbe.forEach((probe, gathered) -> slices.put(probe, () -> slices(gathered)));
        return new Latencies(slices);
    }

    private static List<Latencies.Slice> slices(TreeMap<Long, Gathered> gathered) {
        List<Latencies.Slice> slices = new ArrayList<>();
        gathered.forEach((fromMillis, one) -> slices.add(one.slice(fromMillis)));
        return slices;
    }
}
