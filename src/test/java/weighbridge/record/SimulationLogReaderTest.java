package weighbridge.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SimulationLogReaderTest {
    static final List<String> VERSIONS = LogFormat.VERSIONS;

    @TempDir
    Path folder;

    private Path log;
    /** How many of so many records of the small log are delivered. */
    private static final List<Integer> DELIVERED = List.of(0, 1, 1, 2, 3, 3, 4, 4);

    private final Transcript transcript = new Transcript();

    @BeforeEach
    void nameTheLog() {
        log = folder.resolve("simulation.log");
    }

    @Test
    void theRunComesFirst() throws Exception {
        try (SimulationLogWriter w = new SimulationLogWriter(log)) {
            w.run("3.15.1", 1_234_567_890_123L, "größer ☃", List.of("one", "два", ""), 3, 0, 8188);
        }
        assertThat(SimulationLogReader.read(log, transcript)).isEqualTo(new LogEnd(1, false));
        assertThat(transcript.lines).containsExactly("run 1234567890123");
    }

    @Test
    void callsAndErrorsAreDeliveredAndUsersAndGroupsPassedOver() throws Exception {
        try (SimulationLogWriter w = new SimulationLogWriter(log)) {
            w.run("first", "second")
                    .user(1, true, 3)
                    .request(List.of(), "GET /", 3, 3, true, "")
                    .request(List.of("outer", "inner"), "größe", 4, 1004, false, "Request timeout")
                    .request(List.of("outer"), "запит 😀", 5, Integer.MAX_VALUE, false, "a\nb\tc")
                    .group(List.of("outer", "inner"), 4, 1010, 1000, false)
                    .error("no attribute", 2000)
                    .user(1, false, 2001);
        }
        assertThat(SimulationLogReader.read(log, transcript)).isEqualTo(new LogEnd(8, false));
        assertThat(transcript.lines.subList(1, 5))
                .containsExactly(
                        "request <GET /> 3-3 true <>",
                        "request <größe> 4-1004 false <Request timeout>",
                        "request <запит 😀> 5-2147483647 false <a\nb\tc>",
                        "error <no attribute>");
    }

    @Test
    void theBytesAreTheOnesOfTheFormat() throws Exception {
        try (SimulationLogWriter w = new SimulationLogWriter(log)) {
            w.run("s");
            w.raw(1).int4(1).int4(1).int4(2).raw('é', 'g', 0); // group 1 = "ég", Latin-1
            w.int4(2).int4(4).raw(0x3b, 0x04, 0x03, 0x26, 1); // name 2 = "л☃", UTF-16
            w.int4(7).int4(9).raw(1).int4(3).int4(0); // message 3 = ""
            w.raw(1).int4(1).int4(-1).int4(-2).int4(10).int4(11).raw(0).int4(-3);
        }
        SimulationLogReader.read(log, transcript);
        assertThat(transcript.lines.subList(1, 3))
                .containsExactly("request <л☃> 7-9 true <>", "request <л☃> 10-11 false <>");
    }

    @Test
    void aLoneSurrogateSurvives() throws Exception {
        try (SimulationLogWriter w = new SimulationLogWriter(log)) {
            w.run("s").raw(4).int4(1).int4(4).raw(0x00, 0xd8, 'x', 0, 1).int4(5);
        }
        SimulationLogReader.read(log, transcript);
        assertThat(transcript.lines.get(1)).isEqualTo("error <\ud800x>");
    }

    @Test
    void equalStringsAreTheSameInstance() throws Exception {
        try (SimulationLogWriter w = new SimulationLogWriter(log)) {
            w.run("s");
            for (int i = 0; i < 3; i++) {
                w.request(List.of("a", "b"), "name", 1, 2, true, "").request(List.of(), "name", 1, 2, false, "why");
            }
        }
        List<Object> seen = new ArrayList<>();
        SimulationLogReader.read(log, new RecordVisitor() {
            @Override
            public void request(String name, int start, int end, boolean ok, String message) {
                seen.addAll(List.of(name, message));
            }
        });
        assertThat(seen.get(0)).isSameAs(seen.get(2)).isSameAs(seen.get(4));
        assertThat(seen.get(3)).isSameAs(seen.get(7));
    }

    @Test
    void stringsOfTheGreatestLengthCrossTheReadersBuffer() throws Exception {
        String latin1 = "a".repeat(8187);
        String utf16 = "щ".repeat(4093);
        try (SimulationLogWriter w = new SimulationLogWriter(log)) {
            w.run("s");
            for (int i = 0; i < 40; i++) {
                w.error(i % 2 == 0 ? i + latin1.substring(2) : i + utf16.substring(2), i);
            }
        }
        assertThat(SimulationLogReader.read(log, transcript)).isEqualTo(new LogEnd(41, false));
        assertThat(transcript.lines.get(40)).isEqualTo("error <39" + utf16.substring(2) + ">");
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void knownVersionsAreRead(String version) throws Exception {
        try (SimulationLogWriter w = new SimulationLogWriter(log)) {
            w.run(version, 1, "", List.of("s"));
        }
        assertThat(SimulationLogReader.read(log, transcript)).isEqualTo(new LogEnd(1, false));
    }

    @Test
    void aFileThatIsNotThereIsAnIoException() {
        assertThatThrownBy(() -> SimulationLogReader.read(log, transcript)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void everyPrefixGivesItsWholeRecordsAndTheBrokenOne() throws Exception {
        List<Long> ends = writeSmallLog();
        byte[] bytes = Files.readAllBytes(log);
        SimulationLogReader.read(log, transcript);
        Path cut = folder.resolve("cut.log");
        for (int length = 1; length <= bytes.length; length++) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            int upTo = length;
            int whole = (int) ends.stream().filter(end -> end <= upTo).count();
            long begun = whole == 0 ? 0 : ends.get(whole - 1);
            Transcript part = new Transcript();
            assertThat(SimulationLogReader.read(cut, part))
                    .as("cut to %d bytes", length)
                    .isEqualTo(new LogEnd(whole, begun != length));
            assertThat(part.lines).isEqualTo(transcript.lines.subList(0, DELIVERED.get(whole)));
        }
    }

    /** Where each record of the log ends. */
    private List<Long> writeSmallLog() throws IOException {
        List<Long> ends = new ArrayList<>();
        for (int records = 1; records <= 7; records++) {
            try (SimulationLogWriter w = new SimulationLogWriter(log)) {
                w.run("3.15.1", 1_800_000_000_000L, "why", List.of("s", "т"), 5);
                List<Step> steps = List.of(
                        () -> w.user(0, true, 1),
                        () -> w.request(List.of("g", "д"), "name", 1, 2, true, ""),
                        () -> w.request(List.of("g"), "назва", 1, 2, false, "message"),
                        () -> w.group(List.of("g"), 1, 3, 2, false),
                        () -> w.error("no", 4),
                        () -> w.user(0, false, 5));
                for (Step step : steps.subList(0, records - 1)) {
                    step.write();
                }
            }
            ends.add(Files.size(log));
        }
        return ends;
    }

    private interface Step {
        void write() throws IOException;
    }
}
