package weighbridge.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process group of its own for each program that is started (setpgid(2)). Some servers send a signal to their whole
 * group when they end, as Apache's prefork does: without this that would be the group of Weighbridge, of Maven and of the script
 * that called it. Linux only.
 *
 * <p>Not a session (setsid(1)) where perl is there to begin a group alone: Linux gives each session an equal share of the
 * processors (sched(7), autogroup), however many threads it has. Servers of many threads were slower by half then.
 */
public final class ProcessGroup {
    private static final String PERL = "perl";
    private static final String SETSID = "setsid";

    /** Whoever asks at the terminal gets an error, and is not stopped for good as one in the background. */
    private static final String BEGIN = "delete $ENV{PERL_BADLANG}; setpgrp(0, 0); $SIG{TTIN} = $SIG{TTOU} = 'IGNORE';"
            + " exec {$ARGV[0]} @ARGV; exit 127";

    /** So that perl says nothing of a locale that is not there. */
    static final Map<String, String> VARIABLES = Map.of("PERL_BADLANG", "0");

    private ProcessGroup() {}

    /** What begins them here. */
    public enum Starter {
        /** A group and no more. */
        PERL,
        /** A session, which is a group too. */
        SETSID,
        /** Nothing: programs are in the group of Weighbridge. */
        NONE
    }

    /** The best that this system has. */
    public static Starter starter() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Starter.NONE;
        }
        return Program.isThere(PERL) ? Starter.PERL : Program.isThere(SETSID) ? Starter.SETSID : Starter.NONE;
    }

    /**
     * The command in a group of its own; as it is where there are none, or where it begins a session itself. A child of a
     * JVM never leads its group, so that the program keeps the pid of the process that is started.
     */
    static List<String> of(List<String> command) throws LaunchException {
        List<String> own = new ArrayList<>(before(command));
        own.addAll(command);
        return own;
    }

    private static List<String> before(List<String> command) throws LaunchException {
        Starter starter = Path.of(command.get(0)).endsWith(SETSID) ? Starter.NONE : starter();
        return switch (starter) {
            case PERL -> List.of(find(PERL), "-e", BEGIN);
            case SETSID -> List.of(find(SETSID));
            case NONE -> List.of();
        };
    }

    private static String find(String program) throws LaunchException {
        return Program.find(program, Path.of("")).toString();
    }

    /** The file name of the program that a command of {@link #of} comes to. */
    static String programName(List<String> command) {
        int own = command.size() > 3 && command.get(2).equals(BEGIN)
                ? 3
                : Path.of(command.get(0)).endsWith(SETSID) && command.size() > 1 ? 1 : 0;
        return Path.of(command.get(own)).getFileName().toString();
    }
}
