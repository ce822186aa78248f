package weighbridge.render;

import weighbridge.analysis.Report;
import weighbridge.text.Json;

/** {@code summary.json}; its schema lies beside this class as {@code summary-1.schema.json}. */
public final class SummaryJson {
    private SummaryJson() {}

    /** The report as JSON. */
    public static String format(Report report) {
        return Json.write(report);
    }
}
