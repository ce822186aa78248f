package weighbridge.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A session and process group of its own for each program that is started (setsid(2)). Some servers send a signal to their
 * whole group when they end, as Apache's prefork does: without this that would be the group of Weighbridge, of Maven
 * and of the script that called it. A session has no terminal, so a program that asks there fails and does not wait.
 * Linux only. A child of a JVM never leads its group, so the program keeps the pid of the process that is started.
 */
public final class Session {
    private static final String STARTER = "setsid";

    private Session() {}

    /** Whether programs get one here. */
    public static boolean isAvailable() {
        return System.getProperty("os.name").equals("Linux") && Program.isThere(STARTER);
    }

    /** The command in a session of its own; as it is where there are none, or where it begins one itself. */
    static List<String> of(List<String> command) throws LaunchException {
        if (isStarter(command.get(0)) || !isAvailable()) {
            return command;
        }
        List<String> own = new ArrayList<>(command);
        own.add(0, Program.find(STARTER, Path.of("")).toString());
        return own;
    }

    /** The file name of the program that a command of {@link #of} comes to. */
    static String programName(List<String> command) {
        String program = isStarter(command.get(0)) && command.size() > 1 ? command.get(1) : command.get(0);
        return Path.of(program).getFileName().toString();
    }

    private static boolean isStarter(String program) {
        return Path.of(program).endsWith(STARTER);
    }
}
