package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.Analysis;
import weighbridge.record.Outcome;
import weighbridge.record.Recording;
import weighbridge.record.RunFolder;
import weighbridge.record.RunRecord;
import weighbridge.text.Json;

/** Whatever a server, a log or a file says, each file of a run is written, is of its format, and acts on nobody. */
class ForeignTextFilesTest {
    /** Halves of characters, controls of every kind, a byte order mark, marks that turn the writing, and no characters. */
    private static final String ODD =
            "\ud83d x \udd22\ud83e y \u0000\u0007\u001b[2J\u007f\u0085\u009b \u2028\u2029 \ufeff \u202e\u2066 \ufffe\uffff"
                    + " \ud83e\udd22 z \ud83d";

    @TempDir
    private static Path folder;

    private static RunFolder run;
    private static RunRecord record;

    @BeforeAll
    static void write() {
        run = new RunFolder(folder);
        Recording recording = new MadeUpRun()
                .remark(ODD)
                .round(List.of(
                        MadeUpTarget.good("well", 1).saying(ODD, "http://127.0.0.1/" + ODD, Outcome.MEASURED),
                        MadeUpTarget.good("died", 2).saying(ODD, ODD, Outcome.diedUnderLoad(ODD + "\n    " + ODD)),
                        MadeUpTarget.good("down", 3).saying(ODD, ODD, Outcome.failedToStart(ODD + "\n    " + ODD)),
                        MadeUpTarget.failing("failing", 20, List.of(ODD)).saying(ODD, ODD, Outcome.MEASURED)))
                .recording();
        record = recording.run();
        run.write(record);
        Map<String, String> files = SummaryFiles.of(Analysis.of(recording), recording);
        assertThat(files)
                .containsOnlyKeys(
                        "summary.json", "summary.txt", "summary.md", "targets.csv", "junit.xml", ReportPage.FILE);
        files.forEach(run::write);
    }

    @Test
    void theRunReadsBackWithItsHalvesReplaced() {
        String whole = "\ufffd x \ufffd\ufffd y " + ODD.substring(9, ODD.length() - 1) + "\ufffd";

        assertThat(run.readRun().remarks()).containsExactly(whole);
        assertThat(run.readRun().rounds().get(0).targets().get(0).version()).isEqualTo(whole);
        assertThat(run.readRun().rounds().get(0).targets()).hasSize(4);
    }

    @Test
    void theSummaryIsJsonOfItsSchema() throws IOException {
        String json = text("summary.json");

        assertThat(FormatsTest.faults(json)).isEmpty();
        assertThat(Json.tree(json).at("/targets/0/version").asString()).startsWith("\ufffd x \ufffd\ufffd y \u0000");
    }

    @Test
    void plainTextsHoldNoCharacterThatActs() throws IOException {
        for (String file : List.of("summary.txt", "summary.md", "targets.csv", "junit.xml")) {
            assertThat(text(file))
                    .as(file)
                    .contains("\ud83e\udd22 z", "\ufffd x \ufffd\ufffd y ")
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\n]]");
        }
    }

    @Test
    void theTableHasARowForEachTargetAndTheXmlIsWellFormed() throws IOException {
        assertThat(CSVParser.parse(new StringReader(text("targets.csv")), CSVFormat.RFC4180)
                        .getRecords())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).hasSize(13));
        JunitShape.check(JunitShape.parse(text("junit.xml")).getDocumentElement());
    }

    @Test
    void thePageHoldsNoCharacterThatHtmlForbids() throws IOException {
        assertThat(text(ReportPage.FILE))
                .contains("\ud83e\udd22 z")
                .doesNotContainPattern("[\\p{Cc}\\ufffe\\uffff&&[^\t\n]]");
    }

    /** Of a file in UTF-8; anything else fails. */
    private static String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
