package weighbridge.record;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the format as Gatling does, and with {@link #raw} and {@link #int4} as Gatling never would. */
public final class SimulationLogWriter implements Closeable {
    /** Start of a log that is not told another one, ms since 1970. */
    public static final long START = 1_790_000_000_000L;

    private final DataOutputStream out;
    private final Map<String, Integer> indexes = new HashMap<>();

    /** Of a log that is written anew. */
    public SimulationLogWriter(Path log) throws IOException {
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(log), 1 << 16));
    }

    /** The run record, which comes first. */
    public SimulationLogWriter run(String... scenarios) throws IOException {
        return run("3.15.1", START, "", List.of(scenarios));
    }

    SimulationLogWriter run(String version, long start, String description, List<String> scenarios, int... assertions)
            throws IOException {
        raw(LogFormat.RUN).string(version).string("some.Simulation").int8(start).string(description);
        int4(scenarios.size());
        for (String scenario : scenarios) {
            string(scenario);
        }
        int4(assertions.length);
        for (int length : assertions) {
            int4(length);
            out.write(new byte[length]);
        }
        return this;
    }

    /** A call; times in ms after the start. */
    public SimulationLogWriter request(List<String> groups, String name, int start, int end, boolean ok, String message)
            throws IOException {
        return raw(LogFormat.REQUEST)
                .groups(groups)
                .cached(name)
                .int4(start)
                .int4(end)
                .raw(ok ? 1 : 0)
                .cached(message);
    }

    SimulationLogWriter user(int scenario, boolean start, int at) throws IOException {
        return raw(LogFormat.USER).int4(scenario).raw(start ? 1 : 0).int4(at);
    }

    SimulationLogWriter group(List<String> groups, int start, int end, int cumulated, boolean ok) throws IOException {
        return raw(LogFormat.GROUP)
                .groups(groups)
                .int4(start)
                .int4(end)
                .int4(cumulated)
                .raw(ok ? 1 : 0);
    }

    /** An error outside of any call. */
    public SimulationLogWriter error(String message, int at) throws IOException {
        return raw(LogFormat.ERROR).cached(message).int4(at);
    }

    SimulationLogWriter groups(List<String> groups) throws IOException {
        int4(groups.size());
        for (String group : groups) {
            cached(group);
        }
        return this;
    }

    SimulationLogWriter cached(String string) throws IOException {
        Integer index = indexes.get(string);
        if (index != null) {
            return int4(-index);
        }
        indexes.put(string, indexes.size() + 1);
        return int4(indexes.size()).string(string);
    }

    SimulationLogWriter string(String string) throws IOException {
        if (string.isEmpty()) {
            return int4(0);
        }
        boolean latin1 = string.chars().allMatch(c -> c < 256);
        Charset charset = latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE;
        byte[] bytes = string.getBytes(charset);
        int4(bytes.length);
        out.write(bytes);
        return raw(latin1 ? 0 : 1);
    }

    SimulationLogWriter raw(int... bytes) throws IOException {
        for (int b : bytes) {
            out.write(b);
        }
        return this;
    }

    SimulationLogWriter int4(int value) throws IOException {
        out.writeInt(value);
        return this;
    }

    SimulationLogWriter int8(long value) throws IOException {
        out.writeLong(value);
        return this;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
