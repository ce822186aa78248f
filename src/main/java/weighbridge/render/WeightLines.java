package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weighbridge.analysis.MemoryReport;
import weighbridge.analysis.MemoryReport.Weight;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;

/** A line for each target and for the process that hammers, with what it weighed at one moment. */
final class WeightLines {
    private final Report report;
    private final int titleWidth;
    private final List<String> lines = new ArrayList<>();

    private WeightLines(Report report, int titleWidth) {
        this.report = report;
        this.titleWidth = titleWidth;
    }

    /** Before any load, with what is called. */
    static List<String> idle(Report report, int titleWidth) {
        WeightLines lines = new WeightLines(report, titleWidth);
        report.targets()
                .forEach(target -> lines.add(
                        target, target.memory().idle(), target.identity().url()));
        lines.addMain(report.main().memory().idle(), "");
        return lines.lines;
    }

    /** After it, with how much was gained. */
    static List<String> after(Report report, int titleWidth) {
        WeightLines lines = new WeightLines(report, titleWidth);
        report.targets().forEach(target -> lines.add(target, target.memory().after(), growth(target.memory())));
        lines.addMain(
                report.main().memory().after(), "  " + growth(report.main().memory()));
        return lines.lines;
    }

    private void add(TargetReport target, Weight weight, String words) {
        lines.add(
                weight == null
                        ? withoutWeight(target)
                        : weighed(target.title(), target.identity().pid(), weight) + "  " + words);
    }

    private void addMain(Weight weight, String words) {
        if (weight != null) {
            lines.add(weighed("main " + report.main().version(), report.main().pid(), weight) + words);
        }
    }

    private String withoutWeight(TargetReport target) {
        return Text.pad(target.title(), titleWidth) + " "
                + (target.notWeighed() ? "not weighed  " + target.identity().url() : failed(target));
    }

    /** The reason's first line; all of it stands at the end. */
    private static String failed(TargetReport target) {
        return target.reason() == null
                ? target.outcome()
                : target.outcome() + ": " + target.reason().lines().findFirst().orElse("");
    }

    private String weighed(String title, Long pid, Weight weight) {
        return String.format(
                Locale.ROOT,
                "%s %s PID=%6d MEM(rss,vms)=(%s,%s) MiB",
                Text.pad(title, titleWidth),
                report.run().environment().system(),
                pid,
                Text.mebibytes(weight.rssBytes()),
                Text.mebibytes(weight.vmsBytes()));
    }

    private static String growth(MemoryReport memory) {
        if (memory.deltaRssBytes() == null) {
            return "";
        }
        String peak = memory.peakRssBytes() == null ? "" : " (peak " + Text.mebibytes(memory.peakRssBytes()) + ")";
        return "rss " + Text.signed(memory.deltaRssBytes()) + peak;
    }
}
