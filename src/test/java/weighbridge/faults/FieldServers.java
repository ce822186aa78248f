package weighbridge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Servers as people run them: their processes, connections and limits are not just theirs. Each row is held by the test that names it. */
public enum FieldServers {
    CLIENT(
            "its command is only a client, as docker run and systemctl start are: a daemon serves its port",
            "Remark: myserver: memory and CPU are n/a: port … is served by PID … (java), which the target did not start"
                    + " and which was left running; fix: let command run the server itself, or name a server that runs"
                    + " already by url and pid",
            0,
            "the daemon",
            Words.NOT_WEIGHED),
    STALE_PID(
            "server that runs already, its pid that of another program, as in a stale pid file",
            "Remark: myserver: memory and CPU are n/a: port … is served by PID … (java), which is not the process that its"
                    + " target.yaml names, nor below it; fix: correct pid or pidFile",
            0,
            "both, which ran before",
            Words.NOT_WEIGHED),
    SHARED_PORT(
            "another process listens on its port too (SO_REUSEPORT)",
            "Remark: myserver: port … has other listeners that are not weighed: PID … (python3); if they answer calls,"
                    + " memory and CPU are too low; fix: stop them",
            0,
            "the other process",
            "all figures"),
    IGNORES_SIGCHLD(
            "ignores SIGCHLD and starts a process for each call",
            "Remark: myserver: CPU time and RSS peak are n/a: PID … (python3) ignores SIGCHLD, so the kernel drops what its"
                    + " children used when they end; fix, for CPU time: start it in a control group of its own, as with"
                    + " systemd-run --user --scope",
            0,
            Words.NOTHING,
            "all figures but CPU time and RSS peak"),
    THROTTLED(
            "its control group allows it a fifth of a core",
            "Remark: myserver: may use only 0.20 cores, by its control group; was held back for … ms, summed over its cores"
                    + " (in … of … periods)",
            0,
            Words.NOTHING,
            "all figures"),
    KILLED_FOR_MEMORY(
            "the kernel kills its workers for too much memory (OOM), and it goes on",
            "myserver 1.0 misbehaved: … of its processes were ended by the out-of-memory killer: its control group may use"
                    + " only 16.00 MiB of memory; fix: raise that limit, or let it use less",
            4,
            Words.NOTHING,
            "all figures"),
    CLOSES_UNANSWERED(
            "closes a kept connection without an answer, now and then",
            "… 10 closed-early: i.g.h.c.i.PrematureCloseException: Premature close",
            0,
            Words.NOTHING,
            "all figures; the call counts as failed and is not sent again"),
    CLOSES_KEPT(
            "closes connections that are to be kept",
            "Remark: myserver: 60 of 60 calls opened a new connection: the server had closed those that were kept;"
                    + " fix: raise its keep-alive timeout and its limit of requests for each connection",
            0,
            Words.NOTHING,
            "all figures"),
    BIG_WRONG_BODY(
            "answers each call with 10 MiB, and another body was expected",
            "… 90 wrong-body: wrong body, found 10485760 bytes: \"xxxx…",
            4,
            Words.NOTHING,
            "all figures; the bodies take no memory"),
    JAVA_OPTIONS(
            "a JVM that takes options from the variable _JAVA_OPTIONS, which Weighbridge was started with",
            "Remark: myserver: its JVM took options from _JAVA_OPTIONS (-Xmx256m); those from _JAVA_OPTIONS override its"
                    + " command; fix: start without _JAVA_OPTIONS",
            0,
            Words.NOTHING,
            "all figures, with these options"),
    JAVA_OPTIONS_PORT(
            "a JVM that JAVA_TOOL_OPTIONS lets open a port (JMX, a debugger), which the generator has opened already",
            "myserver 1.0 failed-to-start: exited with 1; its JVM took options from JAVA_TOOL_OPTIONS, which may be why;"
                    + " fix: start without JAVA_TOOL_OPTIONS",
            4,
            Words.NOTHING,
            Words.WHY),
    UNREADABLE_SOURCES(
            "a folder of its build's sources that this user may not read",
            "myserver 1.0 failed-to-start: whether it has to be built cannot be seen: found …, which this user may not"
                    + " read; fix: let this user read it, or leave it out of build.sources",
            4,
            Words.NOTHING,
            Words.WHY);

    private final Row row;

    FieldServers(String kind, String sees, int exitStatus, String leftRunning, String kept) {
        row = new Row(kind, sees, exitStatus, leftRunning, kept);
    }

    static Section section() {
        return new Section(
                "Servers as people run them",
                "Most of these are not faults. After a `Remark:` all figures are valid except those it calls n/a."
                        + " `myserver` is the name of the target; `…` stands for what varies.",
                Arrays.stream(values()).map(value -> value.row).toList());
    }

    /** Holds the row against a summary, and the exit status of a run in which nobody else misbehaves. */
    public void isSeen(String summary, String target, int exitStatus) {
        String sees = row.sees().replace(BadServer.NAME, target);
        String pattern =
                Arrays.stream(sees.split(BadServer.ANY, -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
        assertThat(summary).containsPattern("(?m)^" + pattern + "$");
        assertThat(exitStatus).as(summary).isEqualTo(row.exitStatus());
    }

    private static final class Words {
        static final String NOTHING = "nothing";
        static final String WHY = "why; all figures of other targets";
        static final String NOT_WEIGHED = "all figures but memory and CPU";
    }
}
