package weighbridge.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.record.Latencies.Slice;

class LatencyReaderTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/latencies.hlog");

    private static final List<Slice> FIRST = List.of(
            MadeUpSlice.of(0, 1000).calls(98, 0.25).late(2, 3, 0.5).get(),
            MadeUpSlice.of(1000, 2001)
                    .calls(90, 0.25)
                    .dry(7, 40, 1)
                    .failed(3, 1000)
                    .get());

    private static final List<Slice> CLOSED =
            List.of(MadeUpSlice.of(5000, 6004).closed(4000, 1.5).get());

    private final List<String> remarks = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadBackExactly() throws Exception {
        Latencies latencies = read(write(FIRST, CLOSED));

        assertThat(remarks).isEmpty();
        same(latencies.of(1), FIRST);
        same(latencies.of(2), CLOSED);
        assertThat(latencies.of(3)).isEmpty();
        Slice second = latencies.of(1).get(1);
        assertThat(second.seconds()).isEqualTo(1.001);
        assertThat(second.actual().getTotalCount()).isEqualTo(97);
        assertThat(second.actual().getCountAtValue(250)).isEqualTo(90);
        assertThat(second.planned().getMaxValue()).isEqualTo(41_000 | 31); // 41 ms in a bucket of 32 µs
        assertThat(second.lag().getTotalCount()).isEqualTo(93);
        assertThat(second.dryLag().getCountAtValue(40_000)).isEqualTo(7);
        assertThat(second.failed().getCountAtValue(1_000_000)).isEqualTo(3);
        assertThat(latencies.of(2).get(0).planned().getTotalCount()).isZero();
    }

    /** A load is judged while it goes on and when its run is read again: both have to see the same lengths. */
    @Test
    void timesComeBackToTheMillisecond() throws Exception {
        Random random = new Random(1);
        List<Slice> slices = new ArrayList<>();
        long from = 0;
        for (int slice = 0; slice < 500; slice++) {
            long to = from + 1000 + random.nextInt(200);
            slices.add(MadeUpSlice.of(from, to).closed(1, 1).get());
            from = to;
        }

        assertThat(read(write(slices)).of(1))
                .extracting(Slice::fromMillis, Slice::toMillis)
                .containsExactlyElementsOf(slices.stream()
                        .map(slice -> org.assertj.core.groups.Tuple.tuple(slice.fromMillis(), slice.toMillis()))
                        .toList());
    }

    /** A second in which nothing ended is part of the load. */
    @Test
    void aSliceWithoutCallsStays() throws Exception {
        List<Slice> slices = List.of(
                MadeUpSlice.of(0, 1000).calls(5, 1).get(),
                MadeUpSlice.of(1000, 2000).get(),
                MadeUpSlice.of(2000, 3000).calls(15, 1).get());

        same(read(write(slices)).of(1), slices);
        assertThat(remarks).isEmpty();
    }

    /** Calls of a load of two hours that a server cannot keep up with start hours late. */
    @Test
    void thereIsNoLongestLatency() throws Exception {
        List<Slice> slices =
                List.of(MadeUpSlice.of(0, 1000).dry(3, 7_200_000, 5).get());

        assertThat(read(write(slices)).of(1).get(0).dryLag().getCountAtValue(7_200_000_000L))
                .isEqualTo(3);
    }

    @Test
    void noFileHoldsNoLatencies() {
        assertThat(read(folder.resolve("none.hlog")).of(1)).isEmpty();
        assertThat(remarks).isEmpty();
    }

    /** Wherever the end of the run cut it off: what is before stays, and one remark says so. */
    @Test
    void aFileThatIsCutOffKeepsWhatIsBefore() throws Exception {
        Path file = write(FIRST, CLOSED);
        String text = Files.readString(file);
        int begin = text.indexOf("Tag=2-actual");
        for (int end = begin + 1; end < text.length() - 4; end++) {
            Files.writeString(file, text.substring(0, end));
            remarks.clear();

            Latencies latencies = read(file);

            assertThat(remarks)
                    .as(text.substring(begin, end))
                    .containsExactly(
                            "latencies.hlog cannot be read to its end: latencies of the last probes are missing");
            same(latencies.of(1), FIRST);
            assertThat(latencies.of(2)).isEmpty();
        }
    }

    @Test
    void tagsOfOthersArePassedOver() throws Exception {
        Path file = write(FIRST);
        String line = Files.readString(file).lines().skip(3).findFirst().orElseThrow();
        String rest = line.substring(line.indexOf(','));
        Files.writeString(
                file,
                String.join(
                        "\n", "Tag=x-actual" + rest, "Tag=1-other" + rest, "Tag=01-actual" + rest, rest.substring(1)));

        assertThat(read(file).of(1)).isEmpty();
        assertThat(remarks).isEmpty();
    }

    /** The compressed figures differ with the JDK's zlib; all before them is sealed, and whatever wrote it is read. */
    @Test
    void theFormatStaysAsItIs() throws Exception {
        Path written = write(FIRST, CLOSED);
        if ("update".equals(System.getProperty("golden"))) {
            Files.copy(written, GOLDEN, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(withoutFigures(written)).isEqualTo(withoutFigures(GOLDEN));
        Latencies latencies = LatencyReader.read(GOLDEN, remarks);
        same(latencies.of(1), FIRST);
        same(latencies.of(2), CLOSED);
    }

    @Test
    void hdrHistogramsOwnReaderReadsIt() throws Exception {
        List<String> tags = new ArrayList<>();
        try (HistogramLogReader log = new HistogramLogReader(GOLDEN.toFile())) {
            Histogram next = (Histogram) log.nextIntervalHistogram();
            assertThat(next.getStartTimeStamp()).isEqualTo(MadeUpSlice.START);
            assertThat(next.getCountAtValue(250)).isEqualTo(98);
            assertThat(next.getCountAtValue(500)).isEqualTo(2);
            while (next != null) {
                tags.add(next.getTag() + " " + next.getTotalCount());
                next = (Histogram) log.nextIntervalHistogram();
            }
        }
        assertThat(tags)
                .containsExactly(
                        "1-actual 100",
                        "1-planned 100",
                        "1-lag 100",
                        "1-actual 97",
                        "1-planned 97",
                        "1-lag 93",
                        "1-dry-lag 7",
                        "1-failed 3",
                        "2-actual 4000");
    }

    private static List<String> withoutFigures(Path file) throws Exception {
        return Files.readString(file)
                .lines()
                .map(line -> line.replaceFirst(",HIST.*", ""))
                .toList();
    }

    @SafeVarargs
    private Path write(List<Slice>... probes) throws Exception {
        Path file = new RunFolder(folder).latencies();
        try (LatencyWriter writer = new LatencyWriter(file)) {
            for (int probe = 0; probe < probes.length; probe++) {
                writer.write(probe + 1, probes[probe]);
            }
        }
        return file;
    }

    private Latencies read(Path file) {
        return LatencyReader.read(file, remarks);
    }

    private static void same(List<Slice> read, List<Slice> written) {
        assertThat(read).isEqualTo(written);
    }
}
