package weighbridge.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weighbridge.text.Json;
import weighbridge.workload.Purpose;

class ProbeRecordTest {
    private static final ProbeRecord OPEN =
            MadeUpProbe.open(12, Purpose.CONFIRM, 1499.6).record();
    private static final ProbeRecord CLOSED = MadeUpProbe.closed(13, Purpose.CLOSED, 8)
            .stopped(EarlyEnd.RUN_ENDED)
            .connections(8)
            .window(SampleRun.record().rounds().get(0).windows().get(0))
            .record();

    @Test
    void aNameTellsNumberAndLoad() {
        assertThat(OPEN.requestName(0)).isEqualTo("a probe 12, 1500 calls/s");
        assertThat(CLOSED.requestName(0)).isEqualTo("a probe 13, 8 users");
        assertThat(ProbeRecord.requestName("netty", 3, 0.4, null, 0)).isEqualTo("netty probe 3, 0 calls/s");
    }

    /** Every key that is written has to be one that can be read. */
    @Test
    void jsonReadsBackAsItWas() {
        assertThat(Json.read(Json.write(OPEN), ProbeRecord.class)).isEqualTo(OPEN);
        assertThat(Json.read(Json.write(CLOSED), ProbeRecord.class)).isEqualTo(CLOSED);
        assertThat(Json.write(OPEN)).doesNotContain("\"open\"");
    }

    /** The sentences of 0.1; one that nobody knows is still an early end. */
    @Test
    void whyItEndedEarlyIsASentenceInJson() {
        String json = Json.write(CLOSED);

        assertThat(json).contains("\"stopped\" : \"the run was ended\"");
        assertThat(EarlyEnd.values())
                .allSatisfy(end -> assertThat(stopped(json, end.text())).isEqualTo(end));
        assertThat(stopped(json, "broken beyond doubt")).isEqualTo(EarlyEnd.SLO_BROKEN);
        assertThat(stopped(json, "it has ended")).isEqualTo(EarlyEnd.SERVER_ENDED);
        assertThat(stopped(json, "for whatever reason")).isEqualTo(EarlyEnd.OTHER);
    }

    private static EarlyEnd stopped(String json, String text) {
        return Json.read(json.replace(CLOSED.stopped().text(), text), ProbeRecord.class)
                .stopped();
    }

    @Test
    void aRoundWithProbesReadsBackAsItWas() {
        RoundRecord round = with(List.of(OPEN, CLOSED));

        assertThat(Json.read(Json.write(round), RoundRecord.class)).isEqualTo(round);
    }

    /** As it is in every run.json that was written before there were probes. */
    @Test
    void aRoundWithoutProbesHasNoSuchKey() {
        RoundRecord round = SampleRun.record().rounds().get(0);

        assertThat(Json.write(round)).doesNotContain("probes");
        assertThat(Json.read(Json.write(round), RoundRecord.class)).isEqualTo(round);
        assertThat(round.probes()).isEmpty();
    }

    @Test
    void theLastProbeOfAPurposeStandsForATarget() {
        ProbeRecord first = MadeUpProbe.open(1, Purpose.CONFIRM, 100).record();
        ProbeRecord other = MadeUpProbe.open(2, Purpose.CONFIRM, 50).target("b").record();
        ProbeRecord lower = MadeUpProbe.open(3, Purpose.HALF, 50).record();
        ProbeRecord again = MadeUpProbe.open(4, Purpose.CONFIRM, 100).record();

        assertThat(with(List.of(first, other, lower, again)).lastProbes(Purpose.CONFIRM))
                .containsExactly(again, other);
        assertThat(with(List.of(first)).lastProbes(Purpose.STEADY)).isEmpty();
    }

    private static RoundRecord with(List<ProbeRecord> probes) {
        RoundRecord round = SampleRun.record().rounds().get(0);
        return new RoundRecord(
                round.number(),
                round.order(),
                round.again(),
                round.targets(),
                round.phases(),
                round.weighings(),
                round.heaps(),
                round.windows(),
                probes);
    }
}
