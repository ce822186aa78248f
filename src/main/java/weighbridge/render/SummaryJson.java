package weighbridge.render;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import weighbridge.analysis.Report;
import weighbridge.text.Json;

/** {@code summary.json}; its schema lies beside this class as {@code summary-1.schema.json}. */
public final class SummaryJson {
    private static final JsonMapper MAPPER = Json.with(new FindingsModule());

    private SummaryJson() {}

    /** The report as JSON. */
    public static String format(Report report) {
        return MAPPER.writeValueAsString(report) + "\n";
    }

    /** The same on one line. */
    static String compact(Report report) {
        return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report);
    }
}
