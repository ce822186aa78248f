package weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weighbridge.analysis.Report;
import weighbridge.load.Settings;
import weighbridge.recording.SettingsRecord;

class RepeatCommandTest {
    @Test
    void theDefaultsNeedNoSettings() {
        assertThat(RepeatCommand.of(report(Map.of()))).isEqualTo("./mvnw gatling:test");
    }

    @EachLocale
    void whatDiffersIsGivenAndQuotedWhereAShellWouldReadIt(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Report report = report(Map.of(
                "targets", "netty, jetty",
                "calls", "2000",
                "timeout", "0.5s",
                "rounds", "6",
                "seed", "4711",
                "slo", "p99<50ms,success>=99.9%"));

        assertThat(RepeatCommand.of(report))
                .isEqualTo(
                        "./mvnw gatling:test -Dtargets=netty,jetty -Dcalls=2000 -Dtimeout=500ms -Drounds=6 -Dseed=4711"
                                + " -Dslo='p99 < 50 ms, success >= 99.9%'");
    }

    /** The defaults stand in {@link Settings} alone, so each setting is given another value here, also one to come. */
    @Test
    void theSettingsReadBackAsTheyWere() {
        Map<String, String> given = Map.ofEntries(
                Map.entry("targets", "python,/some folder/it's"),
                Map.entry("calls", "20"),
                Map.entry("timeout", "1500ms"),
                Map.entry("port", "0"),
                Map.entry("settle", "2m"),
                Map.entry("warmup", "0"),
                Map.entry("strict", "true"),
                Map.entry("rounds", "3"),
                Map.entry("seed", "0"),
                Map.entry("slo", "p99<0.5s, netty:errors<=0.1%, peakRss<1.5GiB"),
                Map.entry("allowRemote", "server.example,[2001:db8::1]"));
        Settings settings = Settings.from(given::get);
        Report report = MadeUp.report()
                .settings(SettingsRecord.of(settings))
                .at("http://127.0.0.1:8000/")
                .at("http://Server.example:8080/a?b=http://other.example/")
                .at("http://[2001:db8::1]:80/")
                .at("http://server.example:80/")
                .at("http://localhost:80/")
                .get();

        assertThat(Settings.from(RepeatCommand.settings(report)::get)).isEqualTo(settings);
        assertThat(RepeatCommand.settings(report)).containsOnlyKeys(given.keySet());
        assertThat(given).hasSize(Settings.class.getRecordComponents().length - 1); // without results
    }

    @Test
    void everyRecordedSettingHasAName() {
        assertThat(Arrays.stream(SettingsRecord.class.getRecordComponents())
                        .map(component -> component.getName().replace("Millis", "")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Settings.class.getRecordComponents())
                        .map(component -> component.getName())
                        .filter(name -> !List.of("results", "allowRemote").contains(name))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "two words",
                "it's",
                "''",
                "$(echo gotcha)",
                "`echo gotcha`",
                "a;b&c|d>e<f",
                "*",
                "~",
                "\"",
                "\\",
                "!x",
                "-Dx=y"
            })
    void aShellGivesEachValueAsItIs(String value) throws IOException, InterruptedException {
        String command = RepeatCommand.of(report(Map.of("targets", value)));
        Process shell = new ProcessBuilder(
                        "sh", "-c", command.replaceFirst("^\\./mvnw gatling:test", "printf '%s\\\\n'"))
                .redirectErrorStream(true)
                .start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).isZero();
        assertThat(printed).isEqualTo("-Dtargets=" + value + "\n");
    }

    @Test
    void itStaysOneLine() {
        assertThat(RepeatCommand.of(report(Map.of("targets", "a\nrm -r b\u202e"))))
                .isEqualTo("./mvnw gatling:test -Dtargets='a?rm -r b?'");
    }

    private static Report report(Map<String, String> given) {
        return MadeUp.report()
                .settings(SettingsRecord.of(Settings.from(given::get)))
                .get();
    }
}
