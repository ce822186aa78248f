package weighbridge.engine;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.core.CoreDsl.repeat;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import weighbridge.server.Assignment;
import weighbridge.server.Request;

/** What each user does in a burst: the calls of a target's traffic, or of the sink's, in Gatling's language. */
final class UserCalls {
    private static final String COUNTER = "call";

    private final BurstLoop loop;
    private final Duration timeout;

    /**
     * @param loop of the bursts
     * @param timeout of each call
     */
    UserCalls(BurstLoop loop, Duration timeout) {
        this.loop = loop;
        this.timeout = timeout;
    }

    /** Calls at this target, which go into the log or do not. */
    ChainBuilder at(Assignment target, boolean logged) {
        List<Request> requests = target.target().traffic().requests();
        List<ChainBuilder> calls = new ArrayList<>();
        for (int request = 0; request < requests.size(); request++) {
            calls.add(call(target, request, logged));
        }
        return times(target.target().traffic().callsPerUser(), calls);
    }

    private ChainBuilder times(int callsPerUser, List<ChainBuilder> calls) {
        if (callsPerUser == 1) {
            return calls.get(0);
        }
        if (calls.size() == 1) {
            return repeat(loop::callsOf, COUNTER).on(calls.get(0));
        }
        List<Choice.WithKey> choices = new ArrayList<>();
        for (int request = 0; request < calls.size(); request++) {
            choices.add(onCase(request).then(calls.get(request)));
        }
        return repeat(loop::callsOf, COUNTER)
                .on(exec(session -> session.set("request", session.getInt(COUNTER) % calls.size()))
                        .doSwitch("#{request}")
                        .on(choices));
    }

    private ChainBuilder call(Assignment target, int index, boolean logged) {
        Request request = target.target().traffic().requests().get(index);
        HttpRequestActionBuilder call = HttpCall.of(target, request, session -> loop.requestName(index), timeout);
        return exec(logged ? call : call.silent()).exec(session -> loop.ended(session, request));
    }
}
