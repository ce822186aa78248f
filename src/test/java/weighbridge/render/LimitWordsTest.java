package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import weighbridge.analysis.Misbehaviour.OutOfMemoryKilled;
import weighbridge.analysis.Throttling;
import weighbridge.text.Limits;

class LimitWordsTest {
    private static final long MIB = 1 << 20;

    @EachLocale
    void whatMayBeUsedAndWhatTheLimitDid(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(LimitWords.sentence(new Limits(0.2, null), new Throttling(35L, 31L, 2.48)))
                .isEqualTo(
                        "may use only 0.20 cores, by its control group; was held back for 2,480 ms, summed over its cores (in 31 of"
                                + " 35 periods)");
        assertThat(LimitWords.sentence(new Limits(1.5, 64 * MIB), new Throttling(35L, 0L, 0.0)))
                .isEqualTo(
                        "may use only 1.50 cores and 64.00 MiB of memory, by its control group; was not held back in its measured"
                                + " load");
        assertThat(LimitWords.sentence(new Limits(1.5, null), new Throttling(null, null, 0.3)))
                .isEqualTo(
                        "may use only 1.50 cores, by its control group; was held back for 300 ms, summed over its cores");
        assertThat(LimitWords.sentence(new Limits(1.5, null), new Throttling(null, null, null)))
                .isEqualTo("may use only 1.50 cores, by its control group");
        assertThat(LimitWords.sentence(new Limits(null, 64 * MIB), null))
                .isEqualTo("may use only 64.00 MiB of memory, by its control group");
    }

    @EachLocale
    void whoWasKilledForItsMemory(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));

        assertThat(MisbehaviourWords.of(new OutOfMemoryKilled(1, new Limits(null, 64 * MIB))))
                .isEqualTo(
                        "1 of its processes was ended by the out-of-memory killer: its control group may use only 64.00 MiB"
                                + " of memory; fix: raise that limit, or let it use less");
        for (Limits noneOfMemory : new Limits[] {null, new Limits(0.2, null)}) {
            assertThat(MisbehaviourWords.of(new OutOfMemoryKilled(2, noneOfMemory)))
                    .isEqualTo(
                            "2 of its processes were ended by the out-of-memory killer; fix: give the machine, or the container around it, more"
                                    + " memory, or let it use less");
        }
    }
}
