package weighbridge.render;

import static weighbridge.render.Field.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.analysis.Report;
import weighbridge.analysis.SloReport;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Memory;
import weighbridge.capacity.CapacityReport.Point;
import weighbridge.figure.Figure;
import weighbridge.render.Sheet.*;
import weighbridge.text.Limits;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.CapacitySearch;

/** One server measured in several boxes: what more cores bring, and how little memory is enough. */
final class BoxesSection {
    /** A box with less of the highest capacity is too small. */
    private static final double ENOUGH = 0.95;

    /**
     * A server in a box.
     *
     * @param card its capacity there; null where that was not looked for
     * @param first the smallest box of the same server whose capacity is known; null where there is none
     */
    private record Boxed(TargetReport target, CapacityReport card, Limits limits, Boxed first) {
        Double rate() {
            return card == null ? null : card.callsPerSecond();
        }

        Double perCore() {
            return rate() == null || limits.cpus() == null ? null : rate() / limits.cpus();
        }

        /** Its rate per core ÷ that in the smallest box. */
        Double efficiency() {
            return perCore() == null || first == null ? null : perCore() / first.perCore();
        }
    }

    private static final List<Field<Boxed>> CAPACITY = List.of(
            new Field<>(Column.number("capacity calls/s"), BoxesSection::capacity),
            words("bound by", BoxesSection::bound),
            number("p99 ms", at(BoxesSection::atRate, Point::p99Millis), Numbers::thousandths),
            number("RSS MiB", at(BoxesSection::memory, Memory::atRateRssBytes), Numbers::mebibytes),
            number(
                    "CPU s/1000 calls",
                    at(Boxed::card, CapacityReport::coresPer1000CallsPerSecond),
                    Numbers::thousandths),
            new Field<>(Column.number("efficiency"), BoxesSection::efficiency));

    private static final List<Field<Boxed>> LOAD = List.of(
            figure("success", Figure.SUCCESS_RATIO, Numbers::success),
            figure("p99 ms", Figure.P99_MILLIS, Numbers::orNone),
            figure("RSS peak MiB", Figure.PEAK_RSS_BYTES, Numbers::mebibytes),
            figure("CPU s/1000 calls", Figure.CPU_SECONDS_PER_1000_CALLS, Numbers::thousandths));

    private BoxesSection() {}

    private static Field<Boxed> figure(String label, Figure figure, Function<Number, String> text) {
        return number(label, boxed -> boxed.target().figure(figure).median(), text);
    }

    private static String bound(Boxed boxed) {
        return boxed.card() == null
                ? Titles.outcome(boxed.target())
                : CapacityWords.bound(boxed.card().bound());
    }

    private static Point atRate(Boxed boxed) {
        return boxed.card() == null ? null : CapacitySection.atRate(boxed.card());
    }

    private static Memory memory(Boxed boxed) {
        return boxed.card() == null ? null : boxed.card().memory();
    }

    private static Cell efficiency(Boxed boxed) {
        Double efficiency = boxed.efficiency();
        return Cell.of(
                (efficiency != null && boxed.card().atLeast() ? "at least " : "") + Numbers.wholePercent(efficiency),
                efficiency);
    }

    private static Cell capacity(Boxed boxed) {
        CapacityReport card = boxed.card();
        if (card == null) {
            return Cell.of(Numbers.NONE);
        }
        return Cell.of(
                (card.atLeast() ? "at least " : "") + Numbers.rate(card.callsPerSecond()), card.callsPerSecond());
    }

    /** A table for each server that was measured in several boxes; none where none was. */
    static List<Table> of(Report report) {
        Map<String, List<Boxed>> servers = report.targets().stream()
                .flatMap(BoxesSection::boxes)
                .collect(Collectors.groupingBy(BoxesSection::server, LinkedHashMap::new, Collectors.toList()));
        return servers.entrySet().stream()
                .filter(server -> server.getValue().size() > 1)
                .map(server -> table(report, server.getKey(), inOrder(server.getValue())))
                .toList();
    }

    /** Those that a search made of a target, or the one that it is. */
    private static Stream<Boxed> boxes(TargetReport target) {
        CapacityReport card = target.capacity();
        // One that a user has named is told by its own box alone.
        return card != null && !card.boxes().isEmpty() && !target.name().contains("[")
                ? card.boxes().stream().map(box -> new Boxed(target, box.card(), box.limits(), null))
                : Stream.of(new Boxed(target, card, limits(target), null));
    }

    /** Whatever its box, such as {@code netty} of {@code netty[cpus=0.5]}. */
    private static String server(Boxed boxed) {
        return boxed.target().name().replaceFirst("\\[.*", "");
    }

    private static List<Boxed> inOrder(List<Boxed> boxes) {
        List<Boxed> plain = boxes.stream()
                .sorted(Comparator.comparing((Boxed boxed) ->
                                Objects.requireNonNullElse(boxed.limits().cpus(), 0.0))
                        .thenComparing(boxed ->
                                Objects.requireNonNullElse(boxed.limits().memoryBytes(), 0L)))
                .toList();
        return plain.stream()
                .map(boxed -> new Boxed(boxed.target(), boxed.card(), boxed.limits(), smallest(boxed, plain)))
                .toList();
    }

    /** Of boxes with the same memory the one with the fewest cores whose capacity is known; null where there is no other. */
    private static Boxed smallest(Boxed boxed, List<Boxed> inOrder) {
        List<Boxed> same = inOrder.stream()
                .filter(other -> Objects.equals(
                        other.limits().memoryBytes(), boxed.limits().memoryBytes()))
                .toList();
        boolean byCpus =
                same.stream().map(other -> other.limits().cpus()).distinct().count() > 1;
        return same.stream()
                .filter(other ->
                        byCpus && other.perCore() != null && !other.card().atLeast())
                .findFirst()
                .orElse(null);
    }

    private static Limits limits(TargetReport target) {
        CapacityReport card = target.capacity();
        Limits limits = card == null ? target.window().limits() : card.limits();
        return limits == null ? Limits.NONE : limits;
    }

    private static Table table(Report report, String server, List<Boxed> boxes) {
        boolean searched = report.run().settings().workload() instanceof CapacitySearch;
        List<Field<Boxed>> fields = new ArrayList<>(List.of(words("box", BoxesSection::box)));
        if (report.run().settings().workload() instanceof BurstLoad) {
            fields.add(figure("s/call", Figure.SECONDS_PER_CALL, Numbers::perCall));
        }
        fields.addAll(searched ? CAPACITY : LOAD);
        if (!searched) {
            fields.add(words("SLO", boxed -> slo(report, boxed.target())));
        }
        List<String> notes = new ArrayList<>();
        if (boxes.stream().anyMatch(boxed -> boxed.efficiency() != null)) {
            notes.add("efficiency: capacity per core ÷ that in the smallest box whose capacity is known");
        }
        smallest(report, boxes).ifPresent(notes::add);
        return Field.table(server + " in each box:", fields, boxes, notes.toArray(String[]::new));
    }

    /** Of one that was never called its name tells. */
    private static String box(Boxed boxed) {
        String name = boxed.target().name();
        return boxed.limits().areNone()
                ? name.substring(name.indexOf('=') + 1).replace("]", "")
                : boxed.limits().text();
    }

    private static String slo(Report report, TargetReport target) {
        List<SloReport> slos = report.promises().stream()
                .filter(slo -> slo.target().equals(target.name()))
                .toList();
        if (slos.isEmpty()) {
            return "none";
        }
        return slos.stream().allMatch(SloReport::kept)
                ? "met"
                : slos.stream().allMatch(SloReport::known) ? "broken" : "unknown";
    }

    /** Of boxes that differ in memory, the smallest that is enough. */
    private static Optional<String> smallest(Report report, List<Boxed> boxes) {
        if (boxes.stream().map(boxed -> boxed.limits().memoryBytes()).distinct().count() < 2) {
            return Optional.empty();
        }
        boolean searched = report.run().settings().workload() instanceof CapacitySearch;
        if (searched
                && boxes.stream().map(boxed -> boxed.limits().cpus()).distinct().count() > 1) {
            return Optional.of(
                    "the smallest sufficient memory is unknown, because the capacities are of different numbers of"
                            + " cores: give -Dcpus as well");
        }
        if (searched
                && boxes.stream()
                        .anyMatch(boxed -> boxed.card() != null && boxed.card().atLeast())) {
            return Optional.of("the smallest sufficient memory is unknown, because the generator was the limit:"
                    + " give -Dcpus as well");
        }
        double most = boxes.stream()
                .map(Boxed::rate)
                .filter(Objects::nonNull)
                .mapToDouble(rate -> rate)
                .max()
                .orElse(0);
        String enough = searched
                ? "the smallest memory in which it sustains 95 % of the highest capacity: "
                : "the smallest memory in which the SLO was met: ";
        boolean asked = searched || !report.promises().isEmpty();
        return Optional.of(enough
                        + boxes.stream()
                                .filter(boxed -> searched
                                        ? boxed.rate() != null && most > 0 && boxed.rate() >= ENOUGH * most
                                        : boxed.target().well()
                                                && slo(report, boxed.target()).equals("met"))
                                .map(boxed -> Limits.text(boxed.limits().memoryBytes()))
                                .findFirst()
                                .orElse("none of these"))
                .filter(words -> asked);
    }
}
