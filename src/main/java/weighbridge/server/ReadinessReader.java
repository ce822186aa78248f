package weighbridge.server;

import java.time.Duration;
import java.util.Optional;

/** Reads when a server counts as ready. */
final class ReadinessReader {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration MOST = Duration.ofMinutes(10);

    private ReadinessReader() {}

    static Readiness read(YamlMap yaml, Request first) {
        Optional<YamlMap> given = yaml.map("ready");
        Optional<String> url = given.flatMap(map -> PathReader.read(map, "url"));
        Optional<Integer> status = given.flatMap(map -> map.integer("status", 100, 599));
        Duration timeout = given.flatMap(map -> map.duration("timeout", MOST)).orElse(TIMEOUT);
        given.ifPresent(YamlMap::finish);
        boolean silent = given.map(map -> !map.has("url") && !map.has("status")).orElse(!yaml.has("ready"));
        if (silent && !RequestReader.ASKING.contains(first.method())) {
            yaml.wrong(
                    "ready",
                    "no url of its own beside " + first.method(),
                    "a path that answers a GET: only GET is sent to find out whether a server is there",
                    "add ready: {url: /health}, or ready: {url: /, status: 404}");
        }
        // A question of its own is another one, so the body expected of the first request says nothing about it.
        Expectation asked = url.isPresent() || status.isPresent()
                ? new Expectation(status.orElse(200), Optional.empty())
                : first.expect();
        return new Readiness(url.orElse(first.url()), asked, timeout);
    }
}
