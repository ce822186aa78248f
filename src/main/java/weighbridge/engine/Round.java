package weighbridge.engine;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import weighbridge.record.RoundRecord;
import weighbridge.server.Assignment;

/**
 * One pass over all targets with fresh processes.
 *
 * @param number counted from 1
 * @param count how many rounds the run has
 * @param assignments what is started, in the order of the plan, the one that runs again last
 * @param order the same in the order in which they are hammered
 * @param again name of the target that runs twice; empty in a run of one round
 */
public record Round(
        int number, int count, List<Assignment> assignments, List<Assignment> order, Optional<String> again) {
    /** Copies the lists. */
    public Round {
        assignments = List.copyOf(assignments);
        order = List.copyOf(order);
    }

    /** Names in the order in which they are hammered. */
    public List<String> names() {
        return order.stream().map(assignment -> assignment.target().name()).toList();
    }

    /** What tells the names of this round's requests from those of the others; nothing in a run of one round. */
    public String suffix() {
        return RoundRecord.suffix(number, count);
    }

    /** Below the folder of all logs, where its logs lie; empty in a run of one round, whose logs lie there themselves. */
    public String logFolder() {
        return count == 1 ? "" : "round-" + number;
    }

    /**
     * What a user reads as it begins: which it is, in which order, and how long those that are left will take if they take
     * as long as those before.
     *
     * @param seed of the orders
     * @param elapsed since the first round began
     */
    public String progress(long seed, Duration elapsed) {
        int done = number - 1;
        long leftSeconds = done == 0 ? 0 : elapsed.toSeconds() * (count - done) / done;
        String left = leftSeconds < 90 ? leftSeconds + " s" : (leftSeconds + 30) / 60 + " min";
        return String.format(
                Locale.ROOT,
                "Round %d of %d (seed %d%s), %s twice: %s",
                number,
                count,
                seed,
                done == 0 ? "" : ", about " + left + " left",
                again.orElse("none"),
                String.join(" ", names()));
    }
}
