package weighbridge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.record.Reading;
import weighbridge.record.Reading.Counts;
import weighbridge.record.RoundRecord;
import weighbridge.record.Weighing;
import weighbridge.record.Weighing.Moment;

class SpanTest {
    private static final Reading READING = new Reading(1, 1, null, null, 1, 1, 0, Counts.UNKNOWN);

    @Test
    void aRoundLastsFromItsFirstWeighingUntilThatOfTheNext() {
        List<RoundRecord> rounds = List.of(round(1, idle(110), idle(100), after(190)), round(2, idle(200)));

        assertThat(Span.ofRound(rounds, 0)).isEqualTo(new Span(100, 200));
        assertThat(Span.ofRound(rounds, 1)).isEqualTo(new Span(200, Long.MAX_VALUE));
    }

    @Test
    void aRoundThatWeighedNobodyHasNone() {
        List<RoundRecord> rounds = List.of(round(1, idle(100)), round(2), round(3, idle(300)), round(4));

        assertThat(Span.ofRound(rounds, 0)).isEqualTo(new Span(100, 300));
        assertThat(Span.ofRound(rounds, 1).holds(250)).isFalse();
        assertThat(Span.ofRound(rounds, 1).holds(0)).isFalse();
        assertThat(Span.ofRound(rounds, 2)).isEqualTo(new Span(300, Long.MAX_VALUE));
        assertThat(Span.ofRound(rounds, 3).holds(400)).isFalse();
    }

    @Test
    void itsEndIsTheNextOnes() {
        Span span = new Span(100, 200);

        assertThat(span.holds(99)).isFalse();
        assertThat(span.holds(100)).isTrue();
        assertThat(span.holds(199)).isTrue();
        assertThat(span.holds(200)).isFalse();
    }

    private static Weighing idle(long atMillis) {
        return new Weighing("a", Moment.IDLE, atMillis, READING);
    }

    private static Weighing after(long atMillis) {
        return new Weighing("a", Moment.AFTER, atMillis, READING);
    }

    private static RoundRecord round(int number, Weighing... weighings) {
        return new RoundRecord(
                number,
                List.of(),
                null,
                List.of(),
                List.of(),
                Arrays.asList(weighings),
                List.of(),
                List.of(),
                List.of());
    }
}
