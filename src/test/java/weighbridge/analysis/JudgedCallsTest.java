package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.record.Calls;

class JudgedCallsTest {
    private final Calls calls = new Calls();
    private final JudgedCalls judged = new JudgedCalls(calls, List.of(200, 201), 1000);

    @Test
    void aRightAnswerInTimeIsASuccessWithTheStatusOfItsRequest() {
        calls.add(0, 7, 1007, true, "");
        calls.add(1, 8, 8, true, "");

        assertThat(judged.size()).isEqualTo(2);
        assertThat(judged.startMillis(0)).isEqualTo(7);
        assertThat(judged.endMillis(0)).isEqualTo(1007);
        assertThat(judged.latencyMillis(0)).isEqualTo(1000);
        assertThat(judged.succeeded(0)).isTrue();
        assertThat(judged.status(0)).isEqualTo(200);
        assertThat(judged.latencyMillis(1)).isZero();
        assertThat(judged.status(1)).isEqualTo(201);
    }

    @Test
    void aRightAnswerAfterTheTimeoutIsAFailure() {
        calls.add(0, 0, 1001, true, "");

        assertThat(judged.succeeded(0)).isFalse();
        assertThat(judged.cause(0)).isEqualTo(Cause.Known.LATE);
        assertThat(judged.status(0)).isEqualTo(-1);
        assertThat(judged.message(0)).isEqualTo("answered after 1001 ms");
    }

    /** What only failed by its body came with the status that its request expects. */
    @Test
    void oneMessageHasItsStatusFromTheRequest() {
        String message = "bodyString.find.is(a), found b";
        calls.add(0, 0, 1, false, message);
        calls.add(1, 0, 1, false, message);
        calls.add(0, 0, 1, false, "status.find.is(200), found 503");

        assertThat(judged.status(0)).isEqualTo(200);
        assertThat(judged.status(1)).isEqualTo(201);
        assertThat(judged.cause(1)).isEqualTo(Cause.Known.WRONG_BODY);
        assertThat(judged.status(2)).isEqualTo(503);
        assertThat(judged.cause(2)).isEqualTo(new Cause.WrongStatus(503));
        assertThat(judged.message(2)).isEqualTo("status.find.is(200), found 503");
    }
}
