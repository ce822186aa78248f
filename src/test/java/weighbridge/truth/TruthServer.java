package weighbridge.truth;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A server of known behaviour: {@code PORT key=value key=value …}, the keys are those that {@link TruthSettings} reads.
 * Every path is the load but {@code /ready} and {@code /counts}, which are always answered well, at once and uncounted,
 * as soon as they are accepted. Once it listens it prints {@code listening on PORT}; port 0 is a free one. When it is
 * told to end it prints its counts last.
 */
public final class TruthServer implements Connection.Owner {
    private static final int COUNTS_SECONDS = 5;

    private final EventLoop loop = new EventLoop();
    private final Tally tally = new Tally();
    private final Acceptance acceptance;
    private final Load load;
    private final boolean keepAlive;
    private final PrivatePages pages;

    private TruthServer(int port, TruthSettings settings) throws IOException {
        keepAlive = settings.connecting().keepAlive();
        pages = new PrivatePages(settings.connecting().keepKib());
        Work work = new Work(settings.costs());
        if (work.forks(0)) {
            tally.forked(work.fork());
        }
        acceptance = new Acceptance(loop, port, settings.accepting(), this::accepted);
        load = new Load(loop, settings, tally, work, acceptance::pause);
    }

    /** Starts it. Wrong settings are said in a line each, and end it with 1. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        TruthSettings settings;
        try {
            if (words.isEmpty() || !words.get(0).matches("\\d{1,5}")) {
                throw new IllegalArgumentException("no port; allowed: PORT key=value key=value …");
            }
            settings = TruthSettings.read(words.subList(1, words.size()));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        settings.ending().exit().ifPresent(status -> {
            System.out.println("no license found");
            System.exit(status);
        });
        new TruthServer(Integer.parseInt(words.get(0)), settings).run();
    }

    private void run() throws IOException {
        System.out.println("listening on " + acceptance.port());
        Runtime.getRuntime().addShutdownHook(new Thread(this::printCounts, "counts"));
        try {
            loop.run();
        } catch (OutOfMemoryError e) {
            // As where a pool has lost its threads: the process goes on, its port is open, and nobody answers.
            e.printStackTrace();
            while (true) {
                LockSupport.park();
            }
        }
    }

    private void printCounts() {
        CompletableFuture<String> counts = new CompletableFuture<>();
        loop.handOver(() -> {
            try {
                counts.complete(tally.counts().toJson());
            } catch (RuntimeException | Error e) {
                counts.completeExceptionally(e);
            }
        });
        try {
            System.out.println(counts.get(COUNTS_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            // A server that does not end would be called stubborn: its log tells where its threads are instead.
            e.printStackTrace();
            Thread.getAllStackTraces()
                    .forEach((thread, stack) -> System.err.println(thread + " " + Arrays.toString(stack)));
        }
    }

    private void accepted(SocketChannel channel) {
        Connection connection = new Connection(loop, channel, keepAlive, this);
        tally.connected(connection);
        pages.hold(connection);
    }

    @Override
    public void requested(Connection connection, Request request, long readNanoTime) {
        String path = request.path();
        if (!path.equals("/ready") && !path.equals("/counts")) {
            load.requested(connection, readNanoTime);
            return;
        }
        tally.aside(connection, request);
        try {
            connection.answer(Answer.last(
                    200, path.equals("/ready") ? "ready" : tally.counts().toJson()));
        } catch (IOException e) {
            // Who asked has left, and asks again if it matters.
        }
    }

    @Override
    public void ended(Connection connection) {
        tally.ended(connection);
        pages.release(connection);
    }
}
