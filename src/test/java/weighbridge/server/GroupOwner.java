package weighbridge.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A run in a JVM of its own, of which a server or a command sends a signal to its own process group. */
final class GroupOwner {
    private GroupOwner() {}

    /** The arguments: a folder, the signal, and whether a command sends it. Prints how the command ended, or nothing. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        String send = "trap - TERM; kill -" + arguments[1] + " 0; sleep 300";
        if (Boolean.parseBoolean(arguments[2])) {
            try (CommandRunner commands = new CommandRunner(Ledger.none())) {
                OptionalInt status =
                        commands.run(Program.of(List.of("sh", "-c", send), folder, Map.of()), Duration.ofMinutes(2));
                System.out.print(status.getAsInt());
            }
            return;
        }
        Scripts scripts = new Scripts(folder);
        try (Fleet fleet = new Fleet(folder, Ledger.none())) {
            scripts.start(
                    fleet,
                    scripts.target("prefork", "trap '" + send + "' TERM; echo $$; sleep 300 & echo $!; wait"),
                    2);
        }
    }
}
