package weighbridge.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.record.TcpCounters;

/** Reads the kernel's TCP counters. Linux only. */
public final class TcpCountersProbe {
    private static final String PREFIX = "TcpExt:";

    private TcpCountersProbe() {}

    /** The counters now; empty where the system does not tell all of them. */
    public static Optional<TcpCounters> read() {
        try {
            return parse(Files.readAllLines(Path.of("/proc/net/netstat")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A line of names, then a line of their values, each behind the same prefix. Which names there are varies. */
    static Optional<TcpCounters> parse(List<String> lines) {
        List<String[]> pair = lines.stream()
                .filter(line -> line.startsWith(PREFIX))
                .map(line -> line.substring(PREFIX.length()).strip().split("\\s+"))
                .toList();
        if (pair.size() != 2 || pair.get(0).length != pair.get(1).length) {
            return Optional.empty();
        }
        Map<String, Long> values = new HashMap<>();
        for (int column = 0; column < pair.get(0).length; column++) {
            values.put(pair.get(0)[column], Long.parseLong(pair.get(1)[column]));
        }
        Long overflows = values.get("ListenOverflows");
        Long drops = values.get("ListenDrops");
        Long retransmits = values.get("TCPSynRetrans");
        return overflows == null || drops == null || retransmits == null
                ? Optional.empty()
                : Optional.of(new TcpCounters(overflows, drops, retransmits));
    }
}
