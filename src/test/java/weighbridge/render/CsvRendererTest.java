package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Report;
import weighbridge.figure.Figure;
import weighbridge.record.SampleRounds;
import weighbridge.record.SampleRun;

class CsvRendererTest {
    @EachLocale
    void theFormatIsTheSameInEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));

        Golden.check("targets.csv", SummaryFiles.csv(Analysis.of(SampleRun.recording())));
        Golden.check("targets-rounds.csv", SummaryFiles.csv(Analysis.of(SampleRounds.six())));
    }

    @Test
    void eachTargetHasARowForEachFigure() throws IOException {
        List<CSVRecord> rows = rows(Analysis.of(SampleRounds.six()));
        CSVRecord first = rows.get(0);

        assertThat(rows).hasSize(2 * Figure.values().length);
        assertThat(first.toMap().keySet())
                .containsExactlyInAnyOrder(
                        "run",
                        "target",
                        "version",
                        "outcome",
                        "round_count",
                        "figure",
                        "label",
                        "unit",
                        "value",
                        "low",
                        "high",
                        "min",
                        "max");
        assertThat(first.get("target")).isEqualTo("good");
        assertThat(first.get("outcome")).isEqualTo("measured");
        assertThat(first.get("figure")).isEqualTo("secondsPerCall");
        assertThat(first.get("unit")).isEqualTo("seconds");
        assertThat(first.get("round_count")).isEqualTo("6");
        // 259 to 339 ms ÷ 800 calls
        assertThat(Double.parseDouble(first.get("low"))).isEqualTo(0.00032375);
        assertThat(first.get("low")).isEqualTo(first.get("min"));
    }

    @Test
    void whatIsNotKnownIsEmpty() throws IOException {
        CSVRecord row = rows(MadeUp.report().target("a", (Double) null).get()).get(0);

        assertThat(List.of(row.get("value"), row.get("low"), row.get("high"), row.get("min"), row.get("max")))
                .containsOnly("");
        assertThat(row.get("round_count")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "0.000135, 0.000135",
        "1e-7, 0.0000001",
        "53687091200, 53687091200",
        "100, 100",
        "0, 0",
        "-1048576, -1048576",
        "0.1, 0.1"
    })
    void numbersArePlainDecimals(double value, String text) throws IOException {
        Report report =
                MadeUp.report().target("a", Figure.DELTA_RSS_BYTES, value).get();

        assertThat(rows(report).get(Figure.DELTA_RSS_BYTES.ordinal()).get("value"))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"})
    void aFormulaIsMadeAText(String formula) throws IOException {
        CSVRecord row = rows(MadeUp.report().hostile(formula).get()).get(0);

        assertThat(row.get("target")).isEqualTo("'" + formula.replaceAll("\\p{Cc}", "?"));
        assertThat(row.get("version")).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a\"b", "\"", "\";=1", "a;b", " a ", "#a", "ä"})
    void textsReadBack(String text) throws IOException {
        assertThat(rows(MadeUp.report().hostile(text).get()).get(0).get("target"))
                .isEqualTo(text);
    }

    @Test
    void aTextStaysOnItsLine() {
        String text = SummaryFiles.csv(MadeUp.report().hostile("a\r\nb\u001b").get());

        assertThat(text).contains("a??b?").doesNotContain("\r").endsWith("\n");
        assertThat(text.lines()).hasSize(1 + Figure.values().length);
    }

    private static List<CSVRecord> rows(Report report) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                SummaryFiles.csv(report),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }
}
