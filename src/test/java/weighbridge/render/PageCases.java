package weighbridge.render;

import java.util.List;
import java.util.stream.IntStream;
import weighbridge.record.Outcome;
import weighbridge.record.RoundRecord;

/** The runs that a page has to show well, the plain and the strange. */
final class PageCases {
    /** Messages of Gatling, each of another cause. */
    private static final List<String> FAILURES = List.of(
            "Request timeout to 127.0.0.1:8000 after 1000 ms",
            "Request timeout after 1000 ms",
            "j.n.ConnectException: Connection refused",
            "status.find.is(200), found 503",
            "j.i.IOException: Premature close",
            "bodyString.find.is(Hello World!), found Hello");

    private PageCases() {}

    /** The five that a run without settings has; one of them fails a little. */
    static PageCase defaultFive() {
        MadeUpTarget failing = MadeUpTarget.good("dropwizard", 9)
                .measuring(Loads.both(Loads.answered(640, 9, 400, 3), Loads.failed(160, 1000, FAILURES.subList(0, 4))));
        return new MadeUpRun()
                .round(List.of(
                        MadeUpTarget.good("jdk-httpserver", 2),
                        MadeUpTarget.good("spark", 5),
                        failing,
                        MadeUpTarget.good("jetty", 4),
                        MadeUpTarget.good("netty", 1)))
                .as("the default five");
    }

    /** A single one. */
    static PageCase one() {
        return new MadeUpRun().round(List.of(MadeUpTarget.good("netty", 2))).as("one target");
    }

    /** More than there are colours, and one that did not start. */
    static PageCase ten() {
        List<MadeUpTarget> targets = IntStream.rangeClosed(1, 9)
                .mapToObj(index -> MadeUpTarget.good("target-" + index, index))
                .toList();
        MadeUpTarget broken = MadeUpTarget.uncalled("broken", Outcome.failedToStart("exited with 1"));
        return new MadeUpRun()
                .round(IntStream.range(0, 10)
                        .mapToObj(index -> index == 6 ? broken : targets.get(index < 6 ? index : index - 1))
                        .toList())
                .as("ten targets");
    }

    /** With intervals, noise and ties. */
    static PageCase sixRounds() {
        MadeUpRun run = new MadeUpRun();
        for (int round = 1; round <= 6; round++) {
            MadeUpTarget first = rounded("netty", 2, round);
            run.round(List.of(first, rounded("jetty", 3, round), rounded("spark", 20, round)), again(first, round));
        }
        return run.as("six rounds of three");
    }

    private static MadeUpTarget rounded(String name, int millis, int round) {
        MadeUpTarget target = MadeUpTarget.good(name, millis);
        return target.measuring(Loads.answered(800, millis, 20 * millis + round, 10 * round + name.length()));
    }

    private static MadeUpTarget again(MadeUpTarget target, int round) {
        return new MadeUpTarget(
                RoundRecord.again(target.name()),
                target.version(),
                target.url(),
                target.outcome(),
                target.rssMiB() + round % 3,
                target.cold(),
                Loads.answered(800, 2, 41 + round, 100 + round));
    }

    /** Not one call succeeded at anybody. */
    static PageCase allFailed() {
        return new MadeUpRun()
                .round(List.of(
                        MadeUpTarget.failing("silent", 1000, FAILURES.subList(0, 1)),
                        MadeUpTarget.failing("busy", 5, FAILURES.subList(3, 4)),
                        MadeUpTarget.failing("refusing", 0, FAILURES.subList(2, 3)),
                        MadeUpTarget.failing("mixed", 300, FAILURES)))
                .as("all calls failed");
    }

    /** Cut off before the first call. */
    static PageCase noCalls() {
        return new MadeUpRun()
                .cutOff()
                .round(List.of(
                        MadeUpTarget.uncalled("patient", Outcome.NOT_REACHED),
                        MadeUpTarget.uncalled("waiting", Outcome.NOT_REACHED),
                        MadeUpTarget.uncalled("broken", Outcome.failedToStart("exited with 1\n    no such file"))))
                .as("no calls");
    }

    /** Nothing came up at all. */
    static PageCase noneStarted() {
        return new MadeUpRun()
                .round(List.of(
                        MadeUpTarget.uncalled("broken", Outcome.failedToStart("exited with 1\n    no such file"))))
                .as("none started");
    }

    /** Far more calls than a picture has pixels. */
    static PageCase million() {
        return new MadeUpRun()
                .calls(1_000_000)
                .round(List.of(MadeUpTarget.good("netty", 2).measuring(Loads.million())))
                .as("a million calls");
    }

    /** Each text that comes from outside tries to be more than a text. */
    static PageCase hostile() {
        return new MadeUpRun()
                .remark(Hostile.TEXT)
                .round(Hostile.NAMES.stream().map(PageCases::hostile).toList())
                .as("hostile texts");
    }

    private static MadeUpTarget hostile(String name) {
        int place = Hostile.NAMES.indexOf(name);
        Outcome outcome = place == 0
                ? Outcome.diedUnderLoad(Hostile.TEXT)
                : place == 1 ? Outcome.failedToStart(Hostile.TEXT) : Outcome.MEASURED;
        MadeUpTarget target =
                place == 2 ? MadeUpTarget.failing(name, 20, Hostile.MESSAGES) : MadeUpTarget.good(name, 1 + place);
        return target.saying(Hostile.TEXT, "http://127.0.0.1/?" + Hostile.TEXT, outcome);
    }
}
