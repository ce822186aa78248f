package weighbridge.render;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import weighbridge.analysis.PromiseReport;
import weighbridge.text.Fault;

/**
 * {@code junit.xml}: each promise at each target as a test, for CI systems. Elements and attributes are those that the
 * xUnit plugin of Jenkins knows (its {@code junit-10.xsd}). A broken promise is a failure, one whose figure is not known an
 * error.
 */
public final class JunitXml {
    private static final DateTimeFormatter WITHOUT_ZONE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What XML 1.0 cannot hold beyond the control characters: halves of surrogate pairs, and U+FFFE and U+FFFF. */
    private static final String NO_XML = "[\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]";

    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * The promises as XML, each line ended by \n.
     *
     * @param startedAt when the run started, ISO-8601; it is written in UTC to the second, for the format has no zone
     */
    public static String format(String startedAt, List<PromiseReport> promises) {
        StringWriter text = new StringWriter();
        try {
            // The JDK's own: another one on the class path would write other bytes.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitXml(xml).suites(startedAt, promises);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // a writer in memory does not fail
        }
        return text.toString();
    }

    private void suites(String startedAt, List<PromiseReport> promises) throws XMLStreamException {
        xml.writeProcessingInstruction("xml", "version=\"1.0\" encoding=\"UTF-8\"");
        start("\n", "testsuites", "name", "weighbridge");
        counts(promises);
        start("\n  ", "testsuite", "name", "weighbridge.promises");
        counts(promises);
        xml.writeAttribute("skipped", "0");
        String timestamp = timestamp(startedAt);
        if (!timestamp.isEmpty()) {
            xml.writeAttribute("timestamp", timestamp);
        }
        for (PromiseReport promise : promises) {
            test(promise);
        }
        end("\n  ");
        end("\n");
        xml.writeCharacters("\n");
    }

    private void counts(List<PromiseReport> promises) throws XMLStreamException {
        long broken = promises.stream()
                .filter(promise -> !promise.kept() && promise.known())
                .count();
        long unknown = promises.stream().filter(promise -> !promise.known()).count();
        xml.writeAttribute("tests", Integer.toString(promises.size()));
        xml.writeAttribute("failures", Long.toString(broken));
        xml.writeAttribute("errors", Long.toString(unknown));
        xml.writeAttribute("time", "0");
    }

    private void test(PromiseReport promise) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        if (promise.kept()) {
            xml.writeEmptyElement("testcase");
        } else {
            xml.writeStartElement("testcase");
        }
        attribute("classname", "weighbridge." + promise.target());
        attribute("name", promise.condition());
        xml.writeAttribute("time", "0");
        if (!promise.kept()) {
            failure(promise);
            end("\n    ");
        }
    }

    /** Some systems show the message, others what stands inside. */
    private void failure(PromiseReport promise) throws XMLStreamException {
        String outcome = PromiseLines.outcome(promise);
        start("\n      ", promise.known() ? "failure" : "error", "message", outcome);
        xml.writeAttribute("type", promise.known() ? "broken" : "not-known");
        xml.writeCharacters(clean(promise.target() + ": promised " + promise.condition() + ", but " + outcome));
        if (!promise.known()) {
            // A reason may hold the last lines of a log.
            xml.writeCharacters(promise.reason()
                    .lines()
                    .skip(1)
                    .map(line -> "\n" + clean(line))
                    .collect(Collectors.joining()));
        }
        xml.writeEndElement();
    }

    private void start(String before, String element, String name, String value) throws XMLStreamException {
        xml.writeCharacters(before);
        xml.writeStartElement(element);
        attribute(name, value);
    }

    private void end(String before) throws XMLStreamException {
        xml.writeCharacters(before);
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    private static String clean(String text) {
        return Fault.oneLine(text).replaceAll(NO_XML, "?");
    }

    /** Empty where a run folder that was made by somebody else holds no time there. */
    private static String timestamp(String startedAt) {
        try {
            return WITHOUT_ZONE.format(Instant.parse(startedAt).truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeParseException e) {
            return "";
        }
    }
}
