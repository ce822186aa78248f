package weighbridge.truth;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import weighbridge.text.Json;

/**
 * What a {@link TruthServer} did so far. Once nobody waits any more, {@code requests} is the sum of {@code ok} to
 * {@code gone}.
 *
 * @param connectionsAccepted without those that first asked for {@code /ready} or {@code /counts}
 * @param requests of the load that were read
 * @param ok answered well; the kernel took the answer
 * @param gone not answered, for the client had left
 * @param openConnections of the load, now; one whose call still waits for its answer is open even if the client has left
 * @param lastDueMicros after the start, when the last call was to be answered that is over: at once when it was read or
 *     has cost what it costs, at the planned end of its service, after its delay, after the freeze. So between two looks
 *     at a server whose servers are all busy, calls ÷ time due is what it carries
 * @param lastAnsweredMicros after the start, when the kernel was given the answer to that call
 * @param medianOvershootMicros from when a call was due to when the kernel was given its answer, rounded up. What the kernel
 *     then takes is not in it, for on loopback it brings the answer to the client, and may even let that go on, before the
 *     server hears of it
 * @param worstOvershootMicros likewise, at most 100000
 * @param keptBytes of heap that stay referred to, by {@code keepBytes} and by {@code allocateMiB} with
 *     {@code release=false}
 * @param allocatedBytes by {@code allocateMiB}, kept or not
 * @param spikes that came and went
 * @param burntCpuMillis by {@code burnMillis}, as the threads' own clocks say
 * @param processCpuMillis of the whole process without its children, user and system; on Linux in ticks of 10 ms
 */
public record TruthCounts(
        long pid,
        List<Long> childPids,
        int connectionsAccepted,
        int requests,
        int ok,
        int status503,
        int otherStatus,
        int wrongBody,
        int reset,
        int closed,
        int hung,
        int gone,
        int openConnections,
        long lastDueMicros,
        long lastAnsweredMicros,
        int medianOvershootMicros,
        int worstOvershootMicros,
        long keptBytes,
        long allocatedBytes,
        int spikes,
        double burntCpuMillis,
        double processCpuMillis) {
    private static final int MAX_WAIT_MILLIS = 60_000;

    /** Asks the server on a port. @throws IOException when it does not answer */
    public static TruthCounts read(int port) throws IOException {
        URI counts = URI.create("http://127.0.0.1:" + port + "/counts");
        HttpURLConnection connection = (HttpURLConnection) counts.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(MAX_WAIT_MILLIS);
        connection.setReadTimeout(MAX_WAIT_MILLIS);
        try (InputStream body = connection.getInputStream()) {
            return Json.read(new String(body.readAllBytes(), StandardCharsets.UTF_8), TruthCounts.class);
        } finally {
            connection.disconnect();
        }
    }

    /** What a server that was told to end printed last. @param output all that it printed */
    public static TruthCounts last(String output) {
        return Json.read(output.substring(output.lastIndexOf("\n{\n") + 1), TruthCounts.class);
    }

    /** By hand, for the server must weigh little: numbers and lists of numbers read in JSON as Java prints them. */
    String toJson() {
        return Arrays.stream(TruthCounts.class.getRecordComponents())
                .map(component -> '"' + component.getName() + "\": " + valueOf(component))
                .collect(Collectors.joining(",\n  ", "{\n  ", "\n}\n"));
    }

    private Object valueOf(RecordComponent component) {
        try {
            return component.getAccessor().invoke(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
