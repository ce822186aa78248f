package weighbridge.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.record.Reading.Column;
import weighbridge.record.Reading.Counts;
import weighbridge.record.Samples.Series;

class SamplesTest {
    private static final String HEADER = SampleWriter.HEADER + "\n";
    private static final String NETTY = "1795428931000,netty,60000000,2800000000,1.250,1,0,40,31\n";
    private static final String MAIN = "1795428931100,main,150000000,3700000000,12.000,1,0,,\n";

    @TempDir
    Path path;

    @Test
    void aRunWithoutAFileHasNone() throws IOException {
        Samples samples = Samples.read(new RunFolder(path));

        assertThat(samples.of("netty").size()).isZero();
        assertThat(samples.skipped()).isZero();
    }

    @Test
    void whatWasWrittenIsReadByName() throws IOException {
        try (SampleWriter writer = new SampleWriter(path.resolve("samples.csv"))) {
            for (int sample = 0; sample < 100; sample++) {
                writer.write(new Sample(
                        1000 + sample,
                        "netty",
                        new Reading(2000 + sample, 1, null, null, sample / 8.0, 1, 0, new Counts(40L + sample, null))));
            }
            writer.write(new Sample(5, "main", new Reading(6, 1, null, null, 7, 1, 0, Counts.UNKNOWN)));
        }

        Samples samples = Samples.read(new RunFolder(path));

        Series netty = samples.of("netty");
        assertThat(netty.size()).isEqualTo(100);
        assertThat(netty.atMillis(99)).isEqualTo(1099);
        assertThat(netty.value(Column.RSS_BYTES, 99)).isEqualTo(2099);
        assertThat(netty.value(Column.CPU_SECONDS, 99)).isEqualTo(12.375);
        assertThat(netty.value(Column.OPEN_FILES, 99)).isEqualTo(139);
        assertThat(netty.value(Column.THREADS, 99)).isNaN();
        assertThat(samples.of("main").size()).isEqualTo(1);
        assertThat(samples.of("main").value(Column.CPU_SECONDS, 0)).isEqualTo(7);
        assertThat(samples.of("nobody").size()).isZero();
        assertThat(samples.skipped()).isZero();
    }

    @Test
    void columnsAreFoundByTheirNames() throws IOException {
        Samples samples = read("later,cpu_seconds,name,rss_bytes,at_millis\nx,1.5,netty,20,10\n");

        assertThat(samples.of("netty").atMillis(0)).isEqualTo(10);
        assertThat(samples.of("netty").value(Column.RSS_BYTES, 0)).isEqualTo(20);
        assertThat(samples.of("netty").value(Column.CPU_SECONDS, 0)).isEqualTo(1.5);
    }

    /** Also where what is left of it would be a whole line: 3 of 31 threads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1795428931200,netty",
                "1795428931200,netty,6,2,1.250,1,0,4,3",
                "1795428931200,netty,6,2,1.2"
            })
    void aLastLineThatWasCutOffIsLeftOut(String rest) throws IOException {
        Samples samples = read(HEADER + NETTY + rest);

        assertThat(samples.of("netty").size()).isEqualTo(1);
        assertThat(samples.skipped()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",,,,,,,,",
                "no sample at all",
                "1795428931000,netty,60000000,2800000000,1.250,1,0,x,31",
                "1795428931000,netty,60000000,2800000000,1.250,1,0,40",
                "1795428931000,netty,60000000,2800000000,1.250,1,0,x,31",
                "1795428931000,netty,60000000,2800000000,1.250,1,0,40,31,0",
                "at_millis,name,rss_bytes,vms_bytes,cpu_seconds,processes,stopped,open_files,threads",
                "1795428931000,netty,60000000,2800000000,1.250,1,0,x,31",
                "1795428931000,netty,6e7,2800000000,1.250,1,0,40,31",
                "1795428931000,netty,60000000,2800000000,1.250,1,0,x,31",
                "1795428931000,netty,-1,2800000000,1.250,1,0,40,31",
                "1795428931000,netty,60000000,2800000000,1.250,1,0,x,31",
                "1795428931000,netty,60000000,2800000000,NaN,1,0,40,31",
                "1795428931000,netty,60000000,2800000000,1.250,1,0,x,31",
                "1795428931000,netty,60000000,2800000000,Infinity,1,0,40,31",
                "1795428931000,netty,60000000,2800000000,1.250,1,0,x,31",
                "1795428931000,\"netty,60000000,2800000000,-1.250,1,0,40,31",
                "1795428931000,netty,60000000,2800000000,1.250,1,0,x,31",
                "179542893\0\0\0\0"
            })
    void aLineThatIsNoSampleIsSkippedAndCounted(String line) throws IOException {
        Samples samples = read(HEADER + NETTY + line + "\n" + MAIN);

        assertThat(samples.of("netty").size()).isEqualTo(1);
        assertThat(samples.of("main").size()).isEqualTo(1);
        assertThat(samples.skipped()).isEqualTo(1);
    }

    @Test
    void bytesThatAreNoTextEndNothing() throws IOException {
        Samples samples = read((HEADER + "\u00ff\u00fe\u0000\n" + NETTY).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(samples.of("netty").size()).isEqualTo(1);
        assertThat(samples.skipped()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "at_millis, 0", "'at_millis,name\n1,netty\n', 1", "'1,netty,2,3,4,1,0\n1,netty,2,3,4,1,0\n', 1"
    })
    void aFileWithoutTheColumnsHasNoSamples(String text, int skipped) throws IOException {
        Samples samples = read(text);

        assertThat(samples.of("netty").size()).isZero();
        assertThat(samples.skipped()).isEqualTo(skipped);
    }

    @Test
    void aFileOfTheFirstReleaseIsRead() throws IOException {
        RunFolder folder = new RunFolder(Path.of("src/test/resources/runs/0.1.0"));
        Samples samples = Samples.read(folder);

        int size = samples.of("jdk-httpserver").size()
                + samples.of("netty").size()
                + samples.of("main").size();
        assertThat(size)
                .isPositive()
                .isEqualTo(Files.readAllLines(folder.samples()).size() - 1);
        assertThat(samples.skipped()).isZero();
        assertThat(samples.of("netty").value(Column.OPEN_FILES, 0)).isNaN();
    }

    private Samples read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Samples read(byte[] bytes) throws IOException {
        Files.write(path.resolve("samples.csv"), bytes);
        return Samples.read(new RunFolder(path));
    }
}
