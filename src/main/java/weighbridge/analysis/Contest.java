package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weighbridge.analysis.Ranking.NotRanked;
import weighbridge.statistics.RankInterval;

/** Who of the targets of a run can be ranked: any two of them have rounds enough in common. */
final class Contest {
    private final int rounds;
    private final List<Contender> contenders = new ArrayList<>();
    private final List<NotRanked> notRanked = new ArrayList<>();

    /**
     * @param rounds of the run
     * @param valuesByTarget by round
     * @param excluded reasons by the names of targets that must not be ranked whatever their values
     */
    Contest(int rounds, Map<String, List<Double>> valuesByTarget, Map<String, Gap> excluded) {
        this.rounds = rounds;
        excluded.forEach((name, reason) -> notRanked.add(new NotRanked(name, reason)));
        valuesByTarget.forEach((name, values) -> {
            if (!excluded.containsKey(name)) {
                contenders.add(new Contender(name, values));
            }
        });
        // In a shorter run nobody has values enough, and one reason for all of them says so.
        if (rounds >= RankInterval.MIN_COUNT) {
            dropWhoCannotBeCompared();
        }
    }

    List<Contender> contenders() {
        return contenders;
    }

    List<NotRanked> notRanked() {
        return notRanked;
    }

    private void dropWhoCannotBeCompared() {
        List.copyOf(contenders).forEach(this::dropWithTooFew);
        for (Optional<Contender> odd = odd(); odd.isPresent(); odd = odd()) {
            dropForWantOfCommonRounds(odd.get());
        }
    }

    private void dropWithTooFew(Contender contender) {
        if (contender.count() == 0) {
            drop(contender, new Gap.NoValue());
        } else if (contender.count() < RankInterval.MIN_COUNT) {
            drop(contender, new Gap.FewValues(contender.count(), rounds));
        }
    }

    /** The one with the most partners that it lacks common rounds with, of several that with the fewest values. */
    private Optional<Contender> odd() {
        return contenders.stream()
                .filter(contender -> !strangers(contender).isEmpty())
                .max(Comparator.<Contender>comparingInt(
                                contender -> strangers(contender).size())
                        .thenComparing(Contender::count, Comparator.reverseOrder()));
    }

    private void dropForWantOfCommonRounds(Contender contender) {
        Contender stranger = strangers(contender).get(0);
        drop(contender, new Gap.FewCommonRounds(contender.common(stranger), rounds, stranger.name()));
    }

    private List<Contender> strangers(Contender contender) {
        return contenders.stream()
                .filter(other -> other != contender && contender.common(other) < RankInterval.MIN_COUNT)
                .toList();
    }

    private void drop(Contender contender, Gap reason) {
        contenders.remove(contender);
        notRanked.add(new NotRanked(contender.name(), reason));
    }
}
