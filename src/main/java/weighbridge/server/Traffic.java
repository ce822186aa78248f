package weighbridge.server;

import java.util.List;

/**
 * How a target is called.
 *
 * @param requests what each user asks, one after the other and, where it makes more calls than these, from the first again
 * @param callsPerUser calls that a user makes in one burst, each after the answer to the one before
 * @param keepAlive whether a user keeps its connection; otherwise each call has one of its own
 */
public record Traffic(List<Request> requests, int callsPerUser, boolean keepAlive) {
    /** Copies the list. */
    public Traffic {
        requests = List.copyOf(requests);
    }

    /** One call a user. */
    public static Traffic of(Request request) {
        return new Traffic(List.of(request), 1, false);
    }

    /** The same on connections that are kept, or not. */
    public Traffic keepAlive(boolean other) {
        return new Traffic(requests, callsPerUser, other);
    }

    /** How many users it takes to make so many calls; the last of them may have fewer than the others. */
    public int users(int calls) {
        return (calls + callsPerUser - 1) / callsPerUser;
    }
}
