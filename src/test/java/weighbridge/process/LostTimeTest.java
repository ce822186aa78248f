package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.record.Reading;
import weighbridge.record.Reading.Counts;

/** A tree as it is looked at again and again: each process by its name, with its own CPU time and that of ended children. */
class LostTimeTest {
    private final LostTime lostTime = new LostTime();

    @Test
    void whoGoesOnLosesNothing() {
        assertThat(look(tree("a", 1, 0, "b", 2, 0))).isZero();
        assertThat(look(tree("a", 1.5, 0, "b", 2.5, 0))).isZero();
    }

    @Test
    void whatTheParentGotIsNotLost() {
        look(tree("a", 1, 0, "b", 2, 1));
        assertThat(look(tree("a", 1, 3))).isZero();
        look(tree("a", 1, 3, "c", 0.5, 0));
        assertThat(look(tree("a", 1, 3.49))).as("ticks cut some of it off").isZero();
    }

    @Test
    void whatNobodyGotIsLostWithItsProcess() {
        look(tree("a", 1, 0, "b", 2, 0, "c", 0.5, 0));
        assertThat(look(tree("a", 9, 0, "c", 0.6, 0))).isEqualTo(1);
        assertThat(look(tree("a", 9, 0))).isEqualTo(2);
        assertThat(look(tree("a", 9, 0))).as("told once").isEqualTo(2);
    }

    @Test
    void aNewProcessMayBeTheOneThatGotIt() {
        look(tree("a", 1, 0, "b", 2, 0));
        assertThat(look(tree("a", 1, 0, "n", 0, 2))).isZero();
    }

    @Test
    void whoUsedNextToNothingIsNotMissed() {
        look(tree("a", 1, 0, "b", 0.02, 0));
        assertThat(look(tree("a", 1, 0))).isZero();
    }

    private int look(Map<ProcessId, ProcessFigures> tree) {
        lostTime.look(tree);
        return lostTime.count();
    }

    private static Map<ProcessId, ProcessFigures> tree(Object... processes) {
        Map<ProcessId, ProcessFigures> tree = new LinkedHashMap<>();
        for (int index = 0; index < processes.length; index += 3) {
            double own = ((Number) processes[index + 1]).doubleValue();
            double children = ((Number) processes[index + 2]).doubleValue();
            Reading reading = new Reading(1, 1, null, null, own, 1, 0, Counts.UNKNOWN);
            tree.put(
                    new ProcessId(((String) processes[index]).charAt(0), 1),
                    new ProcessFigures(true, reading, children));
        }
        return tree;
    }
}
