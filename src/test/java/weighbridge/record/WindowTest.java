package weighbridge.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weighbridge.text.Json;

class WindowTest {
    private static final long MIB = 1 << 20;

    private static MadeUpWindow window(long rss, Long peak) {
        return MadeUpWindow.of(1).rss(rss, peak);
    }

    @Test
    void thePeakIsScaledAsThePagesWereCounted() {
        assertThat(window(300, 360L).pss(150, 140).get().peakPssBytes()).isEqualTo(180 * MIB);
    }

    @Test
    void pagesThatOtherProgramsShareChangeNothing() {
        assertThat(window(40, 44L).pss(20, 0).get().peakPssBytes()).isNull();
    }

    @Test
    void littleIsNoReasonToTakeAnotherFigure() {
        assertThat(window(60, 60L).pss(45, 15).get().peakPssBytes())
                .as("under 16 MiB")
                .isNull();
        assertThat(window(60, 60L).pss(44, 16).get().peakPssBytes()).isEqualTo(44 * MIB);
        assertThat(window(400, 400L).pss(301, 99).get().peakPssBytes())
                .as("under a quarter")
                .isNull();
        assertThat(window(400, 400L).pss(300, 100).get().peakPssBytes()).isEqualTo(300 * MIB);
    }

    @Test
    void ofAStrangerNeitherTheMemoryNorTheControlGroupIsTold() {
        Box box = new Box(0.5, 64 * MIB, 1L, 1L, 1L, 1L);
        Window window = window(300, 360L).pss(150, 140).box(box, box).get().withoutProcesses();

        assertThat(window.peakPssBytes()).isNull();
        assertThat(window.atEnd()).isNull();
        assertThat(window.before().evidence().box()).isNull();
        assertThat(window.after().evidence().box()).isNull();
        assertThat(window.after().evidence().allowance()).isNotNull();
    }

    @Test
    void whatWasUnseenAndWhatWasCountedReadsBack() {
        Unseen unseen = new Unseen(null, 2, 1, true);
        Reading reading = window(300, 360L).pss(150, 140).get().atEnd();

        assertThat(Json.read(Json.write(unseen), Unseen.class)).isEqualTo(unseen);
        assertThat(Json.read(Json.write(reading), Reading.class)).isEqualTo(reading);
    }

    @Test
    void whatIsNotKnownIsNull() {
        assertThat(window(300, null).pss(150, 140).get().peakPssBytes()).isNull();
        assertThat(window(300, 360L).get().peakPssBytes()).isNull();
    }
}
