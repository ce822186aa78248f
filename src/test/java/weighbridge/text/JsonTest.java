package weighbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    private enum Kind {
        LARGE
    }

    private record Thing(String name, Kind kind, List<Integer> values, Double share) {}

    private final Thing thing = new Thing("a b", Kind.LARGE, List.of(1, 2), null);

    @Test
    void whatIsForPeopleIsIndented() {
        assertThat(Json.write(thing)).isEqualTo("""
                        {
                          "name" : "a b",
                          "kind" : "large",
                          "values" : [
                            1,
                            2
                          ],
                          "share" : null
                        }
                        """);
    }

    @Test
    void whatIsForProgramsHasNoSpaceThatNobodyReads() {
        assertThat(Json.writeCompact(thing))
                .isEqualTo("{\"name\":\"a b\",\"kind\":\"large\",\"values\":[1,2],\"share\":null}");
        assertThat(Json.read(Json.writeCompact(thing), Thing.class)).isEqualTo(thing);
    }
}
