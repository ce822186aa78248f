package weighbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weighbridge.analysis.Ranking;

/** Five servers on the truth stand, of which four are the same and one takes a tenth longer, in six real rounds. */
@Tag("proof")
class RealTiesIT {
    @TempDir
    static Path folder;

    private static Run.Result result;

    @BeforeAll
    static void hammer() throws Exception {
        Run run = new Run(folder);
        for (String name : List.of("a", "b", "c", "d")) {
            run.target(name, "delayMillis=400");
        }
        result = run.target("slow", "delayMillis=440")
                .with("calls", "50")
                .with("rounds", "6")
                .with("seed", "20")
                .with("timeout", "30s")
                .with("warmup", "3")
                .finish();
    }

    /** Six pairs of equal servers by each figure that they are ranked by: at most 5 % of them may be called different. */
    @Test
    void equalServersAreTies() throws Exception {
        List<Ranking.Pair> equals = result.report().ranking().stream()
                .flatMap(ranking -> ranking.pairs().stream())
                .filter(pair -> Stream.of(pair.better(), pair.worse()).noneMatch("slow"::equals))
                .toList();

        long different = equals.stream().filter(Ranking.Pair::different).count();
        System.out.println("Equal servers: " + different + " of " + equals.size() + " comparisons said different");
        result.report().ranking().forEach(ranking -> System.out.println(ranking.figure() + ": " + ranking.text()));
        assertThat(equals).hasSizeGreaterThanOrEqualTo(20);
        assertThat(different).as(result.console()).isLessThanOrEqualTo(equals.size() / 20);
    }

    @Test
    void aTenthMoreIsFound() throws Exception {
        Ranking bySeconds = result.report().ranking().get(0);

        assertThat(bySeconds.order()).as(result.console()).last().isEqualTo(List.of("slow"));
        assertThat(bySeconds.pairs())
                .filteredOn(pair -> pair.worse().equals("slow"))
                .hasSize(4)
                .allMatch(Ranking.Pair::different);
    }
}
