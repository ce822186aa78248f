package weighbridge.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.text.InputException;
import weighbridge.text.Json;
import weighbridge.workload.Workload.Kind;

class CoresTest {
    @ParameterizedTest
    @ValueSource(strings = {"shared", "apart", "1:0", "4-7:0-3", "0,2:1,3"})
    void whatIsWrittenIsRead(String text) {
        assertThat(Cores.parse(text).orElseThrow().text()).isEqualTo(text);
        assertThat(settings(Kind.STEADY, text).cores().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Apart", "1", "1:", ":0", "1:0:2", "0-1:1", "0:0", "a:b", "half"})
    void whatSaysNothingOfItIsRefused(String text) {
        assertThatThrownBy(() -> settings(Kind.BURST, text))
                .isInstanceOf(InputException.class)
                .hasMessage("cores: found \"" + text + "\"; allowed: " + Cores.ALLOWED
                        + "; fix: give for example -Dcores=apart");
    }

    @Test
    void burstsShareThemAndLoadsOverTimeHaveTheirOwnUnlessToldOtherwise() {
        assertThat(Settings.from(Kind.BURST, name -> null).cores()).isEqualTo(new Cores.Shared());
        assertThat(Settings.from(Kind.STEADY, name -> null).cores()).isEqualTo(new Cores.Apart());
        assertThat(Settings.from(Kind.CAPACITY, name -> null).cores()).isEqualTo(new Cores.Apart());
    }

    @Test
    void aRunTellsThemAndOneThatDoesNotShared() {
        String json = Json.write(settings(Kind.BURST, "1:0"));

        assertThat(json).contains("\"cores\" : \"1:0\"");
        assertThat(Json.read(json, Settings.class).cores().text()).isEqualTo("1:0");
        assertThat(Json.write(settings(Kind.BURST, "shared"))).doesNotContain("cores");
        assertThat(Json.read(Json.write(settings(Kind.BURST, "shared")), Settings.class)
                        .cores())
                .isEqualTo(new Cores.Shared());
    }

    @Test
    void theyAreAConditionOfAComparison() {
        assertThat(settings(Kind.BURST, "1:0").conditions()).containsEntry("cores", "1:0");
        assertThat(settings(Kind.BURST, "shared").conditions()).containsEntry("cores", "shared");
    }

    private static Settings settings(Kind kind, String cores) {
        return Settings.from(kind, Map.of("cores", cores)::get);
    }
}
