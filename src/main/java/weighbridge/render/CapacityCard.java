package weighbridge.render;

import static weighbridge.render.CapacitySection.estimate;
import static weighbridge.render.Field.*;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Memory;
import weighbridge.capacity.CapacityReport.Point;
import weighbridge.capacity.ConnectionMemory;
import weighbridge.capacity.UslReport;
import weighbridge.render.Sheet.*;

/**
 * The capacity of a target, for the page.
 *
 * @param name of the target
 * @param version what it calls its version
 * @param rate its capacity
 * @param confirmed whether as many fresh processes held it as have to
 * @param interval within which the rate lies, and how it was confirmed
 * @param facts of it
 * @param points latency, memory and CPU at parts of the capacity; without rows where they are unknown
 * @param remarks what a reader has to know
 */
public record CapacityCard(
        String name,
        String version,
        String rate,
        boolean confirmed,
        String interval,
        List<Fact> facts,
        Table points,
        List<String> remarks) {
    private static final double KIB = 1 << 10;

    private static List<Field<Point>> points(CapacityReport card) {
        return join(
                List.of(
                        new Field<>(
                                Column.words("part of the capacity"),
                                point -> Cell.of(
                                        Numbers.fixed(100 * point.share(), 0) + " %"
                                                + CapacitySection.broken(point, card),
                                        point.share())),
                        number("calls/s", Point::callsPerSecond, Numbers::digits)),
                CapacitySection.points(" ms", " MiB", Numbers::digits, Numbers::groupedMebibytes));
    }

    /** The cards of all targets whose capacity was searched for. */
    static List<CapacityCard> of(List<TargetReport> targets) {
        return targets.stream()
                .filter(target -> target.capacity() != null)
                .map(target -> of(target, target.capacity()))
                .toList();
    }

    private static CapacityCard of(TargetReport target, CapacityReport card) {
        return new CapacityCard(
                target.name(),
                target.identity().version(),
                CapacityWords.brief(card),
                card.wellConfirmed(),
                CapacityWords.interval(card),
                facts(card),
                table(
                        target.name() + " at parts of its capacity: latency from the planned start",
                        points(card),
                        card.points()),
                card.remarks().stream().map(CapacityFindingWords::of).toList());
    }

    private static List<Fact> facts(CapacityReport card) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("SLO", card.promises().isEmpty() ? "none" : String.join(", ", card.promises())));
        facts.add(new Fact("bound by", CapacityWords.binds(card)));
        if (!card.boxes().isEmpty()) {
            facts.add(new Fact("in each box", CapacityWords.boxes(card)));
        }
        Memory memory = card.memory();
        if (memory != null) {
            facts.add(new Fact("RSS idle", mebibytes(memory.idleRssBytes())));
            facts.add(new Fact("RSS at the capacity", mebibytes(memory.atRateRssBytes())));
            facts.add(new Fact("RSS peak", mebibytes(memory.peakRssBytes())));
            facts.add(new Fact("RSS settled", mebibytes(memory.settledRssBytes())));
        }
        facts.add(new Fact("RSS per 1,000 calls/s", mebibytes(card.rssBytesPer1000CallsPerSecond())));
        facts.add(new Fact("cores per 1,000 calls/s", Numbers.digits(card.coresPer1000CallsPerSecond())));
        if (card.connections() != null) {
            facts.add(new Fact("RSS per open connection", connections(card.connections())));
        }
        if (card.usl() != null) {
            addUsl(facts, card.usl());
        }
        if (!card.overload().isEmpty()) {
            facts.add(new Fact("overload", CapacityWords.overload(card.overload())));
        }
        Long startup = card.startupMillis();
        facts.add(new Fact("start-up", startup == null ? Numbers.NONE : Numbers.count(startup) + " ms"));
        facts.add(new Fact("duration of the search", Numbers.brief(card.searchSeconds()) + " s"));
        return facts;
    }

    private static String mebibytes(Number bytes) {
        return bytes == null ? Numbers.NONE : Numbers.groupedMebibytes(bytes) + " MiB";
    }

    private static String connections(ConnectionMemory connections) {
        return Numbers.brief(connections.bytesPerConnection() / KIB) + " KiB, standard error "
                + Numbers.brief(connections.standardError() / KIB) + " KiB, of "
                + connections.points().size() + " readings"
                + (connections.told() ? "" : ": not significantly different from 0");
    }

    private static void addUsl(List<Fact> facts, UslReport usl) {
        if (usl.lambda() != null) {
            facts.add(new Fact("USL λ, calls/s of one user", estimate(usl.lambda(), Numbers::brief)));
            facts.add(new Fact("USL contention σ", estimate(usl.sigma(), Numbers::brief)));
            facts.add(new Fact("USL crosstalk κ", estimate(usl.kappa(), Numbers::brief)));
            String peak = usl.peak() == null
                    ? Numbers.NONE
                    : estimate(usl.peak().callsPerSecond(), Numbers::brief) + " calls/s at N = "
                            + estimate(usl.peak().concurrency(), Numbers::brief);
            facts.add(new Fact("USL peak", peak));
            String largest = Numbers.brief(usl.largestConcurrency());
            facts.add(new Fact("USL fitted to", usl.points() + " closed loads of up to N = " + largest));
        }
        if (usl.reason() != null) {
            facts.add(new Fact("USL, unknown", CapacityFindingWords.of(usl.reason())));
        }
    }
}
