package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weighbridge.analysis.BurstTrace.CauseTrace;
import weighbridge.record.Calls;

class BurstCallsTest {
    @Test
    void callsComeInTheOrderOfTheirStartsAfterTheFirstOne() {
        BurstCalls calls = MadeUpBursts.of("120-130 100-150 110-111!");

        assertThat(calls.size()).isEqualTo(3);
        assertThat(calls.firstMillis()).isEqualTo(100);
        assertThat(calls.lastMillis()).isEqualTo(50);
        assertThat(calls.startMillis(0)).isZero();
        assertThat(calls.startMillis(1)).isEqualTo(10);
        assertThat(calls.startMillis(2)).isEqualTo(20);
        assertThat(calls.endMillis(2)).isEqualTo(30);
        assertThat(calls.latencyMillis(0)).isEqualTo(50);
        assertThat(calls.calls(true)).containsExactly(0, 2);
        assertThat(calls.calls(false)).containsExactly(1);
        assertThat(calls.latenciesMillis(true)).containsExactly(50, 10);
    }

    @Test
    void causesComeWithTheMostFrequentFirstAndThenByLabel() {
        BurstCalls calls = MadeUpBursts.of("0-1! 1-2? 2-3? 3-4 4-1005 5-6!");

        assertThat(calls.causes())
                .containsExactly(
                        new CauseTrace("connect-timeout", -1, 2),
                        new CauseTrace("refused", -1, 2),
                        new CauseTrace("late", -1, 1));
        assertThat(calls.cause(0)).isZero();
        assertThat(calls.cause(1)).isEqualTo(1);
        assertThat(calls.cause(3)).isEqualTo(-1);
        assertThat(calls.cause(4)).isEqualTo(2);
    }

    /** A wrong body comes with the status that its request expects. */
    @Test
    void oneLabelWithTwoStatusesIsTwoCauses() {
        Calls calls = new Calls();
        calls.add(0, 0, 1, false, "bodyString.find.is(a), found b");
        calls.add(1, 1, 2, false, "bodyString.find.is(a), found b");
        calls.add(0, 2, 3, false, "status.find.is(200), found 503");

        assertThat(MadeUpBursts.of(calls).causes())
                .containsExactly(
                        new CauseTrace("status-503", 503, 1),
                        new CauseTrace("wrong-body", 200, 1),
                        new CauseTrace("wrong-body", 201, 1));
    }

    @Test
    void thereMayBeManyCauses() {
        Calls calls = new Calls();
        for (int call = 0; call < 400; call++) {
            calls.add(0, call, call, false, "status.find.is(200), found " + (201 + call % 100));
        }

        assertThat(MadeUpBursts.of(calls).causes())
                .hasSize(100)
                .startsWith(new CauseTrace("status-201", 201, 4))
                .endsWith(new CauseTrace("status-300", 300, 4));
        assertThat(MadeUpBursts.of(calls).cause(399)).isEqualTo(99);
    }
}
