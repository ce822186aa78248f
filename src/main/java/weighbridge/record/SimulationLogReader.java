package weighbridge.record;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a {@code simulation.log} once, front to back, in constant memory: of a log only its distinct strings and group
 * paths are kept, and not more than 32 MiB of them. The format is described with the package.
 */
public final class SimulationLogReader {
    private final LogInput in;
    private final RecordVisitor visitor;
    private final Allowance allowance = new Allowance(LogFormat.MAX_KEPT_BYTES);
    private final StringCache strings = new StringCache(allowance);
    private final GroupPath noGroup = GroupPath.root();
    private List<String> scenarios = List.of();

    private SimulationLogReader(LogInput in, RecordVisitor visitor) {
        this.in = in;
        this.visitor = visitor;
    }

    /**
     * Reads a log and delivers each whole record as soon as it is read.
     *
     * <p>A file that ends inside a record is {@link Ending.Truncated}. The format has no checksum, so a damaged length
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
    public static Ending read(Path log, RecordVisitor visitor) throws IOException, SimulationLogException {
        try (LogInput in = new LogInput(log)) {
            return new SimulationLogReader(in, visitor).read();
        }
    }

    private Ending read() throws IOException, SimulationLogException {
        try {
            RunHeader header = RunHeaderReader.read(in, allowance);
            scenarios = header.scenarios();
            visitor.run(header);
            for (int next = in.nextRecord(); next >= 0; next = in.nextRecord()) {
                readRecord(next);
            }
            return new Ending.Complete(in.record());
        } catch (EOFException e) {
            return new Ending.Truncated(in.record() - 1, in.recordOffset(), in.kind());
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
        List<String> groups = readGroups(0);
        String name = strings.read(in, "request name");
        int start = in.readMillis("start");
        int end = readEnd(start);
        boolean ok = in.readBoolean("status");
        visitor.request(groups, name, start, end, ok, strings.read(in, "message"));
    }

    private void readUser() throws IOException, SimulationLogException {
        String scenario = scenarios.get(in.readInt("scenario", 0, scenarios.size() - 1));
        boolean start = in.readBoolean("user event");
        visitor.user(scenario, start, in.readMillis("time"));
    }

    private void readGroup() throws IOException, SimulationLogException {
        List<String> groups = readGroups(1);
        int start = in.readMillis("start");
        int end = readEnd(start);
        int cumulated = in.readMillis("cumulated response time");
        visitor.group(groups, start, end, cumulated, in.readBoolean("status"));
    }

    private void readError() throws IOException, SimulationLogException {
        String message = strings.read(in, "error message");
        visitor.error(message, in.readMillis("time"));
    }

    private List<String> readGroups(int minDepth) throws IOException, SimulationLogException {
        GroupPath path = noGroup;
        for (int depth = in.readInt("group depth", minDepth, LogFormat.MAX_GROUP_DEPTH); depth > 0; depth--) {
            path = path.child(strings.read(in, "group name"), allowance, in);
        }
        return path.names();
    }

    private int readEnd(int start) throws IOException, SimulationLogException {
        int end = in.readInt();
        if (end < start) {
            throw in.fault(Integer.BYTES, "end is " + end + " ms, before the start", start + " ms or later");
        }
        return end;
    }
}
