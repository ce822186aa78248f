package weighbridge.engine;

import java.util.Map;
import weighbridge.record.RunJournal;
import weighbridge.server.Server;
import weighbridge.server.Target;

/**
 * What a load needs of the round that goes on.
 *
 * @param round which
 * @param servers those that became ready, by name
 * @param sink the server that does nothing; null where there is none
 * @param scale that everyone is weighed on
 * @param journal in which everything is written down
 * @param archive where the journal is kept
 * @param console what a user watches
 */
record Site(
        Round round,
        Map<String, Server> servers,
        Server sink,
        Scale scale,
        RunJournal journal,
        Archive archive,
        Console console) {

    /** Whether this target, or the sink, can be called. */
    boolean isUp(String name) {
        Server server = server(name);
        return server != null && server.isAlive();
    }

    /** The server of this target or the sink; null where it did not start. */
    Server server(String name) {
        return name.equals(Target.SINK) ? sink : servers.get(name);
    }
}
