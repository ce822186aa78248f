package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.render.Sheet.*;
import weighbridge.workload.BurstLoad;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Workload;

/** Which sections each format shows, in their order. */
final class Layout {
    private Layout() {}

    /** For plain text: the run as it went. */
    static Sheet plain(Report report) {
        List<Section> sections = new ArrayList<>();
        boolean rounds = report.rounds().count() > 1;
        boolean called = report.targets().stream().anyMatch(CallsSection::isCalled);
        boolean weighed = isWeighedAfter(report);
        if (rounds) {
            sections.add(RoundsSection.head(report));
        }
        sections.add(MemorySection.idle(report));
        if (called) {
            sections.add(CallsSection.of(report));
            sections.addAll(measured(report));
        }
        BoxesSection.of(report).forEach(table -> sections.add(Section.of(Kind.BOXES, table)));
        if (weighed) {
            sections.add(MemorySection.after(report));
        }
        if (called || weighed) {
            sections.add(MemorySection.moments(report));
        }
        if (rounds) {
            sections.add(RoundsSection.tables(report));
        }
        sections.add(Section.of(Kind.PROMISES, SloSection.plain(report.promises())));
        sections.add(Remarks.plain(report));
        return new Sheet("", sections);
    }

    /** For the end of a run on a console: what it came to, on one screen. */
    static Sheet console(Report report) {
        List<Section> sections = new ArrayList<>();
        boolean called = report.targets().stream().anyMatch(CallsSection::isCalled);
        boolean rounds = report.rounds().count() > 1;
        if (rounds) {
            sections.add(RoundsSection.head(report));
        }
        sections.add(MemorySection.consoleIdle(report));
        if (called) {
            sections.add(CallsSection.console(report));
        }
        if (isWeighedAfter(report) && !rounds) {
            sections.add(MemorySection.consoleAfter(report)); // of rounds the table has the medians
        }
        if (called) {
            sections.add(Section.of(Kind.SUMMARY, OverviewSection.of(report)));
            sections.add(Section.of(Kind.ORDERS, new Lines(RoundsSection.briefOrders(report))));
        }
        sections.add(Section.of(Kind.PROMISES, SloSection.console(report.promises())));
        String above = TextRenderer.format(new Sheet("", sections), TextStyle.CONSOLE);
        sections.add(Remarks.console(report, (int) above.lines().count()));
        return new Sheet("", sections);
    }

    private static boolean isWeighedAfter(Report report) {
        return report.main().memory().after() != null
                || report.targets().stream().anyMatch(target -> target.memory().after() != null);
    }

    private static List<Section> measured(Report report) {
        Workload workload = report.run().settings().workload();
        if (workload instanceof CapacitySearch) {
            return capacity(report);
        }
        Table latency = WindowTables.latency(report);
        Table cpu = WindowTables.cpu(report);
        return List.of(
                workload instanceof BurstLoad bursts
                        ? Section.of(Kind.CALLS, WindowTables.warmth(report, bursts), latency, cpu)
                        : Section.of(Kind.LOAD, LoadSection.plain(report), latency, cpu));
    }

    private static List<Section> capacity(Report report) {
        List<TargetReport> targets = report.targets().stream()
                .filter(target -> target.capacity() != null)
                .toList();
        List<Section> sections =
                new ArrayList<>(targets.stream().map(CapacitySection::plain).toList());
        targets.forEach(target -> sections.add(ProbesSection.plain(target)));
        return sections;
    }

    /** For a review, in which there is room for the most important only. */
    static Sheet brief(Report report) {
        List<Section> sections = new ArrayList<>(figures(report));
        List<Table> boxes = BoxesSection.of(report);
        if (!boxes.isEmpty()) {
            sections.add(Section.titled(Kind.BOXES, "Boxes", boxes.toArray(Part[]::new)));
        }
        List<String> orders = RoundsSection.orders(report);
        if (!orders.isEmpty()) {
            sections.add(Section.titled(Kind.ORDERS, "Orders", new Lines(orders)));
        }
        if (!report.promises().isEmpty()) {
            sections.add(Section.titled(Kind.PROMISES, "SLOs", SloSection.table(report.promises())));
        }
        List<Fact> remarks = Remarks.of(report).stream()
                .map(remark -> new Fact(remark.kind().title(), remark.words()))
                .toList();
        if (!remarks.isEmpty()) {
            sections.add(Section.titled(Kind.REMARKS, "Remarks", new Facts(remarks)));
        }
        sections.add(Section.titled(Kind.RUN, "What was run", RunSection.brief(report)));
        sections.add(Section.titled(Kind.COMMAND, "Again", new Code("sh", RepeatCommand.of(report))));
        return new Sheet(Headline.of(report), sections);
    }

    private static List<Section> figures(Report report) {
        Workload workload = report.run().settings().workload();
        if (workload instanceof CapacitySearch) {
            return List.of(Section.of(Kind.CAPACITY, CapacitySection.brief(report)));
        }
        Section summary = Section.of(Kind.SUMMARY, SummarySection.table(report));
        return workload instanceof BurstLoad
                ? List.of(summary)
                : List.of(Section.of(Kind.LOAD, LoadSection.brief(report)), summary);
    }
}
