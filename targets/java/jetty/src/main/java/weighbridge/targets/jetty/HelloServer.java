package weighbridge.targets.jetty;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Answers {@code /?name=World} with {@code Hello World!} on Jetty. */
public final class HelloServer {
    /** The default is 50: of 800 connections opened at once the rest would only be let in a second later. */
    private static final int ACCEPT_QUEUE_SIZE = 4096;

    private HelloServer() {}

    /** Serves on the given port of 127.0.0.1, or prints the version of Jetty. */
    public static void main(String[] args) throws Exception {
        String argument = args.length == 1 ? args[0] : "";
        if (argument.equals("--version")) {
            System.out.println(Server.getVersion());
        } else if (argument.matches("\\d{1,5}") && Integer.parseInt(argument) <= 65535) {
            start(Integer.parseInt(argument));
        } else {
            System.err.println("usage: java -jar jetty.jar PORT | --version");
            System.exit(1);
        }
    }

    static Server start(int port) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setAcceptQueueSize(ACCEPT_QUEUE_SIZE);
        server.addConnector(connector);
        server.setHandler(new HelloHandler());
        server.start();
        return server;
    }
}
