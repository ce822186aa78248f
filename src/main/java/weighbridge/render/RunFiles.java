package weighbridge.render;

import java.util.LinkedHashMap;
import java.util.Map;
import weighbridge.analysis.Report;
import weighbridge.analysis.TraceAnalysis;
import weighbridge.record.Recording;
import weighbridge.record.Samples;

/** All files that a run folder holds of what its run says. */
public final class RunFiles {
    private RunFiles() {}

    /** Each file's text by its name. @param report of the recording */
    public static Map<String, String> of(Report report, Recording recording, Samples samples) {
        Map<String, String> files = new LinkedHashMap<>(SummaryFiles.of(report));
        files.put(ReportPage.FILE, page(report, recording, samples));
        return files;
    }

    /** The page. @param report of the recording */
    public static String page(Report report, Recording recording, Samples samples) {
        return ReportPage.format(report, TraceAnalysis.of(report, recording, samples));
    }
}
