package weighbridge.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DamagedLogTest {
    /** Where the damaged record begins: after a run record with the one scenario "s", and a user record. */
    private static final int AFTER_RUN = 68;

    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void nameTheLog() {
        log = folder.resolve("simulation.log");
    }

    private interface Damage {
        void write(SimulationLogWriter w) throws IOException;
    }

    private static Arguments damage(int offset, String found, String allowed, Damage damage) {
        return Arguments.of(offset, found, allowed, damage);
    }

    static Stream<Arguments> records() {
        List<String> none = List.of();
        return Stream.of(
                damage(0, "(unknown): record header is 0x05", "0x01 to 0x04", w -> w.raw(5)),
                damage(0, "(unknown): record header is 0xff", "0x01 to 0x04", w -> w.raw(255)),
                damage(0, "(run): a second run record", "one, at the start of the file", w -> w.raw(0)),
                damage(
                        1,
                        "(request): group depth is -1",
                        "0 to 128",
                        w -> w.raw(1).int4(-1)),
                damage(
                        1,
                        "(request): group depth is 129",
                        "0 to 128",
                        w -> w.raw(1).int4(129)),
                damage(1, "(group): group depth is 0", "1 to 128", w -> w.raw(3).int4(0)),
                damage(
                        5,
                        "(request): request name index is 0",
                        "1 to define the next string",
                        w -> w.raw(1).int4(0).int4(0)),
                damage(
                        5,
                        "(request): group name index is -1",
                        "1 to define the next string",
                        w -> w.raw(1).int4(2).int4(-1)),
                damage(
                        5,
                        "(request): request name index is -2147483648",
                        "1 to define the next string",
                        w -> w.raw(1).int4(0).int4(Integer.MIN_VALUE)),
                damage(
                        5,
                        "(error): error message length is -2",
                        "0 to 8187",
                        w -> w.raw(4).int4(1).int4(-2)),
                damage(17, "(request): start is -1", "0 to 2147483647", w -> w.request(none, "abc", -1, 1, true, "")),
                damage(
                        21,
                        "(request): end is 4 ms, before the start",
                        "5 ms or later",
                        w -> w.request(none, "abc", 5, 4, true, "")),
                damage(
                        25,
                        "(request): status is 0x02",
                        "0x00 or 0x01",
                        w -> w.raw(1).int4(0).cached("abc").int4(1).int4(2).raw(2)),
                damage(
                        26,
                        "(request): message index is 3",
                        "2 to define the next string, -1 to -1 to repeat one",
                        w -> w.raw(1)
                                .int4(0)
                                .cached("abc")
                                .int4(1)
                                .int4(2)
                                .raw(1)
                                .int4(3)),
                damage(1, "(user): scenario is 1", "0 to 0", w -> w.user(1, true, 1)),
                damage(1, "(user): scenario is -1", "0 to 0", w -> w.user(-1, true, 1)),
                damage(
                        5,
                        "(user): user event is 0x41",
                        "0x00 or 0x01",
                        w -> w.raw(2).int4(0).raw('A')),
                damage(6, "(user): time is -9", "0 to 2147483647", w -> w.user(0, true, -9)),
                damage(
                        19,
                        "(group): end is 8 ms, before the start",
                        "9 ms or later",
                        w -> w.group(List.of("g"), 9, 8, 0, true)),
                damage(
                        23,
                        "(group): cumulated response time is -1",
                        "0 to 2147483647",
                        w -> w.group(List.of("g"), 9, 9, -1, true)),
                damage(5, "(error): error message length is 8188", "0 to 8187", w -> w.error("x".repeat(8188), 1)),
                damage(
                        5,
                        "(error): error message length is 2147483647",
                        "0 to 8187",
                        w -> w.raw(4).int4(1).int4(Integer.MAX_VALUE)),
                damage(
                        10,
                        "(error): error message coder is 0x02",
                        "0x00 (Latin-1) or 0x01 (UTF-16)",
                        w -> w.raw(4).int4(1).int4(1).raw('a', 2)),
                damage(
                        5,
                        "(error): error message length is 3",
                        "an even number for UTF-16",
                        w -> w.raw(4).int4(1).int4(3).raw('a', 0, 'b', 1)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void aDamagedRecordIsNamedWithItsPlace(int offset, String found, String allowed, Damage damage) throws Exception {
        try (SimulationLogWriter w = new SimulationLogWriter(log)) {
            w.run("s").user(0, true, 1);
            damage.write(w);
        }
        Transcript transcript = new Transcript();
        SimulationLogException e = fail(transcript);
        int at = AFTER_RUN + offset;
        assertThat(e).hasMessage(log + ": byte " + at + ", record 3 " + found + "; allowed: " + allowed);
        assertThat(transcript.lines).hasSize(1);
    }

    static Stream<Arguments> runs() {
        List<String> s = List.of("s");
        return Stream.of(
                damage(32, "run start is -1", "0 to 253402300799999", w -> w.run("3.15.1", -1, "", s)),
                damage(
                        32,
                        "run start is 9223372036854775807",
                        "0 to 253402300799999",
                        w -> w.run("3.15.1", Long.MAX_VALUE, "", s)),
                damage(44, "scenario count is 0", "1 to 10000", w -> w.run()),
                damage(
                        44,
                        "scenario count is 10001",
                        "1 to 10000",
                        w -> w.run("3.15.1", 0, "", Collections.nCopies(10_001, ""))),
                damage(48, "scenario name length is 8188", "0 to 8187", w -> w.run("s".repeat(8188))),
                damage(58, "assertion length is 8189", "0 to 8188", w -> w.run("3.15.1", 0, "", s, 8189)),
                damage(
                        1,
                        "written by Gatling 3.13.5",
                        "the versions this reader knows, 3.14.0, 3.14.1, 3.14.2, 3.14.3, 3.14.4, 3.14.5, 3.14.6,"
                                + " 3.14.7, 3.14.8, 3.14.9, 3.15.0, 3.15.1",
                        w -> w.run("3.13.5", 0, "", s)),
                damage(
                        0,
                        "the file is empty (so is the log of a run killed before Gatling wrote its first 8,192 bytes)",
                        "a run record",
                        w -> {}));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aDamagedRunRecordIsNamedWithItsPlace(int offset, String found, String allowed, Damage damage)
            throws Exception {
        try (SimulationLogWriter w = new SimulationLogWriter(log)) {
            damage.write(w);
        }
        assertThat(fail(new Transcript()).getMessage())
                .startsWith(log + ": byte " + offset + ", record 1 (run): " + found)
                .endsWith("; allowed: " + allowed);
    }

    static Stream<Arguments> foreignFiles() {
        String noVersion = "byte 0, record 1 (run): not a simulation.log: no Gatling version after the first byte";
        return Stream.of(
                Arguments.of(
                        "RUN\tsome.Simulation\tsome\t1700000000000\t \t3.11.5\n".getBytes(StandardCharsets.UTF_8),
                        "byte 0, record 1 (unknown): not a simulation.log: record header is 0x52"
                                + " (text, as Gatling up to 3.12 wrote it?)"),
                Arguments.of(
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                        "byte 0, record 1 (unknown): not a simulation.log: record header is 0x89"),
                Arguments.of(
                        new byte[] {0x1f, (byte) 0x8b, 8, 0},
                        "byte 0, record 1 (unknown): not a simulation.log: record header is 0x1f"),
                Arguments.of(
                        "\u0001\u0002".getBytes(StandardCharsets.UTF_8),
                        "byte 0, record 1 (request): not a simulation.log: record header is 0x01"),
                Arguments.of(new byte[1000], noVersion),
                Arguments.of(new byte[] {0, 0, 0, 0x18, 'f', 't', 'y', 'p', 'm', 'p', '4', '2'}, noVersion),
                Arguments.of(new byte[] {0, 0, 0, 0, 3, 'a', 'b', 'c', 0}, noVersion),
                Arguments.of(new byte[] {0, 0, 0, 0, 3, '3', '.', 'c', 9}, noVersion));
    }

    @ParameterizedTest
    @MethodSource("foreignFiles")
    void aForeignFileIsTurnedAway(byte[] content, String message) throws Exception {
        Files.write(log, content);
        assertThat(fail(new Transcript())).hasMessage(log + ": " + message + "; allowed: 0x00 and Gatling's version");
    }

    private SimulationLogException fail(RecordVisitor visitor) {
        return catchThrowableOfType(SimulationLogException.class, () -> SimulationLogReader.read(log, visitor));
    }
}
