package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What the xUnit plugin of Jenkins lets stand in a JUnit report, as its junit-10.xsd says, of what is used here. */
final class JunitShape {
    private static final Map<String, Rule> RULES = Map.of(
            "testsuites",
            new Rule(Set.of("testsuite"), Set.of(), Set.of("name", "time", "tests", "failures", "errors")),
            "testsuite",
            new Rule(
                    Set.of("testcase"),
                    Set.of("name", "tests", "failures", "errors"),
                    Set.of("time", "skipped", "timestamp", "hostname")),
            "testcase",
            new Rule(Set.of("failure", "error"), Set.of("name"), Set.of("time", "classname")),
            "failure",
            new Rule(Set.of(), Set.of(), Set.of("type", "message")),
            "error",
            new Rule(Set.of(), Set.of(), Set.of("type", "message")));

    private JunitShape() {}

    /**
     * Of one element.
     *
     * @param children elements that may stand in it
     * @param required attributes that it must have
     * @param optional attributes that it may have
     */
    private record Rule(Set<String> children, Set<String> required, Set<String> optional) {}

    static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(xml, e);
        }
    }

    /** Holds an element and all in it against the rules, and the counts against what is there. */
    static void check(Element element) {
        Rule rule = RULES.get(element.getTagName());
        Set<String> attributes = new TreeSet<>();
        IntStream.range(0, element.getAttributes().getLength())
                .forEach(i -> attributes.add(element.getAttributes().item(i).getNodeName()));
        assertThat(attributes).containsAll(rule.required());
        attributes.removeAll(rule.required());
        assertThat(rule.optional()).containsAll(attributes);
        for (String tag : List.of("testcase", "failure", "error")) {
            String count = tag.equals("testcase") ? "tests" : tag + "s";
            if (element.hasAttribute(count)) {
                assertThat(element.getAttribute(count))
                        .isEqualTo(Integer.toString(
                                element.getElementsByTagName(tag).getLength()));
            }
        }
        for (Element child : children(element)) {
            assertThat(rule.children()).contains(child.getTagName());
            check(child);
        }
    }

    static List<Element> children(Element element) {
        return IntStream.range(0, element.getChildNodes().getLength())
                .mapToObj(element.getChildNodes()::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }
}
