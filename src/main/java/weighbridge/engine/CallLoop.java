package weighbridge.engine;

import io.gatling.commons.util.Clock;
import io.gatling.core.action.Action;
import io.gatling.core.action.SessionHook;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolComponentsRegistry;
import io.gatling.core.stats.StatsEngine;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.http.cookie.CookieSupport$;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoop;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.uring.IoUringIoHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import scala.Function1;
import scala.runtime.BoxedUnit;
import weighbridge.record.Transport;

/**
 * The one action of a user's script. A user waits here without taking processor time, is sent to one of its calls, and comes
 * back by {@link End}. The same in Gatling's own language, a loop with a switch, takes more CPU time for each call.
 */
final class CallLoop extends SessionHook {
    private final GatlingInjector injector;
    private final Clock clock;
    private final ProtocolComponentsRegistry protocols;
    private final Map<Key, Action> calls = new HashMap<>();
    private volatile StepCalls last;

    /** Which call. @param request of the target, counted from 0 */
    record Key(String target, boolean keepAlive, int request) {}

    private CallLoop(GatlingInjector injector, ScenarioContext context, Action next) {
        super(null, "calls", context.coreComponents().statsEngine(), next);
        this.injector = injector;
        this.clock = context.coreComponents().clock();
        this.protocols = context.protocolComponentsRegistry();
    }

    /** Such an action. @param protocol of its calls @param calls all that a user may be sent to */
    static ActionBuilder action(GatlingInjector injector, Protocol protocol, Map<Key, HttpRequestActionBuilder> calls) {
        return () -> (context, next) -> {
            ScenarioContext own = CallLog.in(context, protocol);
            CallLoop loop = new CallLoop(injector, own, next);
            Action end = loop.new End(own.coreComponents().statsEngine());
            calls.forEach((key, call) -> loop.calls.put(key, call.asScala().build(own, end)));
            return loop;
        };
    }

    /** The calls of a load step, one for each of the target's requests. All users ask for them when it begins. */
    List<Action> of(LoadStep step) {
        StepCalls known = last;
        if (known == null || known.step != step) {
            known = new StepCalls(step, find(step));
            last = known; // which of the threads has found them does not matter
        }
        return known.calls;
    }

    private record StepCalls(LoadStep step, List<Action> calls) {}

    private List<Action> find(LoadStep step) {
        String target = step.target().target().name();
        boolean keepAlive = step.target().target().traffic().keepAlive();
        int requests = step.target().target().traffic().requests().size();
        return IntStream.range(0, requests)
                .mapToObj(request -> new Key(target, keepAlive, request))
                .map(key -> Objects.requireNonNull(calls.get(key), key::toString))
                .toList();
    }

    @Override
    public void execute(io.gatling.core.session.Session user) {
        io.gatling.core.session.Session begun = protocols.onStart().apply(user);
        injector.arrive(copy(begun, protocols.onExit(), begun.eventLoop()), this);
    }

    /** Now by the clock of Gatling's log, ms since 1970. */
    long gatlingMillis() {
        return clock.nowMillis();
    }

    /** Sends a user to one of its calls. */
    static void call(Session user, Action call) {
        call.$bang(user.asScala());
    }

    /** Sends a user to its end. */
    void leave(Session user) {
        next().$bang(user.asScala());
    }

    /** Does something on the user's own thread. */
    static void in(long nanos, Session user, Runnable task) {
        if (nanos == 0) {
            user.asScala().eventLoop().execute(task);
        } else {
            user.asScala().eventLoop().schedule(task, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** The same user on that one of Gatling's threads, counted from 0; it stays where it is if there is none. */
    static Session onThread(Session user, int number) {
        io.gatling.core.session.Session old = user.asScala();
        return StreamSupport.stream(old.eventLoop().parent().spliterator(), false)
                .skip(number)
                .findFirst()
                .map(thread -> copy(old, old.onExit(), (EventLoop) thread))
                .orElse(user);
    }

    private static Session copy(
            io.gatling.core.session.Session old,
            Function1<io.gatling.core.session.Session, BoxedUnit> onExit,
            EventLoop thread) {
        return new Session(old.copy(
                old.scenario(), old.userId(), old.attributes(), old.baseStatus(), old.blockStack(), onExit, thread));
    }

    /** Which one Gatling chose: it says nothing where it could not have the one of its settings. */
    static Transport transport(Session user) {
        if (user.asScala().eventLoop() instanceof IoEventLoop loop) {
            if (loop.isIoType(IoUringIoHandler.class)) {
                return Transport.IO_URING;
            }
            if (loop.isIoType(EpollIoHandler.class)) {
                return Transport.EPOLL;
            }
        }
        return Transport.NIO;
    }

    /** The user without anything that its calls left, such as cookies: a reset keeps what is private to Gatling. */
    static Session forget(Session user) {
        return user.reset().remove(CookieSupport$.MODULE$.CookieJarAttributeName());
    }

    /** Closes the connections that Gatling keeps for a user: what it does where a user ends. */
    static void dropConnections(Session user) {
        user.asScala().exit();
    }

    /** Where all calls lead to. */
    private final class End extends SessionHook {
        End(StatsEngine stats) {
            super(null, "end of a call", stats, CallLoop.this);
        }

        @Override
        public void execute(io.gatling.core.session.Session user) {
            injector.end(new Session(user), CallLoop.this);
        }
    }
}
