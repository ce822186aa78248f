package weighbridge.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the record a log begins with, and turns away what is not a log or not one we know. */
final class RunHeaderReader {
    private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9A-Za-z.+-]+");

    private RunHeaderReader() {}

    static RunHeader read(LogInput in, Allowance allowance) throws IOException, SimulationLogException {
        checkFirstByte(in);
        String version = readVersion(in);
        String simulationClass = in.readString("simulation class");
        long start = in.readEpochMillis("run start");
        String description = in.readString("run description");
        List<String> scenarios = readScenarios(in, allowance);
        int assertions = in.readInt("assertion count", 0, LogFormat.MAX_ASSERTIONS);
        for (int i = 0; i < assertions; i++) {
            in.skip(in.readInt("assertion length", 0, LogFormat.MAX_ASSERTION_BYTES));
        }
        return new RunHeader(version, simulationClass, start, description, scenarios, assertions);
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

    private static String readVersion(LogInput in) throws IOException, SimulationLogException {
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
        return version;
    }

    private static List<String> readScenarios(LogInput in, Allowance allowance)
            throws IOException, SimulationLogException {
        int count = in.readInt("scenario count", 1, LogFormat.MAX_SCENARIOS);
        List<String> scenarios = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String scenario = in.readString("scenario name");
            allowance.take(64 + 2L * scenario.length(), in);
            scenarios.add(scenario);
        }
        return scenarios;
    }

    private static SimulationLogException foreign(LogInput in, String found) {
        return in.fault((int) in.offset(), "not a simulation.log: " + found, "0x00 and Gatling's version");
    }
}
