package weighbridge.engine;

import java.time.Duration;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.StepVerdict;

/**
 * A target whose turn it is in a search for capacities.
 *
 * @param candidate that is searched or confirmed
 * @param server its process in this round
 * @param round of processes
 * @param bench that does what it says
 * @param machine others on it may be busy
 */
record CapacityTurn(
        CapacityCandidate candidate,
        ServerUnderLoad server,
        int round,
        CapacityController.Bench bench,
        MachineWait machine) {

    /** Shorter waits are not worth a line. */
    private static final Duration SHOWN = Duration.ofSeconds(5);

    /** Others on the machine may be done before the generator's delays are judged. */
    void awaitMachine() {
        Duration confirming = candidate.confirming();
        Duration waited = machine.await(() -> server.isUp() && candidate.isTimeFor(confirming));
        if (waited.compareTo(SHOWN) > 0) {
            bench.line(candidate.name() + ": waited " + waited.toSeconds()
                    + " s because other programs kept the machine busy");
        }
    }

    /** A server that could not keep up still works off what it could not; who kept the generator from its work may do so still. */
    void rest(ProbeReport report) {
        if (!report.kept() && server.isUp()) {
            bench.recover(candidate.name());
        }
        if (report.verdict() == StepVerdict.INCONCLUSIVE) {
            awaitMachine();
        }
    }

    /** Tells the user what a load step said. @param state of the search or of the confirmation after it */
    void say(ProbeReport report, String state) {
        bench.line(CapacityProgress.line(candidate.name(), report, state, candidate.about()));
    }
}
