package weighbridge.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** By which setting a server is told how long its accept queue shall be (the backlog of listen(2)), where the server is known. */
public enum QueueSetting {
    // What runs on another of these comes before it.
    GUNICORN("gunicorn", "--backlog"),
    UVICORN("uvicorn", "--backlog"),
    HYPERCORN("hypercorn", "--backlog"),
    WAITRESS("waitress(-serve)?", "--backlog"),
    UWSGI("uwsgi", "--listen"),
    PYTHON_HTTP_SERVER("http\\.server", "request_queue_size of its socketserver class"),
    SPRING_BOOT("spring(-?boot)?", "server.tomcat.accept-count (with Tomcat)"),
    QUARKUS("quarkus", "quarkus.http.accept-backlog"),
    DROPWIZARD("dropwizard", "acceptQueueSize of its connector"),
    JAVALIN("javalin", "acceptQueueSize of its Jetty connector"),
    HELIDON("helidon", "backlog of its listener"),
    VERTX("vert\\.?x", "HttpServerOptions.setAcceptBacklog"),
    UNDERTOW("undertow", "Options.BACKLOG"),
    JETTY("jetty", "acceptQueueSize of its connector"),
    TOMCAT("tomcat", "acceptCount of its connector"),
    NETTY("netty", "ChannelOption.SO_BACKLOG"),
    NGINX("nginx", "backlog= of its listen"),
    APACHE("apache2?|(?<!busybox )httpd", "ListenBacklog"),
    HAPROXY("haproxy", "backlog of its frontend"),
    LIGHTTPD("lighttpd", "server.listen-backlog"),
    NODE("node(js)?|express|fastify", "backlog in server.listen({port, backlog})");

    private final Pattern word;
    private final String setting;

    QueueSetting(String word, String setting) {
        this.word = Pattern.compile("(?<![a-z])(" + word + ")(?![a-z])");
        this.setting = setting;
    }

    /** As the server's own documentation calls it. */
    public String setting() {
        return setting;
    }

    /**
     * That of a server; empty where it is not known.
     *
     * @param name of the target
     * @param command that starts it; empty where it ran already
     */
    static Optional<QueueSetting> of(String name, List<String> command) {
        String words = (name + " " + String.join(" ", command)).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(known -> known.word.matcher(words).find())
                .findFirst();
    }
}
