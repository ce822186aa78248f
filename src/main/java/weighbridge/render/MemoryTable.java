package weighbridge.render;

import java.util.List;
import java.util.stream.Stream;
import weighbridge.analysis.MemoryReport;
import weighbridge.analysis.MemoryReport.LiveHeap;
import weighbridge.analysis.MemoryReport.Weight;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.text.Fault;

/** Memory at all moments of weighing. */
final class MemoryTable {
    private static final List<String> NOT_WEIGHED = List.of("not weighed", "", "", "", "", "", "", "", "", "", "");

    private MemoryTable() {}

    static List<String> lines(Report report, int titleWidth) {
        Table table = new Table(
                titleWidth,
                List.of(
                        "rss idle",
                        "rss warm",
                        "rss peak",
                        "rss after",
                        "rss settled",
                        "pss settled",
                        "private settled",
                        "heap warm",
                        "heap settled",
                        "retained",
                        ""));
        for (TargetReport target : report.targets()) {
            table.add(target.title(), target.notWeighed() ? NOT_WEIGHED : cells(target.memory()));
        }
        table.add("main " + report.main().version(), cells(report.main().memory()));
        return table.lines();
    }

    private static List<String> cells(MemoryReport memory) {
        Weight settled = memory.settled();
        LiveHeap heap = memory.liveHeap();
        boolean asked = heap != null;
        return Stream.of(
                        rss(memory.idle()),
                        rss(memory.warm()),
                        Text.mebibytesOrNot(memory.peakRssBytes()),
                        rss(memory.after()),
                        rss(settled),
                        Text.mebibytesOrNot(settled == null ? null : settled.pssBytes()),
                        Text.mebibytesOrNot(settled == null ? null : settled.privateBytes()),
                        Text.mebibytesOrNot(asked ? heap.warmBytes() : null),
                        Text.mebibytesOrNot(asked ? heap.settledBytes() : null),
                        asked && heap.retainedBytes() != null ? Text.signed(heap.retainedBytes()) : Text.NOT_AVAILABLE,
                        asked && heap.reason() != null ? Fault.oneLine(heap.reason(), 60) : "")
                .toList();
    }

    private static String rss(Weight weight) {
        return Text.mebibytesOrNot(weight == null ? null : weight.rssBytes());
    }
}
