package weighbridge.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The lists of libraries that no build may use: Weighbridge and its targets share no parent that could hold one. */
class DeadLinesTest {
    @Test
    void weighbridgeAndItsTargetsBanTheSame() throws Exception {
        List<String> banned = texts("pom.xml", "exclude").stream()
                .filter(text -> text.contains(":"))
                .toList();

        assertThat(banned).hasSizeGreaterThan(10).contains("com.sparkjava:*", "org.eclipse.jetty:*:[,12)");
        assertThat(texts("targets/java/pom.xml", "exclude")).isEqualTo(banned);
    }

    @Test
    void onlySparkMayUseWhatIsBanned() throws Exception {
        for (String target : List.of("jdk-httpserver", "jetty", "netty")) {
            assertThat(texts("targets/java/" + target + "/pom.xml", "include")).isEmpty();
        }
        assertThat(texts("targets/java/spark/pom.xml", "include"))
                .containsExactly(
                        "com.sparkjava:spark-core:[2.9.4]",
                        "org.eclipse.jetty:*:[9.4.48.v20220622]",
                        "org.eclipse.jetty.websocket:*:[9.4.48.v20220622]");
    }

    private static List<String> texts(String pom, String element) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of(pom).toFile());
        NodeList nodes = document.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> nodes.item(index).getTextContent())
                .toList();
    }
}
