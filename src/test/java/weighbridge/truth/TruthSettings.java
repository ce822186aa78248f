package weighbridge.truth;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the server behaves. Calls are numbered from 1 in the order in which their requests were read; a number of 0 is
 * never reached.
 */
record TruthSettings(
        Accepting accepting,
        Connecting connecting,
        Optional<Service> service,
        Answering answering,
        Costs costs,
        Ending ending) {

    /**
     * How connections are taken from the accept queue.
     *
     * @param address that it listens on
     * @param backlog of the listening socket
     * @param delayMillis before each accept
     * @param pauseMillis in which nothing is accepted, once call {@code pauseAtCall} has come
     */
    record Accepting(String address, int backlog, int delayMillis, int pauseMillis, int pauseAtCall) {}

    /**
     * What connections are for.
     *
     * @param keepAlive whether one carries any number of requests, until the client asks for its end (RFC 9112, 9.3), or
     *     one; what is not answered by an {@link Act} with a status and a text ends it anyway
     * @param keepKib of memory outside of the heap that every open one holds, those of {@code /ready} and {@code /counts}
     *     too
     */
    record Connecting(boolean keepAlive, int keepKib) {}

    /**
     * How many calls are served at once, and for how long each; all others wait for their turn. See {@link Station}.
     * Nothing is served while nothing is answered: a freeze makes every service that has begun so much longer.
     */
    record Service(int servers, int micros) {}

    /**
     * How calls are answered.
     *
     * @param delayMillis between what a call costs, with its service, and its answer
     * @param every of the calls, each such one is treated by {@code act}
     * @param freezeMillis in which no call is answered, once call {@code freezeAtCall} has come
     */
    record Answering(int delayMillis, int every, Act act, int freezeMillis, int freezeAtCall) {
        Act actOf(int call) {
            return call % every == 0 ? act : Act.OK;
        }
    }

    /**
     * What calls cost.
     *
     * @param keepBytes of heap that every call keeps for good, its array's header of 16 bytes counted in; objects are
     *     multiples of 8
     * @param burnMillis of CPU that every call takes, on as many threads as there are processors
     */
    record Costs(int keepBytes, int burnMillis, Allocation allocation, Spike spike, Holder holder) {}

    /** So much heap at one call, then dropped or kept. */
    record Allocation(int mib, int atCall, boolean release) {}

    /** So much memory outside of the heap at one call, held for a time and then given back to the kernel. */
    record Spike(int mib, int millis, int atCall) {}

    /** A child process that holds so much memory, from a call on, or with 0 from before the server listens. */
    record Holder(int mib, int atCall) {}

    /**
     * How it ends by itself, or is made to.
     *
     * @param exit the status it exits with before it listens
     * @param dieAtCall at which it halts
     * @param dieStatus with which it does so
     * @param run a shell script, whose parent {@code $PPID} the server is; while it runs all calls wait
     * @param runAtCall when
     */
    record Ending(OptionalInt exit, int dieAtCall, int dieStatus, String run, int runAtCall) {}

    /** @throws IllegalArgumentException with a line for each thing wrong */
    static TruthSettings read(List<String> arguments) {
        SettingsReader reader = new SettingsReader(arguments);
        Accepting accepting = new Accepting(
                reader.text("address", "127.0.0.1"),
                reader.number("backlog", 4096, 1),
                reader.number("acceptDelayMillis", 0, 0),
                reader.number("acceptPauseMillis", 0, 0),
                reader.number("acceptPauseAtCall", 1, 1));
        Connecting connecting =
                new Connecting(reader.flag("keepAlive", false), reader.number("keepPerConnectionKiB", 0, 0));
        Service service = new Service(reader.number("servers", 1, 1), reader.number("serviceMicros", 1, 1));
        reader.together("servers", "serviceMicros");
        Answering answering = new Answering(
                reader.number("delayMillis", 0, 0),
                reader.number("every", 1, 1),
                reader.act("act", Act.OK),
                reader.number("freezeMillis", 0, 0),
                reader.number("freezeAtCall", 1, 1));
        Costs costs = new Costs(
                reader.number("keepBytes", 0, 0),
                reader.number("burnMillis", 0, 0),
                new Allocation(
                        reader.number("allocateMiB", 0, 0),
                        reader.number("atCall", 1, 1),
                        reader.flag("release", true)),
                new Spike(
                        reader.number("spikeMiB", 0, 0),
                        reader.number("spikeMillis", 50, 0),
                        reader.number("spikeAtCall", 1, 1)),
                new Holder(reader.number("forkHolderMiB", 0, 0), reader.number("forkAtCall", 0, 0)));
        int exit = reader.number("exit", 0, 0);
        Ending ending = new Ending(
                reader.has("exit") ? OptionalInt.of(exit) : OptionalInt.empty(),
                reader.number("dieAtCall", 0, 0),
                reader.number("dieStatus", 9, 0),
                reader.text("run", ""),
                reader.number("runAtCall", 1, 1));
        reader.finish();
        return new TruthSettings(
                accepting,
                connecting,
                reader.has("servers") ? Optional.of(service) : Optional.empty(),
                answering,
                costs,
                ending);
    }
}
