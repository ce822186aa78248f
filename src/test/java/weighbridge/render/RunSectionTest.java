package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Report;
import weighbridge.record.SampleRun;
import weighbridge.render.Sheet.Fact;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload;

class RunSectionTest {
    @Test
    void portAndStrictnessAreToldWhereTheyDifferFromTheDefaults() {
        String port = "port of the first target";

        assertThat(settings(Map.of())).extracting(Fact::name).doesNotContain(port, "strict");
        assertThat(settings(Map.of("port", "8100", "strict", "true")))
                .contains(new Fact(port, "8100"), new Fact("strict", "true"));
        assertThat(settings(Map.of("port", "0"))).contains(new Fact(port, "0, all get free ports"));
    }

    @Test
    void aLoadThatGoesOnForATimeHasNoBursts() {
        assertThat(settings(Workload.Kind.STEADY, Map.of("rate", "250", "duration", "5s")))
                .contains(new Fact("rate", "250 calls/s"), new Fact("load duration", "5000 ms"))
                .contains(new Fact("connections", "keep-alive"), new Fact("calls in flight", "at most 500"))
                .extracting(Fact::name)
                .doesNotContain("calls per burst", "warm-up bursts", "users", "search limit");
        assertThat(settings(Workload.Kind.STEADY, Map.of("concurrency", "8", "keepAlive", "false")))
                .contains(new Fact("users", "8"), new Fact("connections", "one for each call"))
                .extracting(Fact::name)
                .doesNotContain("rate");
        assertThat(settings(Workload.Kind.CAPACITY, Map.of())).contains(new Fact("search limit", "600 s"));
        assertThat(settings(Map.of())).contains(new Fact("calls per burst", "800"));
    }

    private static List<Fact> settings(Map<String, String> given) {
        return settings(Workload.Kind.BURST, given);
    }

    private static List<Fact> settings(Workload.Kind workload, Map<String, String> given) {
        Report sample = Analysis.of(SampleRun.recording());
        Report.Run run = sample.run();
        return RunSection.settings(new Report(
                        sample.schema(),
                        new Report.Run(
                                run.id(),
                                run.simulation(),
                                run.startedAt(),
                                run.complete(),
                                Settings.from(workload, given::get),
                                run.environment()),
                        sample.generatorWarmup(),
                        sample.floor(),
                        sample.rounds(),
                        sample.targets(),
                        sample.ranking(),
                        sample.promises(),
                        sample.main(),
                        sample.verdict()))
                .facts();
    }
}
