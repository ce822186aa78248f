package weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import weighbridge.server.TargetState;

/** The commands that tell what there is. */
class HelpfulCommandsTest {
    @Test
    void everyTargetIsListedWithWhatItNeeds() {
        List<String> lines = run("targets").lines().toList();

        assertThat(lines.get(0)).matches("target +group +needs +state");
        assertThat(lines)
                .anyMatch(line -> line.matches("netty +java +Java +ready.*"))
                .anyMatch(line -> line.matches("node-http +node +Node\\.js +\\S.*"))
                .anyMatch(line -> line.matches("flask +python +Python +\\S.*"));
        assertThat(lines.stream().filter(line -> line.matches("(\\S+ +){3}\\S.*")))
                .hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void howToGetWhatIsMissingIsSaidOnce() {
        String table = TargetsCommand.table(List.of(
                new TargetState("a", "x", "Python", false, "a is not installed; fix: get them"),
                new TargetState("b", "x", "Python", false, "b is not installed; fix: get them"),
                new TargetState("c", "x", "Java", true, "ready")));

        assertThat(table).isEqualToNormalizingNewlines("""
                target   group   needs    state
                a        x       Python   a is not installed
                b        x       Python   b is not installed
                c        x       Java     ready
                To get what is missing: get them
                """);
    }

    @Test
    void aCheckIsOneLine() {
        assertThat(Check.ok("ports", "free").line()).isEqualTo("ok       ports: free");
        assertThat(Check.missing("a", "none\nat all", "get one").line())
                .isEqualTo("missing  a: none?at all; fix: get one");
        assertThat(Check.wrong("a", "none", "get one").line()).isEqualTo("wrong    a: none; fix: get one");
    }

    @Test
    void theCompletionIsAScriptThatKnowsCommandsOptionsAndTargets() throws IOException, InterruptedException {
        String script = run("completion");
        Process bash =
                new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
        try (PrintWriter in = new PrintWriter(bash.getOutputStream())) {
            in.print(script);
        }

        assertThat(new String(bash.getInputStream().readAllBytes())).isEmpty();
        assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(bash.exitValue()).isZero();
        Matcher commands = Pattern.compile("local commands=\"(run [^\"]*)\"").matcher(script);
        assertThat(commands.find()).isTrue();
        assertThat(commands.group(1).split(" "))
                .containsExactlyElementsOf(Weighbridge.names().stream()
                        .filter(name -> !name.equals("baseline"))
                        .toList());
        assertThat(script).contains("'--calls'", "'--threshold'", "\"netty\"", "\"python\"");
    }

    private static String run(String command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Weighbridge.run(new PrintWriter(out, true), new PrintWriter(err, true), command);
        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        return out.toString();
    }
}
