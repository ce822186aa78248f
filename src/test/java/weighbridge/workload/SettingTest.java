package weighbridge.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import weighbridge.text.InputException;
import weighbridge.workload.Workload.Kind;

class SettingTest {
    static Stream<Arguments> eachDefault() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Setting.of(kind).stream()
                        .filter(setting -> !setting.usual(kind).isEmpty())
                        .map(setting -> Arguments.of(kind, setting)));
    }

    /** What help says of a default is what holds. */
    @ParameterizedTest
    @MethodSource("eachDefault")
    void aDefaultThatIsGivenChangesNothing(Kind kind, Setting setting) {
        Map<String, String> given = Map.of(setting.key(), setting.usual(kind));

        assertThat(Settings.from(kind, given::get)).isEqualTo(Settings.from(kind, name -> null));
    }

    @ParameterizedTest
    @EnumSource(
            value = Setting.class,
            names = {"SEED", "CONCURRENCY", "SLO", "ALLOW_REMOTE"})
    void thoseWithoutADefaultSayWhatHoldsInItsPlace(Setting setting) {
        assertThat(setting.usual(Kind.STEADY)).isEmpty();
        assertThat(setting.meaning()).containsAnyOf("default: ", "such as", "in place of");
    }

    @Test
    void aKindListsWhatItReads() {
        assertThat(Setting.of(Kind.BURST))
                .contains(Setting.CALLS, Setting.ROUNDS)
                .doesNotContain(Setting.RATE);
        assertThat(Setting.of(Kind.CAPACITY)).contains(Setting.LIMIT).doesNotContain(Setting.ROUNDS, Setting.RATE);
        assertThat(Setting.SLO.usual(Kind.CAPACITY)).isEqualTo("p99<50ms,errors<0.1%");
    }

    @Test
    void detailsShapeNoRun() {
        assertThat(Settings.isDetailed(Map.of("details", "true")::get)).isTrue();
        assertThat(Settings.isDetailed(name -> null)).isFalse();
        assertThat(Settings.from(Kind.BURST, Map.of("details", "true")::get))
                .isEqualTo(Settings.from(Kind.BURST, name -> null));
        assertThatThrownBy(() -> Settings.from(Kind.BURST, Map.of("details", "all")::get))
                .isInstanceOf(InputException.class)
                .hasMessage("details: found \"all\"; allowed: true or false; fix: give for example -Ddetails=true");
    }

    /** The page has more to say of each; names and defaults are the same. */
    @ParameterizedTest
    @EnumSource(Setting.class)
    void thePageOfSettingsNamesIt(Setting setting) throws IOException {
        String usual = setting.usual(Kind.STEADY);

        assertThat(Path.of("docs/settings.md"))
                .content()
                .containsPattern("(?m)^\\| `" + setting.key() + "` \\| "
                        + (usual.isEmpty()
                                ? "(none|from)"
                                : "`" + Pattern.quote(usual) + "`( for loads over time, .*)? \\|"));
        assertThat(Files.readString(Path.of("docs/settings.md")))
                .contains("`" + Setting.SLO.usual(Kind.CAPACITY) + "`");
    }

    @Test
    void namesAreNotUsedTwice() {
        List<String> keys = Arrays.stream(Setting.values()).map(Setting::key).toList();

        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[a-z][a-zA-Z]*"));
    }
}
