package weighbridge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs that are cut off, lose their results or meet each other. Each row is held by the test that names it. */
public enum CutOff {
    CTRL_C("Ctrl-C", Words.STOPPED, 130, Words.CUT),
    TERM("TERM", Words.STOPPED, 143, Words.CUT),
    TERM_AFTER_THE_LOAD("TERM when all is hammered and not yet weighed again", Words.STOPPED, 143, Words.CUT),
    TERM_AT_THE_START(
            "TERM before anything is weighed",
            "Stopped before anything was measured. All servers were ended; there is no summary.",
            143,
            "nothing"),
    GENERATOR_DIED(
            "memory of the process that hammers runs out",
            "The load generator ended itself after a fatal error, which is printed above; fix, where its memory ran out:"
                    + " add <jvmArg>-Xmx2G</jvmArg> to jvmArgs in pom.xml, and raise -Xmx in src/main/launcher/run.args",
            3,
            "what was measured but the last calls (up to 8 KiB of Gatling's log), marked as cut off"),
    MAVEN_KILLED("KILL of Maven, or of whatever started the run", Words.STOPPED, 143, Words.CUT),
    GATLING_KILLED(
            "KILL of the process that hammers: the next run with the same results",
            "A run that was cut off left … processes: … They were ended.",
            0,
            "the next run's own; the killed run's samples, logs and what Gatling had written of its calls"),
    REPORT_ON_KILLED(
            "report on the folder of a run that was killed",
            "Not valid: the run ended early or could not be saved: only what was recorded is reported",
            3,
            "the summary is made now"),
    FULL_DISK(
            "full disk",
            "Lost: run.json could not be written: No space left on device",
            3,
            "what could be written; the summary is on the console"),
    READ_ONLY(
            "results that cannot be written",
            "results: found \"…\", which cannot be written (Read-only file system); allowed: a folder that can be"
                    + " written; fix: choose another one with -Dresults=/path/to/it",
            1,
            "nothing"),
    RESULTS_ARE_A_FILE(
            "results that are a file",
            "results: found \"…\", which cannot be written (…); allowed: a folder that can be written; fix: choose"
                    + " another one with -Dresults=/path/to/it",
            1,
            "nothing"),
    NO_LIBRARY(
            "no folder that a native library can be loaded from: all that are tried are mounted noexec or cannot be written",
            "JNA: found no folder that its native library can be loaded from: …; allowed: a folder that can be written"
                    + " and is not mounted noexec; fix: let the variable XDG_CACHE_HOME name such a folder",
            1,
            "nothing"),
    FOLDER_REMOVED(
            "run folder removed while the run goes on",
            "Lost: run.json could not be written: the run folder … is gone",
            3,
            "nothing; what was weighed is on the console"),
    LOG_REMOVED(
            "Gatling's log removed while the run goes on",
            "Lost: simulation.log is gone: no call can be counted",
            3,
            "all but the calls"),
    SAME_PORTS(
            "two runs at once on the same ports: the second",
            "port … for other: found it held by PID … (a server of another Weighbridge run); allowed: a port that nobody"
                    + " listens on; fix: stop that process, or choose other ports with -Dport=9000 or free ones with -Dport=0",
            1,
            "nothing; the first run goes on as if alone"),
    FREE_PORTS(
            "two runs at once with port=0: both",
            "Reports: … (report.html, summary.txt with every table, summary.json, Gatling's index.html)",
            0,
            "both, each in its own folder");

    private final Row row;

    CutOff(String kind, String sees, int exitStatus, String kept) {
        row = new Row(kind, sees, exitStatus, "nothing", kept);
    }

    static Section section() {
        return new Section(
                "Runs that are cut off, lose their results, or run at the same time",
                "`…` stands for what varies. Status 130 and 143 are the shell's for INT and TERM.",
                Arrays.stream(values()).map(value -> value.row).toList());
    }

    /** Holds the row against what a run printed and its exit status. */
    public void isSeen(String console, int exitStatus) {
        String pattern =
                Arrays.stream(row.sees().split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
        assertThat(console).containsPattern("(?m)^" + pattern + "$").doesNotContain("\tat ");
        assertThat(exitStatus).as(console).isEqualTo(row.exitStatus());
    }

    private static final class Words {
        static final String STOPPED =
                "Stopped before the end. All servers were ended; what was measured until then is above.";
        static final String CUT = "all that was measured, marked as cut off";
    }
}
