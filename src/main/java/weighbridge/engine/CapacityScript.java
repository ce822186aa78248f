package weighbridge.engine;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import weighbridge.analysis.ProbeAnalysis;
import weighbridge.capacity.Bracket;
import weighbridge.capacity.CapacityFinding.Reason;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.Search;
import weighbridge.capacity.SloJudge;
import weighbridge.capacity.StepVerdict;
import weighbridge.figure.LoadPromises;
import weighbridge.figure.Promise;
import weighbridge.record.Outcome;
import weighbridge.render.CapacityFindingWords;
import weighbridge.server.Assignment;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Purpose;

/** Looks for the capacity of each target in one round of processes, and confirms it in as many fresh ones as it takes. */
final class CapacityScript extends LoadScript {
    private static final List<Integer> USERS = List.of(1, 2, 3, 4, 6, 8, 12, 16, 24, 32);

    /** From the end of a load to the beginning of the next. */
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    /** Shorter waits are nothing to tell of. */
    private static final Duration SHOWN = Duration.ofSeconds(5);

    private final CapacitySearch load;
    private final Calm calm;

    CapacityScript(MainJob job, GatlingInjector injector, CapacitySearch load) {
        super(job, injector, load);
        this.load = load;
        this.calm = new Calm(load.limit());
    }

    @Override
    void play(Probes probes) {
        Site site = job().site();
        WarmUp.ofGenerator(job(), probes, load);
        List<Contestant> contestants = site.round().order().stream()
                .filter(target -> site.servers().containsKey(target.target().name()))
                .filter(target -> canBeJudged(site, target))
                .map(this::contestant)
                .toList();
        for (Contestant contestant : contestants) {
            contestant.turn(() -> search(probes, site, contestant));
        }
        int number = 1;
        while (!job().isStopped() && pending(contestants).findAny().isPresent()) {
            number++;
            List<Assignment> again =
                    pending(contestants).map(Contestant::target).toList();
            long fromNanos = System.nanoTime();
            job().turnTo(new Round(number, Math.max(number, CapacitySearch.ROUNDS), again, again, Optional.empty()));
            Duration each = Duration.ofNanos(System.nanoTime() - fromNanos).dividedBy(again.size());
            pending(contestants).toList().forEach(contestant -> contestant.spend(each));
            if (job().isStopped()) {
                return;
            }
            Site fresh = job().site();
            pending(contestants)
                    .toList()
                    .forEach(contestant -> contestant.turn(() -> confirm(probes, fresh, contestant)));
        }
    }

    private Stream<Contestant> pending(List<Contestant> contestants) {
        return contestants.stream()
                .filter(contestant -> !contestant.confirmation().isOver())
                .filter(contestant -> contestant.left().compareTo(contestant.confirming(load)) > 0);
    }

    /** Whether memory and processor time can be read where they are promised: otherwise each rate would break the promise. */
    private boolean canBeJudged(Site site, Assignment target) {
        String name = target.target().name();
        List<String> notKnown = site.server(name).pid().isPresent()
                ? List.of()
                : job().plan().settings().slo().stream()
                        .filter(promise -> promise.isOf(name) && LoadPromises.isOfProcess(promise))
                        .map(Promise::condition)
                        .toList();
        if (!notKnown.isEmpty()) {
            site.journal()
                    .remark(name + ": no capacity was looked for, for no process of it is known to tell "
                            + String.join(", ", notKnown) + " (name its pid in target.yaml)");
        }
        return notKnown.isEmpty();
    }

    private Contestant contestant(Assignment target) {
        Plan plan = job().plan();
        String name = target.target().name();
        SloJudge judge = new SloJudge(plan.settings().slo().stream()
                .filter(promise -> promise.isOf(name))
                .toList());
        return new Contestant(target, judge, new ProbeAnalysis(job().host(), judge), load);
    }

    private void search(Probes probes, Site site, Contestant contestant) {
        String name = contestant.name();
        calm(site, contestant);
        if (load.keepAlive()) {
            new HeldConnections(probes, site, load).weigh(contestant.target());
        }
        WarmUp.byFew(probes, site, contestant.target(), WarmUp.MOST, load.pool());
        Duration closed = Search.bracketing(load.duration()).plus(BETWEEN).multipliedBy(USERS.size());
        Optional<Search.Step> step = contestant.next(contestant.reserve(load).plus(closed));
        while (step.isPresent() && isUp(site, name)) {
            ProbeReport report = contestant.probe(
                    probes,
                    site,
                    step.get().purpose(),
                    step.get().callsPerSecond(),
                    step.get().length());
            say(site, contestant, report, text(contestant.bracket()));
            rest(site, contestant, report);
            step = contestant.next(contestant.reserve(load).plus(closed));
        }
        Bracket bracket = contestant.bracket();
        contestant.confirmation().begin(bracket.low(), bracket.limit() == StepVerdict.INCONCLUSIVE);
        for (int users : USERS) {
            if (users <= load.pool() && isUp(site, name)) {
                probes.closed(
                        site,
                        contestant.target(),
                        Purpose.CLOSED,
                        users,
                        Search.bracketing(load.duration()),
                        Injector.Watch.NONE);
            }
        }
        if (!job().isStopped()) {
            site.journal().outcome(name, new Outcome.Measured());
        }
        site.archive().save(site.journal());
    }

    private void confirm(Probes probes, Site site, Contestant contestant) {
        String name = contestant.name();
        if (!isUp(site, name)) {
            contestant.giveUp(); // it does not start any more: nothing can be confirmed
            return;
        }
        double rate = contestant.confirmation().rate();
        calm(site, contestant);
        Duration most = contestant.left().minus(load.loads()).dividedBy(2);
        WarmUp.atRate(
                probes,
                site,
                contestant.target(),
                rate * Purpose.HALF.share(),
                most.compareTo(WarmUp.MOST) < 0 ? most : WarmUp.MOST,
                load.pool());
        lower(probes, site, contestant, Purpose.HALF, rate);
        lower(probes, site, contestant, Purpose.MOST, rate);
        if (!isUp(site, name)) {
            contestant.confirmation().add(StepVerdict.BROKEN); // it ended already at less
            return;
        }
        ProbeReport report = contestant.probe(probes, site, Purpose.CONFIRM, rate, load.duration());
        if (report.verdict() == StepVerdict.INCONCLUSIVE && isUp(site, name)) {
            // Says nothing of the server: once more, before the rate is given up.
            rest(site, contestant, report);
            if (isUp(site, name) && contestant.left().compareTo(contestant.whole(load)) > 0) {
                report = contestant.probe(probes, site, Purpose.CONFIRM, rate, load.duration());
            }
        }
        if (job().isStopped()) {
            return;
        }
        contestant.confirmation().add(report.verdict());
        say(
                site,
                contestant,
                report,
                contestant.confirmation().held() + " of " + CapacityReport.CONFIRMATIONS + " confirmed");
        site.journal().outcome(name, new Outcome.Measured());
        site.archive().save(site.journal());
    }

    /** At the part of the rate that this purpose has. */
    private void lower(Probes probes, Site site, Contestant contestant, Purpose purpose, double rate) {
        if (isUp(site, contestant.name())) {
            ProbeReport report =
                    contestant.probe(probes, site, purpose, rate * purpose.share(), Search.narrowing(load.duration()));
            say(site, contestant, report, "");
        }
    }

    /** Others on the machine may have done before anything is made of what the generator is late by. */
    private void calm(Site site, Contestant contestant) {
        String name = contestant.name();
        Duration waited =
                calm.await(() -> isUp(site, name) && contestant.left().compareTo(contestant.confirming(load)) > 0);
        if (waited.compareTo(SHOWN) > 0) {
            site.console().line(name + ": waited " + waited.toSeconds() + " s, for others kept the machine busy");
        }
    }

    private boolean isUp(Site site, String name) {
        return site.isUp(name) && !job().isStopped();
    }

    /** A server that could not keep up still works on what it could not, and who kept the generator from its work may do so still. */
    private void rest(Site site, Contestant contestant, ProbeReport report) {
        if (report.verdict() != StepVerdict.KEPT && site.isUp(contestant.name())) {
            Quiet.await(site.servers().get(contestant.name()), true);
        }
        if (report.verdict() == StepVerdict.INCONCLUSIVE) {
            calm(site, contestant);
        }
    }

    private void say(Site site, Contestant contestant, ProbeReport report, String state) {
        String p99 = report.load().plannedLatencyMillis() == null
                        || report.load().plannedLatencyMillis().p99() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", p99 %.1f ms",
                        report.load().plannedLatencyMillis().p99());
        site.console()
                .line(String.format(
                        Locale.ROOT,
                        "%s: %,.0f calls/s %s%s%s%s; about %s left for it",
                        contestant.name(),
                        report.load().offeredCallsPerSecond(),
                        switch (report.verdict()) {
                            case KEPT -> "held";
                            case BROKEN -> "not held";
                            case UNJUDGED -> "not told";
                            case INCONCLUSIVE -> "not held, the generator was not well";
                        },
                        p99,
                        why(report),
                        state.isEmpty() ? "" : "; " + state,
                        minutes(contestant.about(load))));
    }

    /** What broke first, and where it was laid to the generator why. */
    private static String why(ProbeReport report) {
        List<Reason> reasons = report.reasons();
        if (reasons.isEmpty()) {
            return "";
        }
        String last = report.verdict() == StepVerdict.INCONCLUSIVE
                ? "; " + CapacityFindingWords.of(reasons.get(reasons.size() - 1))
                : "";
        return " (" + CapacityFindingWords.of(reasons.get(0)) + last + ")";
    }

    private static String text(Bracket bracket) {
        return text(bracket.low()) + " to " + text(bracket.high()) + " calls/s";
    }

    private static String text(Double callsPerSecond) {
        return callsPerSecond == null ? "?" : String.format(Locale.ROOT, "%,.0f", callsPerSecond);
    }

    private static String minutes(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
