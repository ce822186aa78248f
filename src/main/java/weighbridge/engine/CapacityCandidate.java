package weighbridge.engine;

import static java.util.Collections.max;
import static java.util.Collections.min;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import weighbridge.analysis.ProbeAnalysis;
import weighbridge.capacity.Bound;
import weighbridge.capacity.Bracket;
import weighbridge.capacity.Bracket.Trial;
import weighbridge.capacity.CapacityFinding.PoolTooSmall;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.Overload;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.Search;
import weighbridge.capacity.SloJudge;
import weighbridge.capacity.StepVerdict;
import weighbridge.record.EarlyEnd;
import weighbridge.record.Latencies.Slice;
import weighbridge.text.Limits;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Purpose;

/** A target whose capacity is looked for: what its load steps said so far, and how much of its time is left. */
final class CapacityCandidate {
    /** A generator that uses less of its processors could have made more. */
    private static final double BUSY_CORES = 0.5;

    private final String name;
    private final Limits box;
    private final CapacityCandidate larger;
    private final CapacitySearch load;
    private final SloJudge judge;
    private final ProbeAnalysis analysis;
    private final MonotonicClock clock;
    private final Search search;
    private final List<ProbeReport> searching = new ArrayList<>();
    private Confirmation confirmation;
    private boolean goesOnSmaller;
    private Duration spent = Duration.ZERO;
    private Long turnSince;

    /** In the box that the target has by itself. @param judge of its SLOs @param analysis of the load steps by them */
    CapacityCandidate(String name, CapacitySearch load, SloJudge judge, ProbeAnalysis analysis, MonotonicClock clock) {
        this(name, Limits.NONE, null, load, judge, analysis, clock);
    }

    private CapacityCandidate(
            String name,
            Limits box,
            CapacityCandidate larger,
            CapacitySearch load,
            SloJudge judge,
            ProbeAnalysis analysis,
            MonotonicClock clock) {
        this.name = name;
        this.box = box;
        this.larger = larger;
        this.load = load;
        this.judge = judge;
        this.analysis = analysis;
        this.clock = clock;
        Search first = new Search(judge.fewestCalls(), load.duration());
        this.search =
                larger == null ? first : first.inSmallerBox(larger.bracket().low());
    }

    String name() {
        return name;
    }

    /** The same target in this box, of which nothing is known yet. */
    CapacityCandidate in(Limits other) {
        return new CapacityCandidate(name, other, this, load, judge, analysis, clock);
    }

    /** The same target in the box before, which this one is smaller than; empty for the first. */
    Optional<CapacityCandidate> larger() {
        return Optional.ofNullable(larger);
    }

    /** It goes on in a smaller box: nothing is to be confirmed in this one. */
    void goOnSmaller() {
        goesOnSmaller = true;
    }

    /** Nothing can be found here. */
    void notStarted() {
        confirm();
        giveUp();
    }

    /** What its server may use; no limits where it has what the target has by itself. */
    Limits box() {
        return box;
    }

    /** Whether it has what the target has by itself. */
    boolean isInFirstBox() {
        return box.areNone();
    }

    /** Whether its capacity stays unknown because the generator was the limit. */
    boolean isGeneratorLimit() {
        return confirmation != null && confirmation.isStoppedByGenerator();
    }

    /** Whether less for the server would tell more: the generator was the limit, and not for want of users. */
    boolean needsSmallerBox() {
        return isGeneratorLimit() && !lackedUsers();
    }

    private boolean lackedUsers() {
        Double high = bracket().high();
        List<ProbeReport> deciding = searching.stream()
                .filter(report -> Objects.equals(report.offered(), high))
                .filter(report -> report.verdict() == StepVerdict.INCONCLUSIVE)
                .toList();
        return !deciding.isEmpty() && deciding.stream().allMatch(CapacityCandidate::lackedUsers);
    }

    /** All users waited for the server, and the generator had little to do. */
    private static boolean lackedUsers(ProbeReport report) {
        return report.generatorCores() != null
                && report.generatorCores() < BUSY_CORES
                && report.reasons().stream()
                        .filter(reason -> reason.bound() == Bound.GENERATOR)
                        .allMatch(PoolTooSmall.class::isInstance);
    }

    private List<Trial> trials() {
        return searching.stream().map(Trial::of).toList();
    }

    /** What the load steps of the search say so far. */
    Bracket bracket() {
        return Bracket.of(trials());
    }

    /** The next load step of the search; empty where it is over, or the time is. @param after needed for what follows it @param smallerFollows as in {@link Search#next} */
    Optional<Search.Step> next(Duration after, boolean smallerFollows) {
        return search.next(trials(), smallerFollows && !lackedUsers())
                .filter(step -> isTimeFor(reserve().plus(after).plus(step.length())));
    }

    /** Ends the search: what it found is to be confirmed, or what was found in the larger box where this one carries nothing. */
    void confirm() {
        confirmation = new Confirmation(bracket());
        if (confirmation.rate() == null) {
            larger().ifPresent(before -> before.goesOnSmaller = false);
        }
    }

    /** How far its confirmation is; null while it is searched. */
    Confirmation confirmation() {
        return confirmation;
    }

    /** Whether as many fresh processes as it takes held its rate, and the server was its limit. */
    boolean isConfirmed() {
        return confirmation.rate() != null
                && confirmation.held() >= CapacityReport.CONFIRMATIONS
                && !isGeneratorLimit();
    }

    /** Whether the server meets the SLO again after more than it carries. */
    boolean isRecovered(List<Slice> slices) {
        return Overload.isRecovered(slices, judge);
    }

    /** Whether another fresh process is to confirm its rate, and there is time for it. */
    boolean isPending() {
        return !goesOnSmaller && !confirmation.isOver() && isTimeFor(confirming());
    }

    /** Whether the load that confirms its rate can be made once more. */
    boolean isTimeForWhole() {
        return isTimeFor(search.enough(confirmation.rate(), load.duration()));
    }

    /** Whether the loads with parts of the rate can be made once more. */
    boolean isTimeForParts() {
        return isTimeFor(parts(confirmation.rate()));
    }

    private Duration parts(double rate) {
        Duration usual = Search.narrowing(load.duration());
        return search.enough(rate * Purpose.HALF.share(), usual)
                .plus(search.enough(rate * Purpose.MOST.share(), usual));
    }

    /** Whether more than this is left of it. */
    boolean isTimeFor(Duration length) {
        return left().compareTo(length) > 0;
    }

    /** Of the time that there is for it. */
    Duration left() {
        return load.limit().minus(spent).minus(turnSince == null ? Duration.ZERO : clock.since(turnSince));
    }

    /** The same, divided between the fresh processes that are still to confirm its rate. */
    Duration leftForEach() {
        return left().dividedBy(Math.max(1, CapacityReport.CONFIRMATIONS - confirmation.held()));
    }

    /** Its turn, which takes of its time. */
    void turn(Runnable part) {
        long since = clock.nanos();
        turnSince = since;
        part.run();
        turnSince = null;
        spend(clock.since(since));
    }

    /** So much of its time went by without it. */
    void spend(Duration time) {
        spent = spent.plus(time);
    }

    /** Nothing more can be found. */
    void giveUp() {
        spent = load.limit();
    }

    /** What the search leaves for all confirmations: at low rates no more than half of the time. */
    private Duration reserve() {
        Duration all = confirming().multipliedBy(CapacityReport.CONFIRMATIONS);
        Duration usual = load.confirmation().multipliedBy(CapacityReport.CONFIRMATIONS);
        return min(List.of(all, max(List.of(usual, load.limit().dividedBy(2)))));
    }

    /** About how long the rest will take. */
    Duration about() {
        Duration searching = confirmation == null ? search.left(trials()) : Duration.ZERO;
        int missing = CapacityReport.CONFIRMATIONS - (confirmation == null ? 0 : confirmation.held());
        return min(List.of(searching.plus(confirming().multipliedBy(missing)), max(List.of(left(), Duration.ZERO))));
    }

    /** One confirmation: at low rates its loads are longer than usual, for they need calls enough. */
    Duration confirming() {
        Double rate = confirmation == null ? bracket().low() : confirmation.rate();
        if (rate == null) {
            return load.confirmation();
        }
        Duration loads = parts(rate).plus(search.enough(rate, load.duration()));
        return load.confirmation().plus(max(List.of(loads.minus(load.loads()), Duration.ZERO)));
    }

    /** A load step and what it says. */
    record Reported(LoadSteps.Made made, ProbeReport report) {}

    /** Makes a load step, which ends early where an SLO is broken for good. @param round that it is made in */
    Reported step(ServerUnderLoad server, int round, Purpose purpose, double callsPerSecond, Duration length) {
        Schedule schedule = Schedule.of(callsPerSecond, search.enough(callsPerSecond, length));
        LoadSteps.Made made = server.run(
                purpose,
                new LoadStep.Open(schedule),
                slices -> judge.isLost(slices, schedule.calls()) ? EarlyEnd.SLO_BROKEN : null);
        ProbeReport report = analysis.report(round, made.record(), made.slices());
        if (purpose == Purpose.BRACKET || purpose == Purpose.NARROW) {
            searching.add(report);
        }
        return new Reported(made, report);
    }
}
