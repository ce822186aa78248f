package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Report;
import weighbridge.record.RunRecord;
import weighbridge.record.SampleRounds;
import weighbridge.record.SampleRun;
import weighbridge.text.Json;

public class FormatsTest {
    private final Report report = Analysis.of(SampleRun.recording());
    private final Report rounds = Analysis.of(SampleRounds.six());

    @EachLocale
    void formatsAreTheSameInEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));

        Golden.check("summary.txt", SummaryFiles.text(report));
        Golden.check("summary.json", SummaryJson.format(report));
        Golden.check("run.json", Json.write(SampleRun.record()));
        Golden.check("summary-rounds.txt", SummaryFiles.text(rounds));
    }

    @Test
    void theSummaryIsValidAgainstItsSchema() throws IOException {
        assertThat(faults(SummaryJson.format(report))).isEmpty();
        assertThat(faults(SummaryJson.format(rounds))).isEmpty();
    }

    @Test
    void theSchemaRefusesARenamedKeyAndAFigureOutOfItsRange() throws IOException {
        String json = SummaryJson.format(report);

        assertThat(faults(json.replace("\"windowSeconds\"", "\"window\""))).isNotEmpty();
        assertThat(faults(json.replaceFirst("\"successRatio\" : [0-9.]+", "\"successRatio\" : 1.5")))
                .isNotEmpty();
    }

    @Test
    void aRunRecordReadsBackAsItWasWritten() {
        assertThat(Json.read(Json.write(SampleRun.record()), RunRecord.class)).isEqualTo(SampleRun.record());
    }

    @Test
    void aPageCarriesTheSameSummary() {
        assertThat(Json.tree(SummaryJson.compact(report))).isEqualTo(Json.tree(SummaryJson.format(report)));
        assertThat(Json.tree(SummaryJson.compact(rounds))).isEqualTo(Json.tree(SummaryJson.format(rounds)));
    }

    /** What the schema says against a summary. */
    public static List<Error> faults(String json) throws IOException {
        try (InputStream in = SummaryJson.class.getResourceAsStream("summary-1.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
            return schema.validate(json, InputFormat.JSON);
        }
    }
}
