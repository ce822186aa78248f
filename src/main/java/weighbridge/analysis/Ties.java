package weighbridge.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import weighbridge.analysis.Ranking.Pair;

/**
 * Groups of targets that could not be told apart. To be a tie is not transitive: a may be as good as b, and b as c, and
 * a yet be better than c. The order is therefore cut only where every target before the cut is better than every one
 * behind it, so that no two are ever separated that could not be told apart.
 */
final class Ties {
    private final List<String> sorted;
    private final Set<List<String>> betterAndWorse = new HashSet<>();

    /**
     * @param sorted names, that of the best median first
     * @param pairs of all of them
     */
    Ties(List<String> sorted, List<Pair> pairs) {
        this.sorted = sorted;
        pairs.stream()
                .filter(Pair::different)
                .forEach(pair -> betterAndWorse.add(List.of(pair.better(), pair.worse())));
    }

    /** Names, the best group first. */
    List<List<String>> groups() {
        List<String> byWins = sorted.stream()
                .sorted(Comparator.comparing(this::wins).reversed())
                .toList();
        List<List<String>> groups = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= byWins.size(); end++) {
            if (isCut(byWins.subList(0, end), byWins.subList(end, byWins.size()))) {
                List<String> group = byWins.subList(start, end);
                groups.add(sorted.stream().filter(group::contains).toList());
                start = end;
            }
        }
        return groups;
    }

    /** Such as {@code a = b = c (a < c) < d}: in brackets the pairs inside a group that differ nevertheless. */
    String text() {
        return groups().stream().map(this::text).collect(Collectors.joining(" < "));
    }

    /**
     * Who stands before a cut is better than more others than anyone behind it, so this order has all cuts that there
     * are. That of the medians may miss one where targets have values of different rounds.
     */
    private long wins(String better) {
        return sorted.stream().filter(worse -> isBetter(better, worse)).count();
    }

    private boolean isCut(List<String> before, List<String> behind) {
        return before.stream().allMatch(better -> behind.stream().allMatch(worse -> isBetter(better, worse)));
    }

    private String text(List<String> group) {
        List<String> differing = new ArrayList<>();
        for (String better : group) {
            for (String worse : group) {
                if (isBetter(better, worse)) {
                    differing.add(better + " < " + worse);
                }
            }
        }
        return String.join(" = ", group) + (differing.isEmpty() ? "" : " (" + String.join(", ", differing) + ")");
    }

    private boolean isBetter(String better, String worse) {
        return betterAndWorse.contains(List.of(better, worse));
    }
}
