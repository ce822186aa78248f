package weighbridge.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import weighbridge.analysis.Report;
import weighbridge.analysis.TraceAnalysis;
import weighbridge.record.Recording;

/** The files that a run folder holds of its report. */
public final class SummaryFiles {
    /** Every table in plain text. */
    public static final String TEXT = "summary.txt";

    private SummaryFiles() {}

    /** Each file's text by its name, with the page, which is made at the same time. @param report of the recording */
    public static Map<String, String> of(Report report, Recording recording) {
        CompletableFuture<String> page = CompletableFuture.supplyAsync(() -> page(report, recording));
        Map<String, String> files = of(report);
        try {
            files.put(ReportPage.FILE, page.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return files;
    }

    /** Each file's text by its name, but for the page, which takes longer. */
    public static Map<String, String> of(Report report) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("summary.json", SummaryJson.format(report));
        files.put(TEXT, text(report));
        files.put("summary.md", markdown(report));
        files.put("targets.csv", csv(report));
        if (!report.promises().isEmpty()) {
            files.put("junit.xml", JunitXml.format(report));
        }
        return files;
    }

    /** The page. @param report of the recording */
    public static String page(Report report, Recording recording) {
        return ReportPage.format(report, TraceAnalysis.of(report, recording));
    }

    /** Every table. */
    public static String text(Report report) {
        return TextRenderer.format(Layout.plain(report), TextStyle.FILE);
    }

    /** What a console shows of a run: the main figures and remarks on one screen. @param detailed whether every table */
    public static String console(Report report, boolean detailed, TextStyle style) {
        return detailed ? text(report) : TextRenderer.format(Layout.console(report), style);
    }

    static String markdown(Report report) {
        return MarkdownRenderer.format(Layout.brief(report));
    }

    static String csv(Report report) {
        return CsvRenderer.format(FiguresTable.of(report));
    }
}
