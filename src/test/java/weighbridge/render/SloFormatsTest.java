package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import weighbridge.analysis.Gap;
import weighbridge.analysis.Report;
import weighbridge.analysis.SloAnalysis;
import weighbridge.analysis.SloReport;
import weighbridge.figure.Figure;
import weighbridge.figure.Slos;
import weighbridge.figure.Unit;
import weighbridge.record.Outcome.Kind;

class SloFormatsTest {
    private static final String STARTED_AT = "2026-11-23T09:30:15.123456Z";
    private static final double MIB = 1024.0 * 1024.0;

    @EachLocale
    void formatsAreTheSameInEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));

        Golden.check(
                "promises.txt", String.join("\n", SloSection.plain(sample()).lines()) + "\n");
        Golden.check("junit.xml", JunitXml.format(STARTED_AT, sample(), Optional.empty()));
    }

    @Test
    void withoutPromisesThereAreNoLines() {
        assertThat(SummaryFiles.text(MadeUp.report().target("a", 1.0).get())).doesNotContain("SLOs");
    }

    @Test
    void theXmlHoldsEachPromiseAsATest() {
        Element suites = parsed(sample()).getDocumentElement();
        Element suite = JunitShape.children(suites).get(0);
        List<Element> tests = JunitShape.children(suite);

        JunitShape.check(suites);
        assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-23T09:30:15");
        assertThat(Arrays.asList(
                        suite.getAttribute("tests"), suite.getAttribute("failures"), suite.getAttribute("errors")))
                .containsExactly("17", "4", "5");
        assertThat(tests).hasSize(17);
        assertThat(tests.get(0).getAttribute("classname")).isEqualTo("weighbridge.netty");
        assertThat(tests.get(0).getAttribute("name")).isEqualTo("p99 < 50 ms");
        assertThat(tests.get(0).getChildNodes().getLength()).isZero();
        Element error = JunitShape.children(tests.get(2)).get(0);
        assertThat(error.getTagName()).isEqualTo("error");
        assertThat(error.getAttribute("message")).isEqualTo("unknown: p99 needs 299 calls that succeeded");
    }

    /** Names, and a reason, as only somebody else's run folder could hold them. */
    @Test
    void anyTextIsWellFormedAndReadsBack() {
        String nasty =
                "<a b=\"'&]]>\u0000\u0001\u001b[2J\t\u0085\u202e\ud800\udc00\ud800x\udc00\ufffe\uffff\ud83d\ude00é";
        String clean = "<a b=\"'&]]>???[2J???\ud800\udc00\ufffdx\ufffd??\ud83d\ude00é";
        List<SloReport> promises = List.of(
                new SloReport(
                        nasty,
                        "p99",
                        Unit.MILLIS,
                        nasty,
                        50,
                        null,
                        false,
                        new Gap.Failed(Kind.FAILED_TO_START, nasty + "\n  " + nasty + "\r\nend")),
                new SloReport(nasty, "p99", Unit.MILLIS, nasty, 50, 51.0, false, null));

        Element suites = parsed(promises).getDocumentElement();
        List<Element> tests = JunitShape.children(JunitShape.children(suites).get(0));
        Element error = JunitShape.children(tests.get(0)).get(0);
        Element failure = JunitShape.children(tests.get(1)).get(0);

        JunitShape.check(suites);
        assertThat(tests.get(0).getAttribute("classname")).isEqualTo("weighbridge." + clean);
        assertThat(tests.get(0).getAttribute("name")).isEqualTo(clean);
        assertThat(error.getAttribute("message")).isEqualTo("unknown: failed-to-start: " + clean);
        assertThat(error.getTextContent())
                .isEqualTo(clean + ": SLO " + clean + " unknown: failed-to-start: " + clean + "\n  " + clean + "\nend");
        assertThat(failure.getTextContent()).isEqualTo(clean + ": SLO " + clean + " broken: 51 ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-11-23", "2026-13-01T00:00:00Z"})
    void aTimeThatIsNoneIsLeftOut(String startedAt) {
        assertThat(JunitXml.format(startedAt, sample(), Optional.empty())).doesNotContain("timestamp");
    }

    /** Whatever its SLOs say: a run that was cut off after its first target may have kept all that it could measure. */
    @Test
    void aRunThatIsNotWholeIsAnErrorOfItsOwn() {
        Report cutOff = MadeUp.report()
                .target("a", 1.0)
                .cutOff()
                .faults("the run ended early")
                .get();
        Report whole = MadeUp.report().target("a", 1.0).get();

        Element suites = JunitShape.parse(JunitXml.format(cutOff)).getDocumentElement();
        Element test = JunitShape.children(JunitShape.children(suites).get(0)).get(0);
        Element error = JunitShape.children(test).get(0);

        JunitShape.check(suites);
        assertThat(suites.getAttribute("errors")).isEqualTo("1");
        assertThat(test.getAttribute("classname")).isEqualTo("weighbridge.run");
        assertThat(error.getTagName()).isEqualTo("error");
        assertThat(error.getAttribute("message")).isEqualTo("the run ended early");
        assertThat(error.getTextContent())
                .isEqualTo("not valid, not complete or without a result: the run ended early");
        assertThat(JunitXml.format(whole)).contains("errors=\"0\"").doesNotContain("weighbridge.run");
    }

    @Test
    void noPromisesAreAnEmptySuite() {
        Element suites = parsed(List.of()).getDocumentElement();

        JunitShape.check(suites);
        assertThat(suites.getAttribute("tests")).isEqualTo("0");
    }

    private static Document parsed(List<SloReport> promises) {
        return JunitShape.parse(JunitXml.format(STARTED_AT, promises, Optional.empty()));
    }

    private static List<SloReport> sample() {
        Map<String, Map<Figure, Double>> values = new LinkedHashMap<>();
        values.put("netty", figures(12.0, 1.0, 135.5 * MIB, 4.5));
        values.put("spark", figures(49.5, 0.9996, 301.2 * MIB, 5.0));
        values.put("webpy", figures(null, 0.9989, 256 * MIB, 1023.0));
        values.put("bottle", Map.of());
        return SloAnalysis.of(
                Slos.of(List.of(
                        "p99 < 50 ms",
                        "success >= 99.9%",
                        "errors <= 0.1%",
                        "peakRss < 256 MiB",
                        "netty: p50 <= 5 ms")),
                values,
                Map.of(
                        "bottle",
                        new Gap.Failed(
                                Kind.FAILED_TO_START,
                                "it ended with exit status 1\n    ModuleNotFoundError: <bottle>")));
    }

    private static Map<Figure, Double> figures(Double p99, double success, double peak, double p50) {
        Map<Figure, Double> figures = new LinkedHashMap<>();
        figures.put(Figure.P99_MILLIS, p99);
        figures.put(Figure.SUCCESS_RATIO, success);
        figures.put(Figure.PEAK_RSS_BYTES, peak);
        figures.put(Figure.P50_MILLIS, p50);
        return figures;
    }
}
