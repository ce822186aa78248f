package weighbridge.faults;

import static weighbridge.faults.BadServer.dying;
import static weighbridge.faults.BadServer.jvm;
import static weighbridge.faults.BadServer.measured;
import static weighbridge.faults.BadServer.sh;
import static weighbridge.faults.BadServer.truth;

import java.util.List;
import java.util.Map;

/** Servers that are ready and misbehave when they are called, or when they are to end. */
public final class FailsUnderLoad {
    /** At each target. */
    public static final int CALLS = 80;

    private static final String NONE = "none of the 80 measured calls succeeded: ";

    private FailsUnderLoad() {}

    /** All. */
    public static List<BadServer> all() {
        return List.of(
                dying(
                        "mortal",
                        "dies in the middle of the load",
                        "exited with 9\n    its output ends with\n        listening on …\n        request 41 is my last",
                        truth("dieAtCall=41")),
                dying("first-call", "dies at the first call", "exited with 9", truth("dieAtCall=1")),
                dying(
                        "done",
                        "exits with 0 in the middle of the load",
                        "exited with 0",
                        truth("dieAtCall=41", "dieStatus=0")),
                dying(
                        "killed",
                        "is killed by a signal, as by the out-of-memory killer",
                        "exited with 137: ended by signal 9 (KILL), perhaps by the system's out-of-memory killer",
                        truth("run=kill -KILL $PPID", "runAtCall=41")),
                dying(
                        "held-port",
                        "holds its port after death: a child serves on",
                        "exited with 137: ended by signal 9 (KILL), perhaps by the system's out-of-memory killer; 1 process that"
                                + " it started went on without it",
                        sh("\"$@\" \"run=kill -KILL $$\" & wait", truth("runAtCall=41"))),
                dying(
                        "behind",
                        "dies behind a script that goes on",
                        "nobody listens on port … any more, though its command (PID …) still runs\n    its output ends"
                                + " with\n        listening on …\n        request 41 is my last",
                        sh("\"$@\" & wait; exec sleep 300", truth("dieAtCall=41"))),
                dying(
                                "exhausted",
                                "runs out of memory and exits",
                                "exited with 3",
                                jvm(List.of("-Xmx16m", "-XX:+ExitOnOutOfMemoryError"), "keepBytes=1000000"))
                        .seen("myserver 1.0 misbehaved: ran out of memory: \"Terminating due to"
                                + " java.lang.OutOfMemoryError: Java heap space\""),
                measured(
                        "choked",
                        "runs out of memory and goes on",
                        "ran out of memory: \"…java.lang.OutOfMemoryError: Java heap space\"",
                        jvm(List.of("-Xmx16m"), "keepBytes=1000000")),
                measured("closing", "closes every connection", NONE + "80 closed-early", truth("act=close")),
                measured("resetting", "resets every connection", NONE + "80 reset", truth("act=reset")),
                measured("unavailable", "answers 5xx", NONE + "80 status-503", truth("act=status-503")),
                measured("sometimes", "answers 5xx to some calls", "", truth("act=status-503", "every=4"))
                        .butAResult("… 20 status-503: status.find.is(200), found 503"),
                measured("mars", "answers with another body", NONE + "80 wrong-body", truth("act=wrong-body")),
                measured("moved", "redirects elsewhere", NONE + "80 status-302", truth("act=redirect")),
                measured("half", "answers half a body", NONE + "80 closed-early", truth("act=half-body")),
                measured(
                        "endless",
                        "answers a body that never ends",
                        NONE + "80 response-timeout",
                        truth("act=endless-body")),
                measured(
                        "mail",
                        "answers what is no HTTP",
                        NONE
                                + "80 other (j.l.IllegalArgumentException: no valid HTTP/1.1: invalid version format: 220)",
                        truth("act=not-http")),
                measured("boastful", "answers a header of 64 KiB", "", truth("act=huge-header"))
                        .butAResult("myserver 1.0 …   took … seconds/call, with 100.0% success - Counter({200: 80})"),
                measured("silent", "never answers", NONE + "80 response-timeout", truth("act=hang")),
                measured(
                        "late",
                        "answers later than the timeout",
                        NONE + "80 response-timeout",
                        truth("delayMillis=4000")),
                measured(
                        "frozen",
                        "freezes (SIGSTOP) and comes back",
                        "a signal stopped the server for about … s of the measured burst",
                        truth("run=kill -STOP $PPID; sleep 1; kill -CONT $PPID", "runAtCall=41")),
                measured(
                        "icy",
                        "freezes (SIGSTOP) and never comes back",
                        "a signal stopped the server for about … s of the measured burst",
                        truth("run=kill -STOP $PPID", "runAtCall=41")),
                measured(
                        "stubborn",
                        "ignores TERM",
                        "ignored TERM for 10 s and was killed",
                        sh("trap '' TERM; exec \"$@\"", truth())),
                measured(
                                "prefork",
                                "sends TERM to its whole process group when it ends",
                                "",
                                sh("trap 'trap \"\" TERM; kill -TERM 0; exit' TERM; \"$@\" & wait", truth()))
                        .butAResult("myserver 1.0 …   took … seconds/call, with 100.0% success - Counter({200: 80})"),
                measured(
                                "cramped",
                                "reaches its limit of descriptors",
                                "reached its limit of open files",
                                sh("ulimit -n 64; exec \"$@\"", truth("delayMillis=1500")))
                        .with("ready", Map.of("timeout", "60s")), // a whole call, for classes cannot be loaded later
                measured(
                        "wordy",
                        "writes 1 GB to its output",
                        "wrote … MiB of output; logs/myserver.log keeps its first MiB and the newest",
                        sh("yes 'to be or not to be' | head -c 1073741824; exec \"$@\"", truth())),
                measured(
                                "parent",
                                "forks a child under load that ignores TERM",
                                "",
                                truth("run=(trap '' TERM; exec sleep 300) &"))
                        .butAResult("myserver 1.0 …   took … seconds/call, with 100.0% success - Counter({200: 80})"),
                dying(
                                "gone",
                                "server that ran already ends in the middle of the load",
                                "its process … has ended",
                                List.of())
                        .runningBefore("dieAtCall=41")
                        .with("pid", BadServer.PID),
                measured("nameless", "version command fails", "", truth())
                        .with("version", Map.of("command", List.of("sh", "-c", "exit 3")))
                        .butAResult(
                                "myserver: its version is unknown, for the command that prints it exited with 3 (sh -c exit 3)"),
                measured("built", "build leaves a daemon behind", "", truth())
                        .with(
                                "build",
                                Map.of(
                                        "command",
                                        List.of("sh", "-c", "sleep 300 & : > product"),
                                        "produces",
                                        "product"))
                        .butAResult("myserver 1.0 …   took … seconds/call, with 100.0% success - Counter({200: 80})"));
    }
}
