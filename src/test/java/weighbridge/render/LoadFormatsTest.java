package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.analysis.Report;

/** Every format of the runs that go on for a time. */
class LoadFormatsTest {
    private static final Map<String, Report> RUNS = Map.of(
            "capacity", MadeUpLoads.capacity(),
            "steady-open", MadeUpLoads.open(),
            "steady-closed", MadeUpLoads.closed());

    @EachLocale
    void formatsAreTheSameInEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));

        for (Map.Entry<String, Report> run : RUNS.entrySet()) {
            Golden.check("summary-" + run.getKey() + ".txt", SummaryFiles.text(run.getValue()));
            Golden.check("summary-" + run.getKey() + ".md", SummaryFiles.markdown(run.getValue()));
            Golden.check("targets-" + run.getKey() + ".csv", SummaryFiles.csv(run.getValue()));
        }
        Golden.check("summary-capacity.json", SummaryJson.format(RUNS.get("capacity")));
    }

    @Test
    void theSummariesAreValidAgainstTheirSchema() throws IOException {
        for (Report run : RUNS.values()) {
            assertThat(FormatsTest.faults(SummaryJson.format(run))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"generatorP99\" : 2.1=\"generatorP98\" : 2.1",
                "\"verdict\" : \"kept\"=\"verdict\" : \"well\"",
                "\"bound\" : \"slo\"=\"bound\" : \"luck\"",
                "\"kind\" : \"open\"=\"kind\" : \"ajar\"",
                "\"purpose\" : \"narrow\"=\"purpose\" : \"guess\"",
                "\"share\" : 0.5=\"share\" : 50",
                "\"calls\" : 0,=\"calls\" : 800,",
                "\"limitMillis\" : 600000=\"limitMillis\" : 0",
                "\"searchSeconds\"=\"seconds\""
            })
    void theSchemaRefusesWhatIsNoCapacity(String change) throws IOException {
        String json = SummaryJson.format(RUNS.get("capacity"));
        String[] parts = change.split("=");

        assertThat(json).contains(parts[0]);
        assertThat(FormatsTest.faults(json.replaceFirst(Pattern.quote(parts[0]), parts[1])))
                .isNotEmpty();
    }

    /** A console may be one that knows nothing else. */
    @Test
    void theConsoleGetsAsciiOnly() {
        RUNS.values().forEach(run -> assertThat(SummaryFiles.text(run)).isASCII());
    }

    @Test
    void whatTheGeneratorLimitedIsNeverSaidWithoutAtLeast() {
        for (String text : List.of(
                SummaryFiles.text(RUNS.get("capacity")),
                SummaryFiles.markdown(RUNS.get("capacity")),
                Headline.of(RUNS.get("capacity")))) {
            assertThat(text).contains("at least 6,000").doesNotContainPattern("(?<!at least )6,000 calls/s[^ ]");
        }
        assertThat(SummaryFiles.csv(RUNS.get("capacity")).lines().filter(line -> line.contains(",jetty,")))
                .anyMatch(line -> line.contains(",capacityAtLeast,"))
                .noneMatch(line -> line.contains(",capacity,"));
    }
}
