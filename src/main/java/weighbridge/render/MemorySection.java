package weighbridge.render;

import static weighbridge.render.Field.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import weighbridge.analysis.MemoryReport;
import weighbridge.analysis.MemoryReport.LiveHeap;
import weighbridge.analysis.MemoryReport.Weight;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.record.Outcome;
import weighbridge.render.Sheet.*;
import weighbridge.text.Fault;

/** What the targets and the process that calls them weigh: before the load, after it, and at all moments. */
final class MemorySection {
    private static final List<Field<MemoryReport>> MOMENTS = List.of(
            number("rss idle", at(MemoryReport::idle, Weight::rssBytes), Numbers::mebibytes),
            number("rss warm", at(MemoryReport::warm, Weight::rssBytes), Numbers::mebibytes),
            number("rss peak", MemoryReport::peakRssBytes, Numbers::mebibytes),
            number("rss after", at(MemoryReport::after, Weight::rssBytes), Numbers::mebibytes),
            number("rss settled", at(MemoryReport::settled, Weight::rssBytes), Numbers::mebibytes),
            number("pss settled", at(MemoryReport::settled, Weight::pssBytes), Numbers::mebibytes),
            number("private settled", at(MemoryReport::settled, Weight::privateBytes), Numbers::mebibytes),
            number("heap warm", at(MemoryReport::liveHeap, LiveHeap::warmBytes), Numbers::mebibytes),
            number("heap settled", at(MemoryReport::liveHeap, LiveHeap::settledBytes), Numbers::mebibytes),
            number("retained", at(MemoryReport::liveHeap, LiveHeap::retainedBytes), Numbers::signedMebibytes),
            words("", MemorySection::reason));

    private static final List<Cell> NOT_WEIGHED =
            join(List.of(Cell.of("not weighed")), Collections.nCopies(MOMENTS.size() - 1, Cell.of("")));

    private final Report report;
    private final int width;

    private MemorySection(Report report) {
        this.report = report;
        this.width = Titles.width(report);
    }

    /** Before any load, with what is called. */
    static Section idle(Report report) {
        return Section.of(Kind.MEMORY, new Lines(started(report)), new MemorySection(report).idle());
    }

    private static List<String> started(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add("Started independent subprocesses: " + names(report, Titles::wasStarted));
        Predicate<TargetReport> ranAlready =
                target -> !target.identity().started() && target.outcome() != Outcome.Kind.FAILED_TO_START;
        if (report.targets().stream().anyMatch(ranAlready)) {
            lines.add("Running already, and not to be ended: " + names(report, ranAlready));
        }
        if (report.main().memory().idle() != null) {
            lines.add(waited(report));
        }
        return lines;
    }

    private static String names(Report report, Predicate<TargetReport> which) {
        return Titles.orNone(report.targets().stream().filter(which).map(TargetReport::name));
    }

    private static String waited(Report report) {
        return "Waited " + Numbers.seconds(report.run().settings().settleMillis())
                + " seconds, measuring memory consumption now:";
    }

    private Lines idle() {
        return lines(MemoryReport::idle, target -> target.identity().url(), "");
    }

    /** After it, with how much was gained. */
    static Section after(Report report) {
        Lines again = new Lines(List.of("Now after all those calls, measure memory again ...  " + waited(report)));
        return Section.of(Kind.MEMORY, again, new MemorySection(report).after());
    }

    private Lines after() {
        String main = "  " + growth(report.main().memory());
        return lines(MemoryReport::after, target -> growth(target.memory()), main);
    }

    private Lines lines(Function<MemoryReport, Weight> moment, Function<TargetReport, String> words, String main) {
        List<String> lines = new ArrayList<>();
        for (TargetReport target : report.targets()) {
            Weight weight = moment.apply(target.memory());
            lines.add(
                    weight == null
                            ? TextRenderer.pad(target.title(), width) + " " + withoutWeight(target)
                            : weighed(target.title(), target.identity().pid(), weight) + "  " + words.apply(target));
        }
        Weight own = moment.apply(report.main().memory());
        if (own != null) {
            lines.add(weighed(Titles.main(report), report.main().pid(), own) + main);
        }
        return new Lines(lines);
    }

    /** Of a reason its first line; all of it stands at the end. */
    private static String withoutWeight(TargetReport target) {
        if (target.notWeighed()) {
            return "not weighed  " + target.identity().url();
        }
        return target.outcome().label() + (target.reason() == null ? "" : ": " + Titles.firstLine(target.reason()));
    }

    private String weighed(String title, Long pid, Weight weight) {
        return String.format(
                Locale.ROOT,
                "%s %s PID=%6d MEM(rss,vms)=(%s,%s) MiB",
                TextRenderer.pad(title, width),
                report.run().environment().system(),
                pid,
                Numbers.mebibytes(weight.rssBytes()),
                Numbers.mebibytes(weight.vmsBytes()));
    }

    private static String growth(MemoryReport memory) {
        if (memory.deltaRssBytes() == null) {
            return "";
        }
        String peak = memory.peakRssBytes() == null ? "" : " (peak " + Numbers.mebibytes(memory.peakRssBytes()) + ")";
        return "rss " + Numbers.signedMebibytes(memory.deltaRssBytes()) + peak;
    }

    /** At all moments. */
    static Section moments(Report report) {
        List<List<Cell>> rows = new ArrayList<>();
        for (TargetReport target : report.targets()) {
            rows.add(row(target.title(), target.notWeighed() ? NOT_WEIGHED : Field.row(MOMENTS, target.memory())));
        }
        rows.add(row(Titles.main(report), Field.row(MOMENTS, report.main().memory())));
        return Section.of(
                Kind.MEMORY,
                new Table(
                        "MiB at each moment of weighing, live heap after a garbage collection:",
                        join(List.of(Titles.plain(report).column()), columns(MOMENTS)),
                        rows,
                        List.of()));
    }

    private static List<Cell> row(String title, List<Cell> cells) {
        return join(List.of(Cell.of(title)), cells);
    }

    private static String reason(MemoryReport memory) {
        LiveHeap heap = memory.liveHeap();
        return heap == null || heap.reason() == null ? "" : Fault.oneLine(heap.reason(), 60);
    }
}
