package weighbridge.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import weighbridge.record.RoundRecord;
import weighbridge.server.Assignment;
import weighbridge.server.Serving;
import weighbridge.server.Target;
import weighbridge.workload.CapacitySearch;
import weighbridge.workload.Settings;

/** Lays out the rounds of a run: the same seed always gives the same orders, on every JDK. */
final class Rounds {
    private Rounds() {}

    /**
     * Where there are several rounds, each has an order of its own, and in each one target runs twice: every target about
     * as often as every other.
     *
     * @param settings how many, and from which seed
     * @param assignments all targets in the order that was given
     * @param portOfAgain for the target that runs again
     */
    static List<Round> of(Settings settings, List<Assignment> assignments, int portOfAgain) {
        if (settings.rounds() == 1) {
            // Where a capacity is looked for, those in which it is confirmed come on the way.
            int count = settings.workload() instanceof CapacitySearch ? CapacitySearch.ROUNDS : 1;
            return List.of(new Round(1, count, assignments, assignments, Optional.empty()));
        }
        Random random = new Random(settings.seed());
        List<Assignment> turns = shuffled(assignments, random);
        List<Round> rounds = new ArrayList<>();
        for (int number = 1; number <= settings.rounds(); number++) {
            Target twice = turns.get((number - 1) % turns.size()).target();
            List<Assignment> all = new ArrayList<>(assignments);
            all.add(again(twice, portOfAgain));
            rounds.add(new Round(number, settings.rounds(), all, shuffled(all, random), Optional.of(twice.name())));
        }
        return rounds;
    }

    private static Assignment again(Target target, int port) {
        Target again = target.named(RoundRecord.again(target.name()));
        return target.serving() instanceof Serving.Running running
                ? Assignment.running(again, running)
                : new Assignment(again, port);
    }

    private static List<Assignment> shuffled(List<Assignment> assignments, Random random) {
        List<Assignment> shuffled = new ArrayList<>(assignments);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
