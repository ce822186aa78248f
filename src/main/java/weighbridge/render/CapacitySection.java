package weighbridge.render;

import static weighbridge.render.Field.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Memory;
import weighbridge.capacity.CapacityReport.Point;
import weighbridge.capacity.ConnectionMemory;
import weighbridge.capacity.UslReport;
import weighbridge.capacity.UslReport.Parameter;
import weighbridge.render.Sheet.*;
import weighbridge.text.Fault;
import weighbridge.workload.Settings;

/** What targets hold and what that costs: the capacity cards, in full for plain text and the page, and as rows of one table. */
final class CapacitySection {
    private static final double KIB = 1 << 10;

    private static final List<Field<Memory>> MEMORY = List.of(
            number("idle", Memory::idleRssBytes, Numbers::mebibytes),
            number("at the rate", Memory::atRateRssBytes, Numbers::mebibytes),
            number("peak", Memory::peakRssBytes, Numbers::mebibytes),
            number("settled", Memory::settledRssBytes, Numbers::mebibytes));

    private static final List<Field<CapacityReport>> BRIEF = join(
            List.of(
                    new Field<>(Column.number("capacity calls/s"), CapacitySection::held),
                    number("low", CapacityReport::low, Numbers::rate),
                    number("high", CapacityReport::high, Numbers::rate),
                    words("bound by", CapacityWords::bound)),
            of(
                    CapacitySection::atRate,
                    points(" ms", " MiB", Numbers::thousandths, Numbers::mebibytes)
                            .subList(0, 4)),
            List.of(number("RSS idle MiB", at(CapacityReport::memory, Memory::idleRssBytes), Numbers::mebibytes)),
            of(CapacityReport::memory, MEMORY.subList(1, 4)),
            List.of(
                    number("MiB per 1,000 calls/s", CapacityReport::rssBytesPer1000CallsPerSecond, Numbers::mebibytes),
                    number("cores per 1,000 calls/s", CapacityReport::coresPer1000CallsPerSecond, Numbers::thousandths),
                    new Field<>(Column.number("KiB per connection"), card -> Cell.of(kibibytes(card))),
                    number("start-up ms", CapacityReport::startupMillis, Numbers::orNone)));

    private static final List<Field<CapacityReport>> BOXES =
            List.of(words("box", CapacityWords::limits), words("in each box", CapacityWords::boxes));

    private CapacitySection() {}

    /** The card of a target in plain text, in ASCII. */
    static Section plain(TargetReport target) {
        CapacityReport card = target.capacity();
        List<Part> parts = new ArrayList<>();
        parts.add(Lines.of("bound by " + CapacityWords.bound(card)));
        if (!card.boxes().isEmpty()) {
            parts.add(Lines.of("in each box: " + CapacityWords.boxes(card)));
        }
        if (!card.points().isEmpty()) {
            Field<Point> title = words(
                    "",
                    point -> String.format(Locale.ROOT, "%3.0f %%  ", 100 * point.share())
                            + Numbers.callsPerSecond(point.callsPerSecond())
                            + broken(point, card));
            parts.add(table(
                    "latency from the planned start in ms, RSS in MiB:",
                    join(List.of(title), points("", "", Numbers::thousandths, Numbers::mebibytes)),
                    card.points()));
        }
        List<String> lines = new ArrayList<>(List.of(memory(card), costs(card)));
        if (card.usl() != null) {
            lines.add("USL: " + usl(card.usl()));
        }
        if (!card.overload().isEmpty()) {
            lines.add("overload: " + CapacityWords.overload(card.overload()));
        }
        card.remarks().forEach(remark -> lines.add("Remark: " + Fault.oneLine(CapacityFindingWords.of(remark), 400)));
        lines.add("search: " + Numbers.rate(card.searchSeconds()) + " s, with "
                + Numbers.count(card.probes().size(), "load step"));
        parts.add(new Lines(lines));
        return new Section(Kind.CARD, target.title(), parts);
    }

    /** How a target fares at a part of its rate. */
    static List<Field<Point>> points(
            String ms, String mib, Function<Number, String> number, Function<Number, String> bytes) {
        return List.of(
                number("p50" + ms, Point::p50Millis, number),
                number("p95" + ms, Point::p95Millis, number),
                number("p99" + ms, Point::p99Millis, number),
                number("max" + ms, Point::maxMillis, number),
                number("RSS" + mib, Point::rssBytes, bytes),
                number("cores", Point::cores, number));
    }

    private static String memory(CapacityReport card) {
        List<Cell> cells = row(MEMORY, card.memory());
        return "memory in MiB: "
                + IntStream.range(0, cells.size())
                        .mapToObj(each -> MEMORY.get(each).column().label() + " "
                                + cells.get(each).text())
                        .collect(Collectors.joining(", "));
    }

    private static String costs(CapacityReport card) {
        return "per 1,000 calls/s: " + Numbers.mebibytes(card.rssBytesPer1000CallsPerSecond()) + " MiB, "
                + Numbers.thousandths(card.coresPer1000CallsPerSecond()) + " cores; per open connection: "
                + connection(card, " +- ", " KiB") + (isTold(card) ? "" : ", not significantly different from 0")
                + "; start-up "
                + (card.startupMillis() == null ? Numbers.NONE : card.startupMillis() + " ms");
    }

    private static String kibibytes(CapacityReport card) {
        return connection(card, " ± ", "") + (isTold(card) ? "" : " (not significantly different from 0)");
    }

    private static String connection(CapacityReport card, String error, String unit) {
        ConnectionMemory memory = card.connections();
        return memory == null
                ? Numbers.NONE
                : Numbers.fixed(memory.bytesPerConnection() / KIB, 1)
                        + error
                        + Numbers.fixed(memory.standardError() / KIB, 1)
                        + unit;
    }

    private static boolean isTold(CapacityReport card) {
        return card.connections() == null || card.connections().told();
    }

    /** In one line, the Greek letters by name. */
    private static String usl(UslReport usl) {
        String reason = usl.reason() == null ? "" : ": " + Fault.oneLine(CapacityFindingWords.of(usl.reason()), 400);
        if (usl.lambda() == null || usl.sigma() == null || usl.kappa() == null) {
            return Numbers.NONE + reason;
        }
        String peak = usl.peak() == null
                ? Numbers.NONE
                : "N = " + estimate(usl.peak().concurrency(), Numbers::rate) + ": "
                        + estimate(usl.peak().callsPerSecond(), Numbers::rate) + " calls/s";
        return "lambda " + estimate(usl.lambda(), Numbers::rate) + " calls/s, sigma "
                + estimate(usl.sigma(), Numbers::threeDigits) + ", kappa " + estimate(usl.kappa(), Numbers::threeDigits)
                + ", from " + usl.points() + " loads of up to N = " + Numbers.rate(usl.largestConcurrency())
                + "; most at " + peak + reason;
    }

    static String estimate(Parameter parameter, Function<Number, String> number) {
        return parameter == null
                ? Numbers.NONE
                : number.apply(parameter.value()) + " (" + number.apply(parameter.low())
                        + (parameter.high() == null ? " or more" : " to " + number.apply(parameter.high())) + ")";
    }

    /** A row for each target, with what was asked of all. */
    static Table brief(Report report) {
        Settings settings = report.run().settings();
        return table(
                "",
                join(
                        List.of(Titles.withOutcome()),
                        of(TargetReport::capacity, BRIEF),
                        areBoxed(report) ? of(TargetReport::capacity, BOXES) : List.of(),
                        List.of(Titles.url())),
                report.targets(),
                "Each server was hammered " + LoadWords.of(settings) + ", with "
                        + CapacityWords.promises(settings.sloText())
                        + ". Latency is from the planned start, at the capacity. low: the lowest rate achieved when the"
                        + " capacity was confirmed; high: the lowest rate that was not sustained. \"At least\": the"
                        + " generator was the limit, or every rate tried was sustained. summary.json has all load steps.");
    }

    /** Whether any server had limits. */
    static boolean areBoxed(Report report) {
        return report.targets().stream()
                .anyMatch(
                        target -> target.capacity() != null && target.capacity().limits() != null);
    }

    private static Cell held(CapacityReport card) {
        String rate = Numbers.rate(card.callsPerSecond());
        return switch (card.outcome()) {
            case HELD -> held(card, rate);
            case AT_LEAST -> held(card, "at least " + rate);
            case GENERATOR_LIMITED, UNTRIED -> Cell.of("unknown");
            case UNCONFIRMED -> Cell.of("not confirmed");
            case NONE_HELD -> Cell.of("none");
        };
    }

    private static Cell held(CapacityReport card, String rate) {
        boolean well = card.wellConfirmed();
        String doubt = well ? "" : CapacityWords.confirmed(card.confirmed());
        return new Cell(rate, card.callsPerSecond(), well ? Mark.STRONG : Mark.NONE, doubt, "");
    }

    /** What to add to a part of the rate at which an SLO was broken; nothing where none was. */
    static String broken(Point point, CapacityReport card) {
        String broken = point.broken() == 0 ? "" : "SLO broken in " + point.broken();
        String inconclusive = point.inconclusive() == 0 ? "" : "inconclusive in " + point.inconclusive();
        String both = Stream.of(broken, inconclusive)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return both.isEmpty() ? "" : ", " + both + " of " + card.confirmed() + " processes";
    }

    /** At the greatest part of the rate that was measured; null where none was. */
    static Point atRate(CapacityReport card) {
        return card.points().stream().max(Comparator.comparing(Point::share)).orElse(null);
    }
}
