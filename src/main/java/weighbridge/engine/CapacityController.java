package weighbridge.engine;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import weighbridge.capacity.Overload;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.Search;
import weighbridge.record.EarlyEnd;
import weighbridge.record.Window;
import weighbridge.text.Limits;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Purpose;

/**
 * Looks for the capacity of each target in one round of processes, and confirms it in as many fresh ones as it takes:
 *
 * <pre>
 * search (growing steps, then narrowing ones) → closed loads → confirm in a fresh process (50 %, 80 %, 100 % of the rate)
 *                                                                 ↑       │ held: by 3 of them and it is done
 *                                                                 └───────┤ inconclusive: the same rate again, 3 times at most
 *                                                                         ├ not held: steps down, until this process holds one
 *                                                                         └ out of time: over
 * </pre>
 *
 * Where the generator was the limit it begins again with fresh servers in a smaller box, as long as there is one.
 */
final class CapacityController {
    private static final List<Integer> USERS = List.of(1, 2, 3, 4, 6, 8, 12, 16, 24, 32);

    /** From the end of a load to the beginning of the next. */
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    /** What the loads beyond a capacity take, and what comes between. */
    private static final Duration OVERLOAD =
            Overload.LENGTH.plus(Overload.RECOVERY).multipliedBy(Overload.SHARES.size());

    /** What it does to a run; tests simulate it. */
    interface Bench {
        /** Whether the run is being ended. */
        boolean isEnded();

        /** Weighs the previous target first. @return the server of this target in the round that goes on */
        ServerUnderLoad turnTo(String target);

        /** Ends the servers, and begins a round with fresh ones of these targets, each in its box. */
        void freshServers(int round, Map<String, Limits> boxes);

        /** The same target in a smaller box; empty where there is none, or limits cannot be set. */
        Optional<CapacityCandidate> smaller(CapacityCandidate candidate);

        /** Weighs open connections at a server that is fresh. */
        void weighConnections(String target);

        /** Closes all connections, and waits until a server has worked off what earlier load left behind. */
        void recover(String target);

        /** The rate was held in this window. */
        void held(Window window);

        /** The target was measured in this round. */
        void measured(String target);

        /** It was loaded beyond its capacity, after it was weighed. Nobody calls it any more in this round. */
        void overloaded(String target);

        /** Tells the user. */
        void line(String line);
    }

    private final CapacitySearch load;
    private final Bench bench;
    private final MonotonicClock clock;
    private final MachineWait machine;
    private int round = 1;

    CapacityController(CapacitySearch load, Bench bench, MonotonicClock clock) {
        this.load = load;
        this.bench = bench;
        this.clock = clock;
        this.machine = new MachineWait(clock, load.limit());
    }

    /** Each target in box after box, until the server was the limit. */
    void run(List<CapacityCandidate> candidates) {
        List<CapacityCandidate> boxed = candidates;
        while (!boxed.isEmpty()) {
            measure(boxed);
            boxed = boxed.stream()
                    .flatMap(candidate -> inSmallerBox(candidate).stream())
                    .toList();
            if (bench.isEnded() || boxed.isEmpty()) {
                return;
            }
            freshServers(boxed);
        }
    }

    private Optional<CapacityCandidate> inSmallerBox(CapacityCandidate candidate) {
        return candidate.needsSmallerBox() ? bench.smaller(candidate) : Optional.empty();
    }

    /** Until the rate of each is confirmed or its time is over. */
    private void measure(List<CapacityCandidate> candidates) {
        candidates.forEach(this::search);
        // Where a server carries nothing in a smaller box, if it starts at all, the larger one is confirmed after all.
        List<CapacityCandidate> all = Stream.concat(
                        candidates.stream(), candidates.stream().flatMap(candidate -> candidate.larger().stream()))
                .toList();
        List<CapacityCandidate> pending = pending(all);
        while (!bench.isEnded() && !pending.isEmpty()) {
            freshServers(pending);
            if (!bench.isEnded()) {
                pending(pending).forEach(this::confirm);
            }
            pending = pending(all);
        }
    }

    private void freshServers(List<CapacityCandidate> candidates) {
        round++;
        long since = clock.nanos();
        Map<String, Limits> boxes = new LinkedHashMap<>();
        candidates.forEach(candidate -> boxes.put(candidate.name(), candidate.box()));
        bench.freshServers(round, boxes);
        Duration each = clock.since(since).dividedBy(candidates.size());
        candidates.forEach(candidate -> candidate.spend(each));
    }

    private static List<CapacityCandidate> pending(List<CapacityCandidate> candidates) {
        return candidates.stream().filter(CapacityCandidate::isPending).toList();
    }

    /** The weighing of the target before takes none of its time. */
    private void search(CapacityCandidate candidate) {
        ServerUnderLoad server = bench.turnTo(candidate.name());
        candidate.turn(() -> search(candidate, server));
    }

    private void search(CapacityCandidate candidate, ServerUnderLoad server) {
        if (!server.isUp()) {
            candidate.notStarted();
            return;
        }
        CapacityTurn turn = turn(candidate, server);
        turn.awaitMachine();
        if (load.keepAlive() && candidate.isInFirstBox()) {
            bench.weighConnections(candidate.name());
        }
        WarmUp.upToTheLimit(server, WarmUp.most(server), load.pool());
        Duration closed = Search.bracketing(load.duration()).dividedBy(2);
        Duration allClosed = closed.plus(BETWEEN).multipliedBy(2L * USERS.size());
        Optional<CapacityCandidate> smaller = bench.smaller(candidate);
        Optional<Search.Step> next = candidate.next(allClosed, smaller.isPresent());
        while (next.isPresent() && server.isUp()) {
            Search.Step step = next.get();
            ProbeReport report = candidate
                    .step(server, round, step.purpose(), step.callsPerSecond(), step.length())
                    .report();
            turn.say(report, CapacityProgress.bracket(candidate.bracket()));
            turn.rest(report);
            next = candidate.next(allClosed, smaller.isPresent());
        }
        candidate.confirm();
        if (candidate.needsSmallerBox() && smaller.isPresent()) {
            bench.line(candidate.name() + ": the generator was the limit; the search goes on with "
                    + smaller.get().box().text() + " for the server");
            candidate.goOnSmaller(); // more load would tell of the generator only
            bench.measured(candidate.name());
            return;
        }
        if (server.isUp()) {
            // The last step may have left more idle connections than the server keeps.
            bench.recover(candidate.name());
        }
        // Up and down again: what differs at one level is what the law may lie beside it by.
        Stream.concat(USERS.stream(), USERS.stream().sorted(Comparator.reverseOrder()))
                .filter(users -> users <= load.pool() && server.isUp())
                .forEach(users -> server.run(Purpose.CLOSED, new LoadStep.Closed(users, closed), Injector.Watch.NONE));
        bench.measured(candidate.name());
    }

    private void confirm(CapacityCandidate candidate) {
        ServerUnderLoad server = bench.turnTo(candidate.name());
        candidate.turn(() -> confirm(candidate, server));
        if (!bench.isEnded() && candidate.isConfirmed() && candidate.isTimeFor(OVERLOAD)) {
            // When it has been weighed: what it keeps of this is no part of what it takes.
            ServerUnderLoad weighed = bench.turnTo(candidate.name());
            candidate.turn(() -> overload(candidate, weighed));
        }
    }

    private void confirm(CapacityCandidate candidate, ServerUnderLoad server) {
        if (!server.isUp()) {
            candidate.giveUp(); // it does not start any more: nothing can be confirmed
            return;
        }
        new ConfirmingProcess(turn(candidate, server), load).run();
    }

    private void overload(CapacityCandidate candidate, ServerUnderLoad server) {
        double rate = candidate.confirmation().rate();
        for (double share : Overload.SHARES) {
            if (server.isUp()) {
                bench.line(CapacityProgress.overload(candidate.name(), share));
                server.run(
                        Purpose.OVERLOAD,
                        new LoadStep.Open(Schedule.of(share * rate, Overload.LENGTH)),
                        slices -> slices.size() >= Overload.LENGTH.toSeconds() ? EarlyEnd.TIME_OVER : null);
            }
            if (server.isUp()) {
                server.run(
                        Purpose.RECOVERY,
                        new LoadStep.Open(Schedule.of(Purpose.RECOVERY.share() * rate, Overload.RECOVERY)),
                        slices -> candidate.isRecovered(slices) ? EarlyEnd.STEADY : null);
            }
        }
        bench.overloaded(candidate.name());
    }

    private CapacityTurn turn(CapacityCandidate candidate, ServerUnderLoad server) {
        return new CapacityTurn(candidate, server, round, bench, machine);
    }
}
