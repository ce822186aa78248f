package weighbridge.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A TCP socket that listens in this network namespace (proc_net(5), tcp and tcp6). Linux only.
 *
 * @param address that it is bound to
 * @param inode by which the descriptors of its processes name it
 */
record TcpListener(InetAddress address, long inode) {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String LISTEN = "0A"; // TCP_LISTEN, include/net/tcp_states.h
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    /**
     * All on this port. Linux tells those that listen first (Documentation/networking/proc_net_tcp), so that tens of
     * thousands of closed connections are read only where none of these is on the port.
     *
     * @return empty where the system does not tell
     */
    static Optional<List<TcpListener>> ofPort(int port) {
        return read(lines -> parse(thoseToldFirst(lines), port))
                .flatMap(told -> told.isEmpty() ? read(lines -> parse(lines, port)) : Optional.of(told));
    }

    private static Optional<List<TcpListener>> read(Function<Stream<String>, List<TcpListener>> parser) {
        List<TcpListener> listeners = new ArrayList<>();
        boolean told = false;
        for (Path table : TABLES) {
            // A kernel without IPv6 has only one of them.
            if (Files.exists(table)) {
                try (Stream<String> lines = Files.lines(table)) {
                    listeners.addAll(parser.apply(lines));
                    told = true;
                } catch (IOException | UncheckedIOException e) {
                    return Optional.empty();
                }
            }
        }
        return told ? Optional.of(listeners) : Optional.empty();
    }

    /** What stands after the line of headings and before the first connection. */
    static Stream<String> thoseToldFirst(Stream<String> lines) {
        return lines.skip(1).takeWhile(TcpListener::listens);
    }

    /** A line is number, local and remote address as hex:port, state, and more. */
    static List<TcpListener> parse(Stream<String> lines, int port) {
        String end = String.format(Locale.ROOT, ":%04X", port);
        return lines.filter(TcpListener::listens)
                .map(line -> line.strip().split("\\s+"))
                .filter(words ->
                        words.length > INODE && words[LOCAL_ADDRESS].endsWith(end) && words[STATE].equals(LISTEN))
                .map(words -> new TcpListener(
                        address(words[LOCAL_ADDRESS].substring(0, words[LOCAL_ADDRESS].length() - end.length())),
                        Long.parseLong(words[INODE])))
                .toList();
    }

    /** Quick to tell, for there may be tens of thousands of closed connections beside a few listeners. */
    private static boolean listens(String line) {
        return line.contains(' ' + LISTEN + ' ');
    }

    /** Words of four bytes, each in the machine's order. */
    private static InetAddress address(String hex) {
        ByteBuffer bytes = ByteBuffer.allocate(hex.length() / 2).order(ByteOrder.nativeOrder());
        for (int word = 0; word < hex.length(); word += 8) {
            bytes.putInt(Integer.parseUnsignedInt(hex.substring(word, word + 8), 16));
        }
        try {
            return InetAddress.getByAddress(bytes.array()); // one of IPv4 that is written as IPv6 becomes the former
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // an address has 4 or 16 bytes
        }
    }
}
