package weighbridge.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import weighbridge.truth.RawServer;
import weighbridge.truth.TruthProcess;

/**
 * A server that runs before the run that calls it.
 *
 * @param process that it is
 * @param end ends it
 */
public record EarlierServer(int port, ProcessHandle process, Runnable end) implements AutoCloseable {
    /** How it comes to be. */
    interface Starter {
        /** Listening when this returns. */
        EarlierServer start() throws IOException;
    }

    /** One of known behaviour. */
    static EarlierServer truth(String... settings) throws IOException {
        TruthProcess server = TruthProcess.start(settings);
        return new EarlierServer(server.port(), server.process().toHandle(), server::close);
    }

    /** One in this very process, which costs nothing. @param answer from the head of a request to all bytes that are sent */
    static EarlierServer raw(String address, Function<String, byte[]> answer) throws IOException {
        RawServer server = new RawServer(address, answer);
        return new EarlierServer(server.port(), ProcessHandle.current(), () -> close(server));
    }

    private static void close(RawServer server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
