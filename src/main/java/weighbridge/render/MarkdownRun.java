package weighbridge.render;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import weighbridge.analysis.Report;
import weighbridge.record.Host;

/** What was run, and on what, in Markdown. */
final class MarkdownRun {
    private MarkdownRun() {}

    /** A list of it. @param most characters of one line */
    static List<String> lines(Report report, int most) {
        Host host = report.run().environment();
        Map<String, String> settings = RepeatCommand.settings(report);
        String differing = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        return List.of(
                "- **Run:** "
                        + Markdown.text(
                                report.run().id() + ", started " + report.run().startedAt() + ", "
                                        + report.run().simulation(),
                                most),
                "- **Settings:** " + (settings.isEmpty() ? "the defaults" : Markdown.code(differing, most)),
                "- **Machine:** " + Markdown.text(machine(host), most),
                "- **JDK:** " + Markdown.text(jdk(host), most),
                "- **Versions:** "
                        + Markdown.text(
                                "Weighbridge "
                                        + Text.orNotAvailable(report.main().version()) + ", Gatling "
                                        + Text.orNotAvailable(report.main().gatling()),
                                most));
    }

    private static String machine(Host host) {
        return String.format(
                Locale.ROOT,
                "%s, kernel %s, %s, %s, %d logical cores, %.1f GiB of memory",
                Text.orNotAvailable(host.os()),
                Text.orNotAvailable(host.kernel()),
                Text.orNotAvailable(host.architecture()),
                Text.orNotAvailable(host.cpuModel()),
                host.logicalCores(),
                host.memoryBytes() / (double) (1 << 30));
    }

    private static String jdk(Host host) {
        return Text.orNotAvailable(host.java())
                + (host.jvmFlags().isEmpty() ? "" : ", generator with " + String.join(" ", host.jvmFlags()));
    }
}
