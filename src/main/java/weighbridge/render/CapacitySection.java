package weighbridge.render;

import static weighbridge.render.Field.at;
import static weighbridge.render.Field.join;
import static weighbridge.render.Field.number;
import static weighbridge.render.Field.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Memory;
import weighbridge.capacity.CapacityReport.Point;
import weighbridge.capacity.ConnectionMemory;
import weighbridge.capacity.UslReport;
import weighbridge.capacity.UslReport.Parameter;
import weighbridge.record.SettingsRecord;
import weighbridge.render.Sheet.Cell;
import weighbridge.render.Sheet.Column;
import weighbridge.render.Sheet.Fact;
import weighbridge.render.Sheet.Kind;
import weighbridge.render.Sheet.Lines;
import weighbridge.render.Sheet.Mark;
import weighbridge.render.Sheet.Part;
import weighbridge.render.Sheet.Section;
import weighbridge.render.Sheet.Table;
import weighbridge.text.Fault;

/** What targets hold and what that costs: the capacity cards, in full for plain text and the page, and as rows of one table. */
final class CapacitySection {
    private static final List<Field<CapacityReport>> ROW = List.of(
            new Field<>(Column.number("holds calls/s"), CapacitySection::held),
            number("low", CapacityReport::low, Numbers::rate),
            number("high", CapacityReport::high, Numbers::rate),
            words("bound by", CapacityWords::bound),
            number("p50 ms", at(CapacitySection::atRate, Point::p50Millis), Numbers::thousandths),
            number("p95 ms", at(CapacitySection::atRate, Point::p95Millis), Numbers::thousandths),
            number("p99 ms", at(CapacitySection::atRate, Point::p99Millis), Numbers::thousandths),
            number("max ms", at(CapacitySection::atRate, Point::maxMillis), Numbers::thousandths),
            number("rss idle MiB", at(CapacityReport::memory, Memory::idleRssBytes), Numbers::mebibytes),
            number("at the rate", at(CapacityReport::memory, Memory::atRateRssBytes), Numbers::mebibytes),
            number("peak", at(CapacityReport::memory, Memory::peakRssBytes), Numbers::mebibytes),
            number("settled", at(CapacityReport::memory, Memory::settledRssBytes), Numbers::mebibytes),
            number("MiB per 1,000 calls/s", CapacityReport::rssBytesPer1000CallsPerSecond, Numbers::mebibytes),
            number("cores per 1,000 calls/s", CapacityReport::coresPer1000CallsPerSecond, Numbers::thousandths),
            new Field<>(Column.number("KiB per connection"), card -> Cell.of(connection(card, " ± ", "", " (", ")"))),
            number("start-up ms", CapacityReport::startupMillis, Numbers::orNone));

    private CapacitySection() {}

    /** The card of a target in plain text. */
    static Section card(TargetReport target) {
        CapacityReport card = target.capacity();
        List<Part> parts = new ArrayList<>(List.of(new Lines(List.of("bound by " + CapacityWords.bound(card)))));
        if (!card.points().isEmpty()) {
            Field<Point> title = words(
                    "",
                    point -> String.format(Locale.ROOT, "%3.0f %%  ", 100 * point.share())
                            + Numbers.callsPerSecond(point.callsPerSecond()));
            parts.add(Field.table(
                    "latency from the planned start in ms, resident memory in MiB:",
                    join(List.of(title), points("", "", Numbers::thousandths, Numbers::mebibytes)),
                    card.points()));
        }
        List<String> lines = new ArrayList<>(List.of(memory(card), costs(card)));
        if (card.usl() != null) {
            lines.add("USL: " + usl(card.usl()));
        }
        card.remarks().forEach(remark -> lines.add("Remark: " + Fault.oneLine(CapacityFindingWords.of(remark), 400)));
        lines.add("found in " + Numbers.rate(card.searchSeconds()) + " s, with "
                + Numbers.count(card.probes().size(), "probe"));
        parts.add(new Lines(lines));
        return new Section(Kind.CARD, target.title(), parts);
    }

    /** How a target fares at a part of its rate. */
    private static List<Field<Point>> points(
            String ms, String mib, Function<Number, String> number, Function<Number, String> bytes) {
        return List.of(
                number("p50" + ms, Point::p50Millis, number),
                number("p95" + ms, Point::p95Millis, number),
                number("p99" + ms, Point::p99Millis, number),
                number("max" + ms, Point::maxMillis, number),
                number("rss" + mib, Point::rssBytes, bytes),
                number("cores", Point::cores, number));
    }

    private static String memory(CapacityReport card) {
        Memory memory = CapacityWords.memory(card);
        return "memory in MiB: idle " + Numbers.mebibytes(memory.idleRssBytes()) + ", at the rate "
                + Numbers.mebibytes(memory.atRateRssBytes()) + ", peak " + Numbers.mebibytes(memory.peakRssBytes())
                + ", settled " + Numbers.mebibytes(memory.settledRssBytes());
    }

    private static String costs(CapacityReport card) {
        return "per 1,000 calls/s: " + Numbers.mebibytes(card.rssBytesPer1000CallsPerSecond()) + " MiB, "
                + Numbers.thousandths(card.coresPer1000CallsPerSecond()) + " cores; per open connection: "
                + connection(card, " +- ", " KiB", ", ", "") + "; start-up "
                + (card.startupMillis() == null ? Numbers.NONE : card.startupMillis() + " ms");
    }

    private static String connection(CapacityReport card, String error, String unit, String before, String after) {
        ConnectionMemory memory = card.connections();
        return memory == null
                ? Numbers.NONE
                : Numbers.kibibytes(memory.bytesPerConnection())
                        + error
                        + Numbers.kibibytes(memory.standardError())
                        + unit
                        + (memory.told() ? "" : before + "not told from none" + after);
    }

    /** In one line, the Greek letters by name: a console may know only ASCII. */
    private static String usl(UslReport usl) {
        String reason = usl.reason() == null ? "" : ": " + Fault.oneLine(CapacityFindingWords.of(usl.reason()), 400);
        if (usl.lambda() == null || usl.sigma() == null || usl.kappa() == null) {
            return Numbers.NONE + reason;
        }
        return "lambda " + interval(usl.lambda(), Numbers::rate) + " calls/s, sigma " + part(usl.sigma()) + ", kappa "
                + part(usl.kappa()) + ", from " + usl.points() + " loads of up to N = "
                + Numbers.rate(usl.largestConcurrency()) + "; most at "
                + (usl.peak() == null
                        ? Numbers.NONE
                        : "N = " + interval(usl.peak().concurrency(), Numbers::rate) + ": "
                                + interval(usl.peak().callsPerSecond(), Numbers::rate) + " calls/s")
                + reason;
    }

    private static String interval(Parameter parameter, Function<Number, String> number) {
        return parameter == null
                ? Numbers.NONE
                : number.apply(parameter.value()) + " (" + number.apply(parameter.low())
                        + (parameter.high() == null ? " or more" : " to " + number.apply(parameter.high())) + ")";
    }

    private static String part(Parameter parameter) {
        return String.format(Locale.ROOT, "%.3g (%.3g to %.3g)", parameter.value(), parameter.low(), parameter.high());
    }

    /** A row for each target, with what was asked of all. */
    static Table table(Report report) {
        SettingsRecord settings = report.run().settings();
        return Field.table(
                "",
                join(List.of(Titles.withOutcome()), Field.of(TargetReport::capacity, ROW), List.of(Titles.url())),
                report.targets(),
                "Each server was hammered " + LoadWords.of(settings) + ", with "
                        + CapacityWords.promises(settings.slo())
                        + ". Latency is from the planned start at the rate that is held; low is the least rate that was achieved"
                        + " at it, high the lowest that is not held. Where a rate is \"at least\", the generator was the limit or"
                        + " no rate was found that is not held. summary.json has all probes.");
    }

    private static Cell held(CapacityReport card) {
        if (card.callsPerSecond() == null) {
            boolean known = CapacityWords.isTried(card) && !CapacityWords.isGenerators(card);
            return Cell.of(!known ? "not known" : CapacityWords.isUnconfirmed(card) ? "not confirmed" : "none");
        }
        String rate = (card.atLeast() ? "at least " : "") + Numbers.rate(card.callsPerSecond());
        return new Cell(rate, card.callsPerSecond(), Mark.STRONG, "", "");
    }

    /** At the greatest part of the rate that was measured; null where none was. */
    private static Point atRate(CapacityReport card) {
        return card.points().stream().max(Comparator.comparing(Point::share)).orElse(null);
    }

    /**
     * What a target holds, for a page.
     *
     * @param name of the target
     * @param version what it calls its version
     * @param rate that it held
     * @param interval within which the rate lies, and how it was confirmed
     * @param facts of it
     * @param points how it fares at parts of the rate; without rows where that is not known
     * @param remarks what a reader has to know
     */
    public record Card(
            String name,
            String version,
            String rate,
            String interval,
            List<Fact> facts,
            Table points,
            List<String> remarks) {}

    /** The cards of all targets whose capacity was looked for. */
    static List<Card> cards(List<TargetReport> targets) {
        return targets.stream()
                .filter(target -> target.capacity() != null)
                .map(target -> card(target, target.capacity()))
                .toList();
    }

    private static Card card(TargetReport target, CapacityReport card) {
        List<Field<Point>> rate = List.of(
                new Field<>(
                        Column.words("of the rate"),
                        point -> Cell.of(Numbers.fixed(100 * point.share(), 0) + " %", point.share())),
                number("calls/s", Point::callsPerSecond, Numbers::digits));
        return new Card(
                target.name(),
                target.identity().version(),
                rate(card),
                interval(card),
                facts(card),
                Field.table(
                        "How " + target.name() + " fares at parts of the rate: latency from the planned start",
                        join(rate, points(" ms", " MiB", Numbers::digits, Numbers::groupedMebibytes)),
                        card.points()),
                card.remarks().stream().map(CapacityFindingWords::of).toList());
    }

    private static String rate(CapacityReport card) {
        if (card.callsPerSecond() != null) {
            return (card.atLeast() ? "at least " : "") + Numbers.brief(card.callsPerSecond()) + " calls/s";
        }
        if (CapacityWords.isGenerators(card)) {
            return "not known: the generator was the limit";
        }
        if (!CapacityWords.isTried(card)) {
            return "not known: no rate was tried";
        }
        return CapacityWords.isUnconfirmed(card) ? "no rate was confirmed" : "none of the rates that were tried";
    }

    private static String interval(CapacityReport card) {
        String broken = card.high() == null
                ? null
                : (CapacityWords.isGenerators(card) ? "the generator was the limit at " : "a promise was broken at ")
                        + Numbers.brief(card.high()) + " calls/s";
        if (card.callsPerSecond() == null) {
            return broken == null ? "" : broken;
        }
        String achieved =
                card.low() == null ? null : "each time " + Numbers.brief(card.low()) + " calls/s or more were achieved";
        return Stream.of(confirmed(card), achieved, broken == null ? "no rate is known to break a promise" : broken)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
    }

    private static String confirmed(CapacityReport card) {
        if (card.confirmed() == 0) {
            return "held in the search only and in no fresh process";
        }
        boolean once = card.confirmed() == 1;
        return "held in " + card.confirmed() + (once ? " process" : " fresh processes") + " for "
                + Numbers.brief(card.confirmSeconds()) + " s" + (once ? "" : " each");
    }

    private static List<Fact> facts(CapacityReport card) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "under the promises", card.promises().isEmpty() ? "none" : String.join(", ", card.promises())));
        facts.add(new Fact("bound by", CapacityWords.binds(card)));
        Memory memory = card.memory();
        if (memory != null) {
            facts.add(new Fact("rss idle", mebibytes(memory.idleRssBytes())));
            facts.add(new Fact("rss at the rate", mebibytes(memory.atRateRssBytes())));
            facts.add(new Fact("rss peak", mebibytes(memory.peakRssBytes())));
            facts.add(new Fact("rss settled", mebibytes(memory.settledRssBytes())));
        }
        facts.add(new Fact("rss per 1,000 calls/s", mebibytes(card.rssBytesPer1000CallsPerSecond())));
        facts.add(new Fact("cores per 1,000 calls/s", Numbers.digits(card.coresPer1000CallsPerSecond())));
        ConnectionMemory connections = card.connections();
        if (connections != null) {
            facts.add(new Fact(
                    "rss per open connection",
                    Numbers.briefKibibytes(connections.bytesPerConnection()) + " KiB, standard error "
                            + Numbers.briefKibibytes(connections.standardError()) + " KiB, of "
                            + connections.points().size() + " weighings"
                            + (connections.told() ? "" : ": not told from none")));
        }
        if (card.usl() != null) {
            addUsl(facts, card.usl());
        }
        facts.add(new Fact(
                "start-up", card.startupMillis() == null ? Numbers.NONE : Numbers.count(card.startupMillis()) + " ms"));
        facts.add(new Fact("found and confirmed in", Numbers.brief(card.searchSeconds()) + " s"));
        return facts;
    }

    private static String mebibytes(Number bytes) {
        return bytes == null ? Numbers.NONE : Numbers.groupedMebibytes(bytes) + " MiB";
    }

    private static void addUsl(List<Fact> facts, UslReport usl) {
        if (usl.lambda() != null) {
            facts.add(new Fact("λ, calls/s of one user", interval(usl.lambda(), Numbers::brief)));
            facts.add(new Fact("σ, contention", interval(usl.sigma(), Numbers::brief)));
            facts.add(new Fact("κ, crosstalk", interval(usl.kappa(), Numbers::brief)));
            facts.add(new Fact("peak of the law", peak(usl)));
            facts.add(new Fact(
                    "the law was fitted to",
                    usl.points() + " closed loads of up to N = " + Numbers.brief(usl.largestConcurrency())));
        }
        if (usl.reason() != null) {
            facts.add(new Fact("what the law does not say", CapacityFindingWords.of(usl.reason())));
        }
    }

    private static String peak(UslReport usl) {
        return usl.peak() == null
                ? Numbers.NONE
                : interval(usl.peak().callsPerSecond(), Numbers::brief) + " calls/s at N = "
                        + interval(usl.peak().concurrency(), Numbers::brief);
    }
}
