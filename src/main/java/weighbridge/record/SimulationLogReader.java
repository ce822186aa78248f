package weighbridge.record;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a {@code simulation.log} once, front to back, in constant memory: of a log only its distinct strings are kept, and
 * not more than 32 MiB of them.
 */
public final class SimulationLogReader {
    private final LogInput in;
    private final RecordVisitor visitor;
    private final StringCache strings = new StringCache();
    private int scenarios;

    private SimulationLogReader(LogInput in, RecordVisitor visitor) {
        this.in = in;
        this.visitor = visitor;
    }

    /**
     * Reads a log and delivers each whole record as soon as it is read.
     *
     * <p>The format has no checksum, so a damaged length
     * in the last record that is possible in itself (at most 8,187 bytes) but runs past the end of the file counts as
     * truncated too; a length that is impossible is an error wherever it stands.
     *
     * @param log the file
     * @param visitor gets the records; what it throws ends the reading and comes out here
     * @return how the log ended
     * @throws IOException if the file cannot be read
     * @throws SimulationLogException if it is not a log, is of another Gatling version, or is damaged; the records
     *     before the damage were delivered
     */
    public static LogEnd read(Path log, RecordVisitor visitor) throws IOException, SimulationLogException {
        try (LogInput in = new LogInput(log)) {
            return new SimulationLogReader(in, visitor).read();
        }
    }

    private LogEnd read() throws IOException, SimulationLogException {
        try {
            RunHeaderReader.Head head = RunHeaderReader.read(in);
            scenarios = head.scenarios();
            visitor.run(head.startEpochMillis());
            for (int next = in.nextRecord(); next >= 0; next = in.nextRecord()) {
                readRecord(next);
            }
            return new LogEnd(in.record(), false);
        } catch (EOFException e) {
            return new LogEnd(in.record() - 1, true);
        }
    }

    private void readRecord(int header) throws IOException, SimulationLogException {
        switch (header) {
            case LogFormat.REQUEST -> readRequest();
            case LogFormat.USER -> readUser();
            case LogFormat.GROUP -> readGroup();
            case LogFormat.ERROR -> readError();
            case LogFormat.RUN -> throw in.fault(1, "a second run record", "one, at the start of the file");
            default -> throw in.fault(1, "record header is " + LogInput.hex(header), "0x01 to 0x04");
        }
    }

    private void readRequest() throws IOException, SimulationLogException {
        readGroups(0);
        String name = strings.read(in, "request name");
        int start = in.readMillis("start");
        int end = readEnd(start);
        boolean ok = in.readBoolean("status");
        visitor.request(name, start, end, ok, strings.read(in, "message"));
    }

    private void readUser() throws IOException, SimulationLogException {
        in.readInt("scenario", 0, scenarios - 1);
        in.readBoolean("user event");
        in.readMillis("time");
    }

    private void readGroup() throws IOException, SimulationLogException {
        readGroups(1);
        readEnd(in.readMillis("start"));
        in.readMillis("cumulated response time");
        in.readBoolean("status");
    }

    private void readError() throws IOException, SimulationLogException {
        String message = strings.read(in, "error message");
        in.readMillis("time");
        visitor.error(message);
    }

    /** Which may define strings that later records repeat. */
    private void readGroups(int minDepth) throws IOException, SimulationLogException {
        for (int depth = in.readInt("group depth", minDepth, LogFormat.MAX_GROUP_DEPTH); depth > 0; depth--) {
            strings.read(in, "group name");
        }
    }

    private int readEnd(int start) throws IOException, SimulationLogException {
        int end = in.readInt();
        if (end < start) {
            throw in.fault(Integer.BYTES, "end is " + end + " ms, before the start", start + " ms or later");
        }
        return end;
    }
}
