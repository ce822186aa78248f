package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Report;
import weighbridge.record.RecordingReader;
import weighbridge.record.RunFolder;
import weighbridge.text.Json;

/** A real run of the first release, held against the summary that it made of it. */
class OldRunsTest {
    private static final Path RUN = Path.of("src/test/resources/runs/0.1.0");

    private final Report report = Analysis.of(RecordingReader.read(new RunFolder(RUN)));

    /** Keys may be added; what was told then is told today. */
    @Test
    void allThatItsOwnVersionToldIsTold() throws IOException {
        JsonNode then = Json.tree(Files.readString(RUN.resolve("summary.json")));
        JsonNode now = Json.tree(SummaryJson.format(report));

        assertThat(now.get("targets")).hasSize(2);
        same(then, now, "");
    }

    private static void same(JsonNode then, JsonNode now, String place) {
        if (then.isObject()) {
            then.propertyNames().forEach(key -> same(then.get(key), now.path(key), place + "/" + key));
        } else if (then.isArray()) {
            assertThat(now.size()).as(place).isEqualTo(then.size());
            for (int index = 0; index < then.size(); index++) {
                same(then.get(index), now.get(index), place + "/" + index);
            }
        } else {
            assertThat(now).as(place).isEqualTo(then);
        }
    }

    @Test
    void whatIsSaidIsValidAgainstTheSchemaOfToday() throws IOException {
        assertThat(FormatsTest.faults(SummaryJson.format(report))).isEmpty();
    }

    @Test
    void theSameBytesComeOutTwice() {
        Report again = Analysis.of(RecordingReader.read(new RunFolder(RUN)));

        assertThat(SummaryJson.format(again)).isEqualTo(SummaryJson.format(report));
        assertThat(SummaryFiles.text(again)).isEqualTo(SummaryFiles.text(report));
    }

    @Test
    void figuresOfThreeKindsAreSaid() {
        assertThat(SummaryFiles.text(report))
                .contains("with 100.0% success - Counter({200: 20})", "Linux PID= ", "MiB  rss +")
                .doesNotContain("null", "NaN");
        assertThat(Headline.of(report)).startsWith("Both targets answered all of their calls in time");
        assertThat(SummaryFiles.markdown(report)).doesNotContain("null", "NaN");
        assertThat(SummaryFiles.csv(report))
                .contains(",success,success,ratio,1,,,1,1\n")
                .doesNotContain("null", "NaN");
    }
}
