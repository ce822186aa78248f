package weighbridge.targets.spark;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.ThreadPool;
import spark.embeddedserver.jetty.JettyServerFactory;

/**
 * Makes the Jetty inside Spark as Spark does, but with an accept queue that holds a burst. Spark has no setting for
 * it and makes the connector only after this factory is done, so the queue is set when the server starts.
 */
final class LongQueueJetty implements JettyServerFactory {
    /** The default is 50: of 800 connections opened at once the rest would only be let in a second later. */
    private static final int ACCEPT_QUEUE_SIZE = 4096;

    @Override
    public Server create(int maxThreads, int minThreads, int threadTimeoutMillis) {
        // Spark passes the thread settings of its users; this server has none.
        return create(null);
    }

    @Override
    public Server create(ThreadPool threadPool) {
        Server server = new Server(threadPool);
        server.addLifeCycleListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                for (Connector connector : server.getConnectors()) {
                    ((ServerConnector) connector).setAcceptQueueSize(ACCEPT_QUEUE_SIZE);
                }
            }
        });
        return server;
    }
}
