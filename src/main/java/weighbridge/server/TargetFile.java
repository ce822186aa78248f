package weighbridge.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import weighbridge.text.Durations;
import weighbridge.text.Hosts;
import weighbridge.text.Limits;

/**
 * One {@code target.yaml}, read and checked.
 *
 * @param target what it describes
 * @param whereName file and line of its name
 */
record TargetFile(Target target, String whereName) {
    static final String NAME = "target.yaml";

    /** That of this folder. @throws InputException with all faults of the file at once */
    static TargetFile read(Path folder, Hosts hosts) {
        YamlTree yaml = new YamlTree(folder.resolve(NAME));
        Path absolute = folder.toAbsolutePath().normalize();
        TargetChecks checks = new TargetChecks(absolute, yaml);
        checks.check(hosts);
        TargetSchema.check(yaml);
        checks.checkPort();
        yaml.finish();
        return new TargetFile(new Reader(absolute, yaml).target(), yaml.where("/name"));
    }

    /** From a tree without faults to what it means. */
    private record Reader(Path folder, YamlTree yaml) {
        Target target() {
            TargetUrl url = TargetUrl.of(yaml.text("/url").orElseThrow());
            Traffic traffic = traffic(url.path());
            return new Target(
                    folder,
                    yaml.text("/name").orElseThrow(),
                    version(),
                    yaml.has("/build") ? Optional.of(build()) : Optional.empty(),
                    serving(url),
                    traffic,
                    readiness(traffic.requests().get(0)));
        }

        private Version version() {
            return yaml.text("/version")
                    .<Version>map(Version.Written::new)
                    .orElseGet(
                            () -> new Version.Printed(yaml.texts("/version/command"), yaml.text("/version/pattern")));
        }

        private Build build() {
            return new Build(
                    yaml.texts("/build/command"),
                    path("/build/produces").orElseThrow(),
                    yaml.texts("/build/sources").stream().map(this::inFolder).toList(),
                    duration("/build/timeout", "15m"));
        }

        private Serving serving(TargetUrl url) {
            if (!url.isAbsolute()) {
                return new Serving.Started(yaml.texts("/command"), yaml.map("/env"), files(), limits());
            }
            Optional<PidSource> pid = yaml.text("/pid").map(text -> new PidSource.Written(Long.parseLong(text)));
            return new Serving.Running(url.base(), pid.or(() -> path("/pidFile").map(PidSource.InFile::new)));
        }

        private Map<String, Path> files() {
            return yaml.map("/files").entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> inFolder(entry.getValue())));
        }

        private Limits limits() {
            return new Limits(
                    yaml.text("/limits/cpus").flatMap(Limits::parseCpus).orElse(null),
                    yaml.text("/limits/memory").flatMap(Limits::parseMemory).orElse(null));
        }

        private Traffic traffic(String url) {
            List<Request> requests = new ArrayList<>(List.of(request("", url)));
            for (String then : yaml.entries("/then")) {
                requests.add(request(then, yaml.text(then + "/url").orElseThrow()));
            }
            boolean keepAlive = yaml.text("/keepAlive").map(Boolean::valueOf).orElse(false);
            return new Traffic(requests, integer("/callsPerUser").orElse(requests.size()), keepAlive);
        }

        private Request request(String pointer, String url) {
            return new Request(
                    yaml.text(pointer + "/method").orElse("GET"),
                    url,
                    yaml.map(pointer + "/headers"),
                    yaml.text(pointer + "/body"),
                    new Expectation(
                            integer(pointer + "/expect/status").orElse(200), yaml.text(pointer + "/expect/body")));
        }

        /**
         * What asks something else than the first request does not expect its body, and only the first request itself is sent
         * with its headers.
         */
        private Readiness readiness(Request first) {
            Optional<String> url = yaml.text("/ready/url");
            Optional<Integer> status = integer("/ready/status");
            Expectation expect = url.isPresent() || status.isPresent()
                    ? new Expectation(status.orElse(200), Optional.empty())
                    : first.expect();
            String asked = url.orElse(first.url());
            boolean isFirst = asked.equals(first.url()) && first.method().equals("GET");
            Map<String, String> headers = isFirst ? first.headers() : Map.of();
            return new Readiness(asked, headers, expect, duration("/ready/timeout", "30s"));
        }

        private Optional<Integer> integer(String pointer) {
            return yaml.text(pointer).map(Integer::valueOf);
        }

        private Duration duration(String pointer, String otherwise) {
            return Durations.parse(yaml.text(pointer).orElse(otherwise)).orElseThrow();
        }

        private Optional<Path> path(String pointer) {
            return yaml.text(pointer).map(this::inFolder);
        }

        private Path inFolder(String text) {
            return folder.resolve(text).normalize();
        }
    }
}
