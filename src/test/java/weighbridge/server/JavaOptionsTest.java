package weighbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaOptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JAVA_TOOL_OPTIONS | -Dcom.sun.management.jmxremote.port=9010 -Dx=y",
                "JDK_JAVA_OPTIONS | -agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005",
                "_JAVA_OPTIONS | -javaagent:/a/agent.jar=port=8080,host=x",
            })
    void aPortThatAllAreToOpenIsRemarked(String name, String options) {
        assertThat(JavaOptions.remark(Map.of(name, options)))
                .contains(name + " names a port and is handed down to every Java server, of which only one can open it;"
                        + " fix: start without " + name);
    }

    @Test
    void allElseIsNot() {
        assertThat(JavaOptions.remark(Map.of())).isEmpty();
        assertThat(JavaOptions.remark(
                        Map.of("JAVA_TOOL_OPTIONS", "-Dhttp.proxyPort=3128 -Dserver.port=8080 -Ddd.agent.port=8126")))
                .isEmpty();
        assertThat(JavaOptions.remark(Map.of("JAVA_TOOL_OPTIONS", "-Xmx64m -Dsupport=none", "PORT", "port=9010")))
                .isEmpty();
    }
}
