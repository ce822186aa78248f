package weighbridge.render;

import static weighbridge.render.Field.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import weighbridge.analysis.MemoryReport;
import weighbridge.analysis.MemoryReport.LiveHeap;
import weighbridge.analysis.MemoryReport.Weight;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.record.GroupMemory;
import weighbridge.record.Outcome;
import weighbridge.render.Sheet.*;
import weighbridge.text.Fault;
import weighbridge.text.Limits;

/** What the targets and the process that calls them weigh: before the load, after it, and at all moments. */
final class MemorySection {
    private static final List<Field<MemoryReport>> MOMENTS = List.of(
            number("RSS idle", at(MemoryReport::idle, Weight::rssBytes), Numbers::mebibytes),
            number("RSS warm", at(MemoryReport::warm, Weight::rssBytes), Numbers::mebibytes),
            number("RSS peak", MemoryReport::peakRssBytes, Numbers::mebibytes),
            number("RSS after", at(MemoryReport::after, Weight::rssBytes), Numbers::mebibytes),
            number("RSS settled", at(MemoryReport::settled, Weight::rssBytes), Numbers::mebibytes),
            number("RSS peak overall", MemoryReport::overallPeakRssBytes, Numbers::mebibytes),
            number("pss settled", at(MemoryReport::settled, Weight::pssBytes), Numbers::mebibytes),
            number("private settled", at(MemoryReport::settled, Weight::privateBytes), Numbers::mebibytes),
            number("heap warm", at(MemoryReport::liveHeap, LiveHeap::warmBytes), Numbers::mebibytes),
            number("heap settled", at(MemoryReport::liveHeap, LiveHeap::settledBytes), Numbers::mebibytes),
            number("retained", at(MemoryReport::liveHeap, LiveHeap::retainedBytes), Numbers::signedMebibytes),
            words("", MemorySection::reason));

    private static final List<Field<TargetReport>> GROUPS = List.of(
            number("limit", at(target -> target.window().limits(), Limits::memoryBytes), Numbers::mebibytes),
            number("peak", group(GroupMemory::peakBytes), Numbers::mebibytes),
            number("anon", group(GroupMemory::anonBytes), Numbers::mebibytes),
            number("file", group(GroupMemory::fileBytes), Numbers::mebibytes),
            number("sock", group(GroupMemory::sockBytes), Numbers::mebibytes),
            number("kernel", group(GroupMemory::kernelBytes), Numbers::mebibytes));

    private static final List<Cell> NOT_WEIGHED =
            join(List.of(Cell.of("not weighed")), Collections.nCopies(MOMENTS.size() - 1, Cell.of("")));

    private MemorySection() {}

    /** Before any load, with what is called. */
    static Section idle(Report report) {
        return Section.of(
                Kind.MEMORY,
                new Lines(started(report)),
                weights(report, MemoryReport::idle, TargetReport::title, true));
    }

    /** The same without an empty line. */
    static Section consoleIdle(Report report) {
        return Section.of(
                Kind.MEMORY,
                new Lines(join(
                        started(report),
                        weights(report, MemoryReport::idle, Titles::brief, true).lines())));
    }

    private static List<String> started(Report report) {
        List<String> started = new ArrayList<>();
        started.add("Started independent subprocesses: " + names(report, Titles::wasStarted));
        Predicate<TargetReport> ranAlready =
                target -> !target.identity().started() && target.outcome() != Outcome.Kind.FAILED_TO_START;
        if (report.targets().stream().anyMatch(ranAlready)) {
            started.add("Running already, left running: " + names(report, ranAlready));
        }
        if (report.main().memory().idle() != null) {
            started.add(waited(report));
        }
        return started;
    }

    private static String names(Report report, Predicate<TargetReport> which) {
        return Titles.orNone(report.targets().stream().filter(which).map(TargetReport::name));
    }

    private static String waited(Report report) {
        String seconds = Numbers.seconds(report.run().settings().settleMillis());
        return "Waited " + seconds + " seconds, measuring memory consumption now:";
    }

    /** After it, with how much was gained. */
    static Section after(Report report) {
        return Section.of(
                Kind.MEMORY, Lines.of(again(report)), weights(report, MemoryReport::after, TargetReport::title, false));
    }

    /** The same without an empty line, by name alone: versions stand above it on a console. */
    static Section consoleAfter(Report report) {
        return Section.of(
                Kind.MEMORY,
                new Lines(join(
                        List.of(again(report)),
                        weights(report, MemoryReport::after, TargetReport::name, false)
                                .lines())));
    }

    private static String again(Report report) {
        return "Now after all those calls, measure memory again ...  " + waited(report);
    }

    private static String growth(MemoryReport memory) {
        if (memory.deltaRssBytes() == null) {
            return "  ";
        }
        String peak = memory.peakRssBytes() == null ? "" : " (peak " + Numbers.mebibytes(memory.peakRssBytes()) + ")";
        return "  rss " + Numbers.signedMebibytes(memory.deltaRssBytes()) + peak;
    }

    /** A line for each target and for the process that calls them; before any load with what is called. */
    private static Lines weights(
            Report report, Function<MemoryReport, Weight> moment, Function<TargetReport, String> title, boolean idle) {
        int width = Stream.concat(
                        Stream.of(Titles.main(report)),
                        report.targets().stream().map(title))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (TargetReport target : report.targets()) {
            Weight weight = moment.apply(target.memory());
            String words = idle ? "  " + target.identity().url() : growth(target.memory());
            lines.add(TextRenderer.pad(title.apply(target), width) + " "
                    + (weight == null
                            ? withoutWeight(target)
                            : weighed(report, target.identity().pid(), weight) + words));
        }
        Weight own = moment.apply(report.main().memory());
        if (own != null) {
            String words = idle ? "" : growth(report.main().memory());
            lines.add(TextRenderer.pad(Titles.main(report), width) + " "
                    + weighed(report, report.main().pid(), own) + words);
        }
        return new Lines(lines);
    }

    private static String withoutWeight(TargetReport target) {
        return target.notWeighed() ? "not weighed  " + target.identity().url() : Titles.outcome(target);
    }

    private static String weighed(Report report, Long pid, Weight weight) {
        return String.format(
                        Locale.ROOT, "%s PID=%6d", report.run().environment().system(), pid)
                + " MEM(rss,vms)=(" + Numbers.mebibytes(weight.rssBytes()) + "," + Numbers.mebibytes(weight.vmsBytes())
                + ") MiB";
    }

    private static Function<TargetReport, Number> group(Function<GroupMemory, Long> of) {
        return at(target -> target.memory().group(), of);
    }

    /** What the control groups of targets were charged with; without a row where none has one of its own. */
    private static Table groups(Report report) {
        return table(
                "MiB of control groups at the end of the load (peak: since the group was made):",
                join(List.of(Titles.plain(report)), GROUPS),
                report.targets().stream()
                        .filter(target -> target.memory().group() != null)
                        .toList());
    }

    /** At all moments. */
    static Section moments(Report report) {
        List<List<Cell>> rows = new ArrayList<>();
        for (TargetReport target : report.targets()) {
            List<Cell> title = List.of(Cell.of(target.title()));
            rows.add(join(title, target.notWeighed() ? NOT_WEIGHED : row(MOMENTS, target.memory())));
        }
        rows.add(join(
                List.of(Cell.of(Titles.main(report))),
                row(MOMENTS, report.main().memory())));
        List<Part> parts = new ArrayList<>();
        parts.add(new Table(
                "MiB at each moment of weighing, live heap after a garbage collection:",
                join(List.of(Titles.plain(report).column()), columns(MOMENTS)),
                rows,
                List.of()));
        Table groups = groups(report);
        if (!groups.rows().isEmpty()) {
            parts.add(groups);
        }
        return new Section(Kind.MEMORY, "", parts);
    }

    private static String reason(MemoryReport memory) {
        LiveHeap heap = memory.liveHeap();
        return heap == null || heap.reason() == null ? "" : Fault.oneLine(heap.reason(), 60);
    }
}
