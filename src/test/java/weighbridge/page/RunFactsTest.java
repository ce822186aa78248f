package weighbridge.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weighbridge.analysis.Analysis;
import weighbridge.analysis.Report;
import weighbridge.load.Settings;
import weighbridge.page.PageContent.Fact;
import weighbridge.recording.SampleRun;
import weighbridge.recording.SettingsRecord;

class RunFactsTest {
    @Test
    void portAndStrictnessAreToldWhereTheyDifferFromTheDefaults() {
        String port = "port of the first target";

        assertThat(settings(Map.of())).extracting(Fact::name).doesNotContain(port, "strict");
        assertThat(settings(Map.of("port", "8100", "strict", "true")))
                .contains(new Fact(port, "8100"), new Fact("strict", "true"));
        assertThat(settings(Map.of("port", "0"))).contains(new Fact(port, "0, all get free ports"));
    }

    private static List<Fact> settings(Map<String, String> given) {
        Report sample = Analysis.of(SampleRun.recording());
        Report.Run run = sample.run();
        return RunFacts.settings(new Report(
                sample.schema(),
                new Report.Run(
                        run.id(),
                        run.simulation(),
                        run.startedAt(),
                        run.complete(),
                        SettingsRecord.of(Settings.from(given::get)),
                        run.environment()),
                sample.generatorWarmup(),
                sample.floor(),
                sample.rounds(),
                sample.targets(),
                sample.ranking(),
                sample.promises(),
                sample.main(),
                sample.verdict()));
    }
}
