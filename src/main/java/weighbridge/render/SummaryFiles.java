package weighbridge.render;

import java.util.LinkedHashMap;
import java.util.Map;
import weighbridge.analysis.Report;

/** The files that a run folder holds of its report. */
public final class SummaryFiles {
    /** What the console shows. */
    public static final String TEXT = "summary.txt";

    private SummaryFiles() {}

    /** Each file's text by its name. */
    public static Map<String, String> of(Report report) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("summary.json", SummaryJson.format(report));
        files.put(TEXT, ConsoleSummary.format(report));
        files.put("summary.md", MarkdownSummary.format(report));
        files.put("targets.csv", TargetsCsv.format(report));
        if (!report.promises().isEmpty()) {
            files.put("junit.xml", JunitXml.format(report.run().startedAt(), report.promises()));
        }
        return files;
    }
}
