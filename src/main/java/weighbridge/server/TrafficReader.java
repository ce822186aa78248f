package weighbridge.server;

import java.util.ArrayList;
import java.util.List;

/** Reads how a target is called: its first request, those that follow, and how often and on what they are sent. */
final class TrafficReader {
    private static final int MOST_REQUESTS_AFTER_THE_FIRST = 100;
    private static final int MOST_CALLS_PER_USER = 10_000;

    private TrafficReader() {}

    static Traffic read(YamlMap yaml, String url) {
        List<Request> requests = new ArrayList<>(List.of(RequestReader.read(yaml, url)));
        List<YamlMap> then = yaml.maps("then", "{url: /next}");
        if (then.size() > MOST_REQUESTS_AFTER_THE_FIRST) {
            yaml.wrong(
                    "then",
                    then.size() + " requests",
                    "at most " + MOST_REQUESTS_AFTER_THE_FIRST,
                    "remove some; callsPerUser repeats them");
        }
        for (YamlMap map : then) {
            String next = PathReader.read(map, "url").orElseGet(() -> map.missing("url", "a path", "url: /next", "/"));
            requests.add(RequestReader.read(map, next));
            map.finish();
        }
        int calls = yaml.integer("callsPerUser", 1, MOST_CALLS_PER_USER).orElse(requests.size());
        boolean keepAlive = yaml.choice("keepAlive", List.of("true", "false"))
                .map(Boolean::parseBoolean)
                .orElse(false);
        return new Traffic(requests, calls, keepAlive);
    }
}
