package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    /** A script may say something first; what a target was given by its own file is no surprise. */
    @Test
    void whatAJvmSaysThatItTookIsFoundInItsOutput(@TempDir Path folder) throws Exception {
        Path log = Files.writeString(folder.resolve("log"), """
                starting ...
                NOTE: Picked up JDK_JAVA_OPTIONS: -Dpassword=geheim -Dphrase="korrekt -Pferd 'Batterie" -XX:+UseSerialGC
                Picked up JAVA_TOOL_OPTIONS: -javaagent:/opt/agent.jar=key=geheim
                Picked up _JAVA_OPTIONS: -Xmx64m
                Picked up _JAVA_OPTIONS: -Xmx64m
                I have Picked up JAVA_TOOL_OPTIONS: too
                """);

        assertThat(JavaOptions.pickedUp(log, Map.of("JAVA_TOOL_OPTIONS", "-javaagent:/opt/agent.jar=key=geheim")))
                .containsExactly(
                        Map.entry("JDK_JAVA_OPTIONS", "-Dpassword -Dphrase -XX:+UseSerialGC"),
                        Map.entry("_JAVA_OPTIONS", "-Xmx64m"));
        assertThat(JavaOptions.pickedUp(log, Map.of())).containsEntry("JAVA_TOOL_OPTIONS", "-javaagent:/opt/agent.jar");
        assertThat(JavaOptions.pickedUp(folder.resolve("missing"), Map.of())).isEmpty();
    }

    @Test
    void variablesAreNamedBesideWhatElseMayHelp() {
        assertThat(JavaOptions.suspected("exited with 1", List.of())).isEqualTo("exited with 1");
        assertThat(JavaOptions.suspected("exited with 1", List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS")))
                .isEqualTo("exited with 1; its JVM took options from JAVA_TOOL_OPTIONS and _JAVA_OPTIONS, which may be"
                        + " why; fix: start without JAVA_TOOL_OPTIONS and _JAVA_OPTIONS");
        assertThat(JavaOptions.suspected("not ready; fix: listen", List.of("_JAVA_OPTIONS")))
                .isEqualTo("not ready; its JVM took options from _JAVA_OPTIONS, which may be why; fix: listen, or start"
                        + " without _JAVA_OPTIONS");
    }

    /** As any JVM of these options, which is asked here what it has of them. */
    @Test
    void aJvmWithNoneHasNone() throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+PrintFlagsFinal",
                        "-version")
                .redirectErrorStream(true);
        JavaOptions.VARIABLES.forEach(name -> java.environment().put(name, "-XX:MaxHeapSize=64m"));
        java.environment().putAll(JavaOptions.NONE);
        Process process = java.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).doesNotContainPattern("MaxHeapSize += 67108864 ");
    }

    @Test
    void onlyOptionsThatNameAPortAreTakenFromAnEnvironment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "JAVA_TOOL_OPTIONS", "-Xmx64m -agentlib:jdwp=transport=dt_socket,server=y,address=5005 -Dx=y",
                "JDK_JAVA_OPTIONS", "-Dcom.sun.management.jmxremote.port=9010",
                "OTHER", "-Dcom.sun.management.jmxremote.port=9010"));

        JavaOptions.removePorts(environment);

        assertThat(environment)
                .isEqualTo(Map.of(
                        "JAVA_TOOL_OPTIONS", "-Xmx64m -Dx=y",
                        "JDK_JAVA_OPTIONS", "",
                        "OTHER", "-Dcom.sun.management.jmxremote.port=9010"));
    }
}
