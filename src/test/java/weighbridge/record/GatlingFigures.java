package weighbridge.record;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import io.gatling.charts.stats.GeneralStats;
import io.gatling.charts.stats.LogFileData;
import io.gatling.charts.stats.LogFileReader;
import io.gatling.charts.stats.RequestStatsPath;
import io.gatling.charts.stats.StatsPath;
import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.stats.ErrorStats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import scala.Option;

/** What Gatling's own report is made of: parses a log with Gatling's classes and writes figures into a file. */
final class GatlingFigures {
    private static final Map<String, Status> STATUSES = Map.of("OK", OK$.MODULE$, "KO", KO$.MODULE$);

    private GatlingFigures() {}

    /** Reads the log named first and writes the file named second. */
    public static void main(String[] arguments) throws Exception {
        LogFileData data = parse(Path.of(arguments[0]));
        List<String> lines = new ArrayList<>();
        lines.add("run " + data.runInfo().runStart());
        STATUSES.forEach((name, status) -> {
            add(lines, "all " + name, data.requestGeneralStats(Option.empty(), Option.empty(), Option.apply(status)));
            for (StatsPath path : asJava(data.statsPaths())) {
                add(lines, data, path, name);
            }
        });
        for (ErrorStats error : asJava(data.errors(Option.empty(), Option.empty()))) {
            lines.add("error " + error.count() + " " + error.message());
        }
        Files.write(Path.of(arguments[1]), lines.stream().sorted().toList());
    }

    static LogFileData parse(Path log) {
        return new LogFileReader(log.toFile(), GatlingConfiguration.load()).read();
    }

    private static void add(List<String> lines, LogFileData data, StatsPath path, String name) {
        Option<Status> status = Option.apply(STATUSES.get(name));
        if (path instanceof RequestStatsPath request) {
            add(
                    lines,
                    "request " + request.request() + " " + name,
                    data.requestGeneralStats(Option.apply(request.request()), request.group(), status));
        }
    }

    private static void add(List<String> lines, String what, Option<GeneralStats> found) {
        if (found.isDefined()) {
            GeneralStats stats = found.get();
            lines.add(what + " " + stats.count() + " " + stats.min() + " " + stats.max() + " " + stats.mean());
        }
    }
}
