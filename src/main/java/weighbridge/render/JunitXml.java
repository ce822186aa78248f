package weighbridge.render;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weighbridge.analysis.ExitStatus;
import weighbridge.analysis.Report;
import weighbridge.analysis.SloReport;
import weighbridge.text.Fault;

/**
 * {@code junit.xml}: each SLO at each target as a test, for CI systems. Elements and attributes are those that the
 * xUnit plugin of Jenkins knows (its {@code junit-10.xsd}). A broken SLO is a failure, one whose figure is not known an
 * error. A run whose figures cannot be relied on has one error more, which is its own.
 */
public final class JunitXml {
    private static final DateTimeFormatter WITHOUT_ZONE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What XML 1.0 cannot hold beyond what a line of text is free of. */
    private static final String NO_XML = "[\\x{FFFE}\\x{FFFF}]";

    private JunitXml() {}

    /**
     * The SLOs as XML, each line ended by \n.
     *
     * @param startedAt when the run started, ISO-8601; it is written in UTC to the second, for the format has no zone
     * @param fault what is wrong with the run as a whole; empty where nothing is
     */
    public static String format(String startedAt, List<SloReport> slos, Optional<String> fault) {
        String counts = counts(slos, fault.isPresent() ? 1 : 0);
        String tests = fault.map(JunitXml::ofRun).orElse("")
                + slos.stream().map(JunitXml::test).collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="weighbridge"%s>
                  <testsuite name="weighbridge.promises"%s skipped="0"%s>%s
                  </testsuite>
                </testsuites>
                """.formatted(counts, counts, timestamp(startedAt), tests);
    }

    /** As a run with this report has it. */
    static String format(Report report) {
        boolean whole = ExitStatus.of(report) != ExitStatus.NOT_VALID;
        String first = report.verdict().faults().stream()
                .findFirst()
                .map(FindingWords::of)
                .orElse(ExitStatus.meaning(report));
        return format(report.run().startedAt(), report.promises(), whole ? Optional.empty() : Optional.of(first));
    }

    private static String counts(List<SloReport> slos, int errors) {
        long unknown = slos.stream().filter(slo -> !slo.known()).count();
        long broken = slos.stream().filter(slo -> !slo.kept()).count() - unknown;
        return " tests=\"" + (slos.size() + errors) + "\" failures=\"" + broken + "\" errors=\"" + (unknown + errors)
                + "\" time=\"0\"";
    }

    private static String ofRun(String fault) {
        return "\n    <testcase classname=\"weighbridge.run\" name=\"measurement\" time=\"0\">\n      <error"
                + attribute("message", fault) + " type=\"not-valid\">"
                + text("not valid, not complete or without a result: " + fault)
                + "</error>\n    </testcase>";
    }

    private static String test(SloReport slo) {
        String test = "\n    <testcase" + attribute("classname", "weighbridge." + slo.target())
                + attribute("name", slo.condition()) + attribute("time", "0");
        return slo.kept() ? test + "/>" : test + ">" + failure(slo) + "\n    </testcase>";
    }

    /** Some systems show the message, others what stands inside. */
    private static String failure(SloReport slo) {
        String outcome = SloSection.outcome(slo);
        String said = slo.target() + ": SLO " + slo.condition() + (slo.known() ? " broken: " : " ") + outcome;
        // A reason may hold the last lines of a log.
        Stream<String> log =
                slo.known() ? Stream.of() : GapWords.of(slo.reason()).lines().skip(1);
        String lines = Stream.concat(Stream.of(said), log).map(JunitXml::text).collect(Collectors.joining("\n"));
        String element = slo.known() ? "failure" : "error";
        return "\n      <" + element + attribute("message", outcome)
                + attribute("type", slo.known() ? "broken" : "not-known") + ">" + lines + "</" + element + ">";
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + text(value).replace("\"", "&quot;") + "\"";
    }

    private static String text(String text) {
        return Fault.oneLine(text)
                .replaceAll(NO_XML, "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** Empty where a run folder that was made by somebody else holds no time there. */
    private static String timestamp(String startedAt) {
        try {
            return " timestamp=\"" + WITHOUT_ZONE.format(Instant.parse(startedAt)) + "\"";
        } catch (DateTimeParseException e) {
            return "";
        }
    }
}
