package weighbridge.render;

import java.util.List;
import java.util.Optional;
import weighbridge.analysis.Ranking;
import weighbridge.analysis.Report;
import weighbridge.analysis.TargetReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Trait;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.OpenLoad;
import weighbridge.workload.Workload;

/**
 * Who may be called the best of a run, and who is by its orders. The first group of an order is not yet the answer: to be
 * a tie is not transitive, so a group such as {@code a = b = c (a < c)} holds together those that differ.
 */
final class Winners {
    private final Report report;

    Winners(Report report) {
        this.report = report;
    }

    /** Whether there can be any: where no figure can be relied on nobody has won. */
    boolean arePossible() {
        return report.run().complete()
                && report.targets().stream().anyMatch(target -> report.verdict().isValid(target.name()));
    }

    /**
     * Whether a target may be the best by this figure. One that failed in any round may not. Who lost calls had less to do
     * than the others, which shows in all that is measured under load and after it, and not before.
     */
    boolean mayLead(TargetReport target, Figure figure) {
        // The median is of all rounds, so calls must have failed in none of them.
        Double success = target.figure(Figure.SUCCESS_RATIO).min();
        return report.run().complete()
                && report.verdict().isValid(target.name())
                && target.well()
                && isOfSameLoad(figure)
                && (figure.is(Trait.BEFORE_LOAD) || figure == Figure.SUCCESS_RATIO || success != null && success == 1);
    }

    /**
     * Whether all targets had the same to do for this figure. Calls that start at planned times all take the same time each,
     * whoever answers them; and where a capacity is looked for, each target is called at the rate that it holds.
     */
    boolean isOfSameLoad(Figure figure) {
        Workload workload = report.run().settings().workload();
        return workload instanceof CapacitySearch
                ? figure.is(Trait.BEFORE_LOAD)
                : !(workload instanceof OpenLoad) || figure != Figure.SECONDS_PER_CALL;
    }

    /** The order by this figure; empty where the run has none. */
    Optional<Ranking> order(Figure figure) {
        return report.ranking().stream()
                .filter(ranking -> ranking.figure() == figure)
                .filter(ranking -> !ranking.order().isEmpty())
                .findFirst();
    }

    /** Those in the order by this figure that may lead it, the best group first. */
    List<List<String>> candidates(Figure figure) {
        return order(figure).stream()
                .flatMap(ranking -> ranking.order().stream())
                .map(group ->
                        group.stream().filter(name -> mayLead(name, figure)).toList())
                .filter(group -> !group.isEmpty())
                .toList();
    }

    /**
     * Of the first candidates those that no other of them was shown to be better than: one is the best, several are a tie.
     * Empty where there is no order, where under two may lead it, and where each is worse than another one in turn.
     */
    List<String> of(Figure figure) {
        List<List<String>> candidates = candidates(figure);
        if (candidates.stream().mapToInt(List::size).sum() < 2) {
            return List.of();
        }
        List<Ranking.Pair> pairs = order(figure).orElseThrow().pairs();
        List<String> group = candidates.get(0);
        return group.stream()
                .filter(name -> pairs.stream()
                        .noneMatch(
                                pair -> pair.different() && pair.worse().equals(name) && group.contains(pair.better())))
                .toList();
    }

    private boolean mayLead(String name, Figure figure) {
        return report.targets().stream().anyMatch(target -> target.name().equals(name) && mayLead(target, figure));
    }
}
