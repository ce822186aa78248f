package weighbridge.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TruthSettingsTest {
    @Test
    void withoutSettingsEverythingIsWell() {
        TruthSettings settings = TruthSettings.read(List.of());

        assertThat(settings.accepting()).isEqualTo(new TruthSettings.Accepting("127.0.0.1", 4096, 0, 0, 1));
        assertThat(settings.connecting()).isEqualTo(new TruthSettings.Connecting(false, 0));
        assertThat(settings.service()).isEmpty();
        assertThat(settings.answering().actOf(1)).isEqualTo(Act.OK);
        assertThat(settings.ending())
                .hasToString("Ending[exit=OptionalInt.empty, dieAtCall=0, dieStatus=9, run=, runAtCall=1]");
    }

    @Test
    void everyThirdCallIsTreatedSo() {
        TruthSettings settings = TruthSettings.read(List.of("every=3", "act=status-503"));

        assertThat(List.of(1, 2, 3, 4, 5, 6))
                .extracting(settings.answering()::actOf)
                .containsExactly(Act.OK, Act.OK, Act.STATUS_503, Act.OK, Act.OK, Act.STATUS_503);
    }

    @Test
    void whatIsWrongIsSaidInALineEach() {
        List<String> wrong = List.of("every=0", "act=sing", "release=maybe", "loud", "delayMillis=1", "delayMillis=2");

        assertThatThrownBy(() -> TruthSettings.read(wrong)).hasMessage("""
                loud: no setting; allowed: key=value
                delayMillis: given twice; allowed: once
                every: found "0"; allowed: a whole number from 1 to 999999999
                act: found "sing"; allowed: ok, status-503, other-status, wrong-body, hostile, hostile-line, reset, close, hang, redirect, half-body, endless-body, not-http, huge-header
                release: found "maybe"; allowed: true, false""");
    }

    @Test
    void serversAndWhatTheyTakeAreSaidTogether() {
        assertThat(TruthSettings.read(List.of("servers=4", "serviceMicros=20000"))
                        .service())
                .hasValue(new TruthSettings.Service(4, 20_000));
        assertThatThrownBy(() -> TruthSettings.read(List.of("servers=4")))
                .hasMessage("servers: given alone; allowed: together with serviceMicros");
        assertThatThrownBy(() -> TruthSettings.read(List.of("serviceMicros=600")))
                .hasMessage("serviceMicros: given alone; allowed: together with servers");
    }

    @Test
    void anUnknownKeyIsSaidWithThoseThatAre() {
        assertThatThrownBy(() -> TruthSettings.read(List.of("backlo=50")))
                .hasMessage(
                        "backlo: no such setting; allowed: acceptDelayMillis, acceptPauseAtCall, acceptPauseMillis, "
                                + "act, address, allocateMiB, atCall, backlog, burnMillis, delayMillis, dieAtCall, "
                                + "dieStatus, every, exit, forkAtCall, forkHolderMiB, freezeAtCall, freezeMillis, "
                                + "keepAlive, keepBytes, keepPerConnectionKiB, release, run, runAtCall, servers, "
                                + "serviceMicros, spikeAtCall, spikeMiB, spikeMillis");
    }
}
