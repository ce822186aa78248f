package weighbridge.render;

import java.util.List;
import weighbridge.analysis.CpuReport;
import weighbridge.analysis.GeneratorReport;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;

/** Processor time of each target over its window, and the generator's beside it. */
final class CpuTable {
    private CpuTable() {}

    static List<String> lines(Report report, int titleWidth) {
        Table table = new Table(
                titleWidth,
                List.of(
                        "CPU s/1000 calls",
                        "of the machine",
                        "generator s/1000 calls",
                        "its part",
                        "its longest stall ms",
                        "its GC ms",
                        "it waited",
                        "others"));
        report.targets().forEach(target -> table.add(target.title(), cells(target)));
        return table.lines();
    }

    private static List<String> cells(TargetReport target) {
        CpuReport own = target.window().cpu();
        GeneratorReport generator = target.window().generator();
        if (generator == null) {
            String none = Text.NOT_AVAILABLE;
            return List.of(none, none, none, none, none, none, none, none);
        }
        return List.of(
                seconds(own),
                share(own),
                seconds(generator.cpu()),
                share(generator.cpu()),
                Long.toString(generator.health().longestStallMillis()),
                Long.toString(generator.health().gcPauseMillis()),
                Text.wholePercent(generator.health().deniedShare()),
                target.window().othersShare() == null
                        ? Text.NOT_AVAILABLE
                        : Text.wholePercent(target.window().othersShare()));
    }

    private static String seconds(CpuReport cpu) {
        return cpu == null ? Text.NOT_AVAILABLE : Text.seconds(cpu.secondsPer1000Calls());
    }

    private static String share(CpuReport cpu) {
        return cpu == null ? Text.NOT_AVAILABLE : Text.wholePercent(cpu.machineShare());
    }
}
