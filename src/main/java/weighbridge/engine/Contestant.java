package weighbridge.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weighbridge.analysis.ProbeAnalysis;
import weighbridge.capacity.Bracket;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.Search;
import weighbridge.capacity.SloJudge;
import weighbridge.capacity.StepVerdict;
import weighbridge.record.EarlyEnd;
import weighbridge.server.Assignment;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Purpose;

/** A target whose capacity is looked for: how far that has come. */
final class Contestant {
    private final Assignment target;
    private final SloJudge judge;
    private final ProbeAnalysis analysis;
    private final Search search;
    private final Duration limit;
    private final List<Bracket.Trial> tried = new ArrayList<>();
    private final Confirmation confirmation = new Confirmation();
    private Duration spent = Duration.ZERO;
    private long turnNanos;

    Contestant(Assignment target, SloJudge judge, ProbeAnalysis analysis, CapacitySearch load) {
        this.target = target;
        this.judge = judge;
        this.analysis = analysis;
        this.search = new Search(judge.fewestCalls(), load.duration());
        this.limit = load.limit();
    }

    Assignment target() {
        return target;
    }

    String name() {
        return target.target().name();
    }

    Confirmation confirmation() {
        return confirmation;
    }

    /** What the probes of the search say so far. */
    Bracket bracket() {
        return Bracket.of(tried);
    }

    /** The next probe of the search; empty where it is over, or the time is. @param reserve that has to be left */
    Optional<Search.Step> next(Duration reserve) {
        return search.next(tried).filter(step -> left().compareTo(reserve.plus(step.length())) > 0);
    }

    /** Of the time that there is for it. */
    Duration left() {
        return limit.minus(spent)
                .minus(turnNanos == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - turnNanos));
    }

    /** Its turn, which takes of its time. */
    void turn(Runnable part) {
        turnNanos = System.nanoTime();
        part.run();
        spent = spent.plusNanos(System.nanoTime() - turnNanos);
        turnNanos = 0;
    }

    /** So much of its time went by without it. */
    void spend(Duration time) {
        spent = spent.plus(time);
    }

    /** Nothing more can be found. */
    void giveUp() {
        spent = limit;
    }

    /** The load at all of the rate that is to be confirmed. */
    Duration whole(CapacitySearch load) {
        return search.enough(confirmation.rate(), load.duration());
    }

    /** What the search leaves for all confirmations: at low rates no more than half of the time. */
    Duration reserve(CapacitySearch load) {
        Duration all = confirming(load).multipliedBy(CapacityReport.CONFIRMATIONS);
        Duration usual = load.confirmation().multipliedBy(CapacityReport.CONFIRMATIONS);
        Duration half = limit.dividedBy(2);
        Duration most = usual.compareTo(half) < 0 ? half : usual;
        return all.compareTo(most) < 0 ? all : most;
    }

    /** About how long the rest will take. */
    Duration about(CapacitySearch load) {
        Duration confirming = confirming(load);
        Duration search = confirmation.isBegun() ? Duration.ZERO : this.search.left(tried);
        Duration all = search.plus(confirming.multipliedBy(CapacityReport.CONFIRMATIONS - confirmation.held()));
        Duration left = left().isNegative() ? Duration.ZERO : left();
        return all.compareTo(left) < 0 ? all : left;
    }

    /** One confirmation: at low rates its loads are longer than usual, for they need calls enough. */
    Duration confirming(CapacitySearch load) {
        Double rate = confirmation.isBegun() ? confirmation.rate() : bracket().low();
        if (rate == null) {
            return load.confirmation();
        }
        Duration part = Search.narrowing(load.duration());
        Duration longer = search.enough(rate * Purpose.HALF.share(), part)
                .plus(search.enough(rate * Purpose.MOST.share(), part))
                .plus(search.enough(rate, load.duration()))
                .minus(load.loads());
        return longer.isNegative() ? load.confirmation() : load.confirmation().plus(longer);
    }

    /** Makes a probe and says what it says. */
    ProbeReport probe(Probes probes, Site site, Purpose purpose, double callsPerSecond, Duration length) {
        Schedule schedule = Schedule.of(callsPerSecond, search.enough(callsPerSecond, length));
        Probes.Made made = probes.open(
                site,
                target,
                purpose,
                schedule,
                soFar -> judge.isLost(soFar, schedule.calls()) ? EarlyEnd.SLO_BROKEN : null);
        ProbeReport report = analysis.report(site.round().number(), made.record(), made.slices());
        if (purpose == Purpose.BRACKET || purpose == Purpose.NARROW) {
            tried.add(new Bracket.Trial(callsPerSecond, report.verdict()));
        }
        if (purpose == Purpose.CONFIRM && report.verdict() == StepVerdict.KEPT) {
            site.journal().add(made.record().window());
        }
        return report;
    }
}
