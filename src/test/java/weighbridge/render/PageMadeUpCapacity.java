package weighbridge.render;

import static weighbridge.capacity.StepVerdict.BROKEN;
import static weighbridge.capacity.StepVerdict.INCONCLUSIVE;
import static weighbridge.capacity.StepVerdict.KEPT;
import static weighbridge.capacity.StepVerdict.UNJUDGED;
import static weighbridge.workload.Purpose.BRACKET;
import static weighbridge.workload.Purpose.CONFIRM;
import static weighbridge.workload.Purpose.HALF;
import static weighbridge.workload.Purpose.MOST;
import static weighbridge.workload.Purpose.NARROW;
import static weighbridge.workload.Purpose.WARM_UP;

import java.util.List;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityFinding.Quoted;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.ConnectionMemory;
import weighbridge.capacity.UslReport;
import weighbridge.capacity.UslReport.Parameter;

/** Capacity cards that were made up. */
final class PageMadeUpCapacity {
    static final List<String> PROMISES = List.of("p99 < 50 ms", "errors < 0.1%");
    private static final long MIB = 1024 * 1024;
    private static final String P99 = "p99 < 50 ms: 61.3 ms";

    private PageMadeUpCapacity() {}

    /** One of which all is known: its promises bind it. */
    static CapacityReport bound() {
        MadeUpProbes probes = new MadeUpProbes(4200, 55)
                .open(1, WARM_UP, 200, 3, UNJUDGED)
                .open(1, BRACKET, 250, 5, KEPT)
                .open(1, BRACKET, 500, 5, KEPT)
                .open(1, BRACKET, 1000, 5, KEPT)
                .open(1, BRACKET, 2000, 5, KEPT)
                .open(1, BRACKET, 4000, 5, KEPT)
                .open(1, BRACKET, 8000, 5, BROKEN, P99)
                .open(1, NARROW, 5600, 5, BROKEN, P99, "achieved 93 % of what was offered")
                .open(1, NARROW, 4700, 5, BROKEN, P99)
                .open(1, NARROW, 4400, 5, BROKEN, P99);
        for (int users : new int[] {1, 2, 4, 8, 16, 32, 64}) {
            probes.closed(1, users, 610.0 * users / (1 + 0.02 * (users - 1) + 0.0004 * users * (users - 1)));
        }
        for (int round = 2; round <= 4; round++) {
            probes.open(round, HALF, 2100, 30, KEPT)
                    .open(round, MOST, 3360, 30, KEPT)
                    .open(round, CONFIRM, 4200 + round / 10.0, 30, KEPT);
        }
        return new CapacityReport(
                PROMISES,
                4200.0,
                4187.3,
                4400.0,
                Bound.SLO,
                new Quoted("the promise p99 < 50 ms: broken at 4,400 calls/s, while it used 0.49 of 2 cores"),
                3,
                30,
                points(4200),
                new CapacityReport.Memory(55 * MIB, 76 * MIB, 83 * MIB, 61 * MIB),
                18.1 * MIB,
                0.111,
                new ConnectionMemory(
                        1310.7,
                        42.5,
                        List.of(
                                new ConnectionMemory.Point(0, 55 * MIB),
                                new ConnectionMemory.Point(500, 55 * MIB + 655_000),
                                new ConnectionMemory.Point(1000, 56 * MIB + 262_000))),
                new UslReport(
                        7,
                        64,
                        new Parameter(610, 602, 618.0),
                        new Parameter(0.02, 0.017, 0.024),
                        new Parameter(0.0004, 0.0003, 0.0005),
                        new UslReport.Peak(new Parameter(49.5, 44, 57.0), new Parameter(10_260, 10_100, 10_400.0)),
                        null),
                312L,
                341.5,
                List.of(new Quoted("The first process answered slower than the other two.")),
                probes.all());
    }

    /** One that the generator could not bring to its limit, and of which little could be read. */
    static CapacityReport generatorBound() {
        MadeUpProbes probes = new MadeUpProbes(6200, 180)
                .open(1, BRACKET, 500, 5, KEPT)
                .open(1, BRACKET, 2000, 5, KEPT)
                .open(1, BRACKET, 8000, 5, INCONCLUSIVE, "the generator was 12.5 ms late")
                .open(1, NARROW, 6000, 5, KEPT)
                .open(2, CONFIRM, 6000, 30, KEPT)
                .open(3, CONFIRM, 6000, 30, KEPT)
                .open(4, CONFIRM, 6000, 30, KEPT)
                .closed(1, 4, 3900);
        return new CapacityReport(
                PROMISES,
                6000.0,
                5990.2,
                null,
                Bound.GENERATOR,
                new Quoted("the generator: it was 12.5 ms late at 8,000 calls/s"),
                3,
                30,
                points(6000),
                new CapacityReport.Memory(180 * MIB, null, null, null),
                null,
                null,
                null,
                new UslReport(1, 4, null, null, null, null, new Quoted("1 closed load is too few, it takes 6")),
                null,
                120.25,
                List.of(),
                probes.all());
    }

    /** One that held nothing at all. */
    static CapacityReport none() {
        return new CapacityReport(
                PROMISES,
                null,
                null,
                50.0,
                Bound.SLO,
                new Quoted("the promise errors < 0.1%"),
                0,
                30,
                List.of(),
                new CapacityReport.Memory(null, null, null, null),
                null,
                null,
                null,
                null,
                95L,
                12,
                List.of(new Quoted("It answered no call.")),
                new MadeUpProbes(40, 20)
                        .silent(1, 50)
                        .open(1, BRACKET, 25, 5, BROKEN, "errors < 0.1 %: 2 %")
                        .all());
    }

    /** One of about as many load steps as a search makes. @param atLeast whether the generator was the limit */
    static CapacityReport of(double rate, double rssMiB, boolean atLeast) {
        MadeUpProbes probes = new MadeUpProbes(rate, rssMiB).open(1, WARM_UP, 200, 3, UNJUDGED);
        for (double tried = 250; tried < rate; tried *= 2) {
            probes.open(1, BRACKET, tried, 5, KEPT);
        }
        for (double share : new double[] {1.6, 1.3, 1.15, 1.05}) {
            if (atLeast) {
                probes.open(1, NARROW, share * rate, 5, INCONCLUSIVE, "the generator was 12.5 ms late");
            } else {
                probes.open(1, NARROW, share * rate, 5, BROKEN, P99, "achieved 93 % of what was offered");
            }
        }
        for (int users : new int[] {1, 2, 4, 8, 16, 32, 64}) {
            probes.closed(1, users, 0.15 * rate * users / (1 + 0.02 * (users - 1) + 0.0004 * users * (users - 1)));
        }
        for (int round = 2; round <= 4; round++) {
            probes.open(round, HALF, 0.5 * rate, 30, KEPT)
                    .open(round, MOST, 0.8 * rate, 30, KEPT)
                    .open(round, CONFIRM, rate, 30, KEPT);
        }
        long bytes = Math.round(rssMiB * MIB);
        return new CapacityReport(
                PROMISES,
                rate,
                0.997 * rate,
                1.05 * rate,
                atLeast ? Bound.GENERATOR : Bound.SLO,
                new Quoted(atLeast ? "the generator: it was 12.5 ms late" : P99),
                3,
                30,
                points(rate),
                new CapacityReport.Memory(bytes, bytes + 20 * MIB, bytes + 27 * MIB, bytes + 6 * MIB),
                18.1 * MIB,
                0.111,
                null,
                new UslReport(
                        7,
                        64,
                        new Parameter(0.15 * rate, 0.14 * rate, 0.16 * rate),
                        new Parameter(0.02, 0.017, 0.024),
                        new Parameter(0.0004, 0.0003, 0.0005),
                        new UslReport.Peak(new Parameter(49.5, 44, 57.0), new Parameter(10_260, 10_100, 10_400.0)),
                        null),
                312L,
                341.5,
                List.of(),
                probes.all());
    }

    private static List<CapacityReport.Point> points(double rate) {
        return List.of(point(0.5, rate, 2.4), point(0.8, rate, 6.1), point(1, rate, 38.25));
    }

    private static CapacityReport.Point point(double share, double rate, double p99) {
        return new CapacityReport.Point(
                share,
                share * rate,
                p99 / 4,
                p99 / 2,
                p99,
                3 * p99,
                Math.round(60 * MIB * (1 + share)),
                0.11 * share * rate / 1000);
    }
}
