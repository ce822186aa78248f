package weighbridge.engine;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.Search;
import weighbridge.capacity.StepVerdict;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Purpose;

/**
 * A fresh process that is to confirm a rate: it is warmed, loaded with parts of the rate, and with all of it. If it does not hold
 * the rate it is asked for the next lower ones. The capacity is what the weakest of all processes holds.
 */
final class ConfirmingProcess {
    /** Each of the three parts of a warm-up, however little time is left: a cold server would confirm nothing. */
    private static final Duration LEAST_WARM_UP = Duration.ofSeconds(10);

    /** So many lower rates it is asked for, down to 85 % of the first: it was asked for 80 % before. */
    private static final int MOST_STEPS_DOWN = 3;

    private final CapacityTurn turn;
    private final CapacityCandidate candidate;
    private final ServerUnderLoad server;
    private final CapacityController.Bench bench;
    private final CapacitySearch load;
    private final Confirmation confirmation;

    ConfirmingProcess(CapacityTurn turn, CapacitySearch load) {
        this.turn = turn;
        this.candidate = turn.candidate();
        this.server = turn.server();
        this.bench = turn.bench();
        this.load = load;
        this.confirmation = candidate.confirmation();
    }

    void run() {
        turn.awaitMachine();
        Duration most = candidate.leftForEach().minus(load.loads()).dividedBy(3);
        Duration each = Collections.min(List.of(Collections.max(List.of(most, LEAST_WARM_UP)), WarmUp.most(server)));
        WarmUp.upToTheLimit(server, each, load.pool());
        if (!server.isUp()) {
            return; // under as much as it can answer: that says nothing of a rate
        }
        double first = confirmation.rate();
        WarmUp.atRate(server, first * Purpose.HALF.share(), each);
        parts();
        if (!server.isUp()) {
            confirmation.add(StepVerdict.BROKEN, 0); // it ended already at less
            return;
        }
        boolean held = whole();
        if (held && confirmation.rate() != first && candidate.isTimeForParts()) {
            parts(); // of the rate that it holds
        }
        if (bench.isEnded()) {
            return;
        }
        if (held && !server.isUp()) {
            confirmation.withdraw(); // it ended at less than it held
        }
        bench.measured(candidate.name());
    }

    private void parts() {
        double rate = confirmation.rate();
        for (Purpose part : List.of(Purpose.HALF, Purpose.MOST)) {
            if (server.isUp()) {
                ProbeReport report = step(part, rate * part.share(), Search.narrowing(load.duration()));
                turn.say(report, "");
                turn.rest(report);
            }
        }
    }

    /** Asks for the whole rate, and for lower ones where it is broken. @return whether one was held */
    private boolean whole() {
        for (int down = 0; down <= MOST_STEPS_DOWN; down++) {
            ProbeReport report = wholeOnce();
            if (report.verdict() == StepVerdict.INCONCLUSIVE) {
                // Says nothing of the server: once more, before the rate is given up.
                turn.say(report, confirmed());
                turn.rest(report);
                if (server.isUp() && candidate.isTimeForWhole()) {
                    report = wholeOnce();
                }
            }
            if (bench.isEnded()) {
                return false;
            }
            confirmation.add(report.verdict(), down);
            turn.say(report, confirmed());
            if (report.verdict() != StepVerdict.BROKEN || !candidate.isTimeForWhole()) {
                return report.kept();
            }
            turn.rest(report);
            if (!server.isUp()) {
                return false;
            }
        }
        return false;
    }

    private String confirmed() {
        return confirmation.held() + " of " + CapacityReport.CONFIRMATIONS + " confirmed";
    }

    private ProbeReport wholeOnce() {
        CapacityCandidate.Reported step =
                candidate.step(server, turn.round(), Purpose.CONFIRM, confirmation.rate(), load.duration());
        if (step.report().kept()) {
            bench.held(step.made().record().window());
        }
        return step.report();
    }

    private ProbeReport step(Purpose purpose, double callsPerSecond, Duration length) {
        return candidate
                .step(server, turn.round(), purpose, callsPerSecond, length)
                .report();
    }
}
