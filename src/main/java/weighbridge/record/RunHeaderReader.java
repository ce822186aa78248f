package weighbridge.record;

import java.io.IOException;
import java.util.regex.Pattern;

/** Reads the record a log begins with, and turns away what is not a log or not one we know. */
final class RunHeaderReader {
    private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9A-Za-z.+-]+");

    private RunHeaderReader() {}

    /** @param startEpochMillis when the run started, ms since 1970 @param scenarios how many it has */
    record Head(long startEpochMillis, int scenarios) {}

    static Head read(LogInput in) throws IOException, SimulationLogException {
        checkFirstByte(in);
        checkVersion(in);
        in.readString("simulation class");
        long start = in.readEpochMillis("run start");
        in.readString("run description");
        int scenarios = in.readInt("scenario count", 1, LogFormat.MAX_SCENARIOS);
        for (int i = 0; i < scenarios; i++) {
            in.readString("scenario name");
        }
        int assertions = in.readInt("assertion count", 0, LogFormat.MAX_ASSERTIONS);
        for (int i = 0; i < assertions; i++) {
            in.skip(in.readInt("assertion length", 0, LogFormat.MAX_ASSERTION_BYTES));
        }
        return new Head(start, scenarios);
    }

    private static void checkFirstByte(LogInput in) throws IOException, SimulationLogException {
        int header = in.nextRecord();
        if (header == -1) {
            throw in.fault(
                    0,
                    "the file is empty (so is the log of a run killed before Gatling wrote its first 8,192 bytes)",
                    "a run record");
        }
        if (header == 'R' || header == 'A') {
            throw foreign(in, "record header is " + LogInput.hex(header) + " (text, as Gatling up to 3.12 wrote it?)");
        }
        if (header != LogFormat.RUN) {
            throw foreign(in, "record header is " + LogInput.hex(header));
        }
    }

    private static void checkVersion(LogInput in) throws IOException, SimulationLogException {
        String version;
        try {
            version = in.readString("version", LogFormat.MAX_VERSION_BYTES);
        } catch (SimulationLogException e) {
            throw foreign(in, "no Gatling version after the first byte");
        }
        if (!VERSION.matcher(version).matches()) {
            throw foreign(in, "no Gatling version after the first byte");
        }
        if (!LogFormat.VERSIONS.contains(version)) {
            throw in.fault(
                    (int) in.offset() - 1,
                    "written by Gatling " + version,
                    "the versions this reader knows, " + String.join(", ", LogFormat.VERSIONS));
        }
    }

    private static SimulationLogException foreign(LogInput in, String found) {
        return in.fault((int) in.offset(), "not a simulation.log: " + found, "0x00 and Gatling's version");
    }
}
