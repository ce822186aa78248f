package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.record.CallCounts;
import weighbridge.record.CallCounts.FailedCalls;

class StepCountsTest {
    private final StepCounts counts = new StepCounts(2);

    @Test
    void callsAreCountedByRequestAndByWhatBecameOfThem() {
        counts.succeeded(0);
        counts.succeeded(1);
        counts.succeeded(1);
        counts.failed(0, "Premature close");
        counts.failed(1, "Request timeout");
        counts.failed(1, "Request timeout");
        counts.inFlight(3);
        counts.inFlight(2);
        counts.logged();

        assertThat(counts.allSucceeded()).isEqualTo(3);
        assertThat(counts.total())
                .isEqualTo(new CallCounts(
                        List.of(1L, 2L),
                        List.of(new FailedCalls(1, "Request timeout", 2), new FailedCalls(0, "Premature close", 1)),
                        3,
                        1));
        assertThat(counts.total().all()).isEqualTo(6);
    }

    @Test
    void aMessageOfItsOwnForEachCallDoesNotFillTheMemory() {
        for (int call = 0; call < 1000; call++) {
            counts.failed(0, "failure " + call);
        }

        List<FailedCalls> failed = counts.total().failed();
        assertThat(failed).hasSizeLessThanOrEqualTo(101);
        assertThat(failed.get(0)).isEqualTo(new FailedCalls(0, "further messages", 900));
        assertThat(counts.total().all()).isEqualTo(1000);
    }
}
