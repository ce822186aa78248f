package weighbridge.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import weighbridge.capacity.Bound;
import weighbridge.capacity.CapacityFinding.Caveat;
import weighbridge.capacity.CapacityFinding.Limit;
import weighbridge.capacity.CapacityFinding.Quoted;
import weighbridge.capacity.CapacityFinding.Reason;
import weighbridge.capacity.CapacityFinding.StepBroke;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.CapacityReport.Memory;
import weighbridge.capacity.CapacityReport.Point;
import weighbridge.capacity.ConnectionMemory;
import weighbridge.capacity.Latency;
import weighbridge.capacity.LoadReport;
import weighbridge.capacity.ProbeReport;
import weighbridge.capacity.StepVerdict;
import weighbridge.capacity.UslReport;
import weighbridge.capacity.UslReport.Parameter;
import weighbridge.workload.Purpose;

/** Capacity cards with round figures. */
final class MadeUpCards {
    private static final List<String> PROMISES = List.of("p99 < 50 ms", "errors < 0.1%");
    private static final long MIB = 1 << 20;

    private MadeUpCards() {}

    /** 4,100 calls/s, of which all is known. */
    static CapacityReport bySlo() {
        return new CapacityReport(
                PROMISES,
                4100.0,
                4087.4,
                4280.0,
                Bound.SLO,
                new Quoted("p99 < 50 ms: it was 61.2 ms at 4,280 calls/s"),
                3,
                30,
                List.of(
                        new Point(0.5, 2050, 0.312, 1.204, 2.31, 12.044, 80 * MIB, 0.61),
                        new Point(0.8, 3280, 0.498, 4.51, 9.727, 48.127, 88 * MIB, 1.1),
                        new Point(1, 4100, 1.207, 18.303, 41.215, 1001.471, 100 * MIB, 1.64)),
                new Memory(57 * MIB, 100 * MIB, 104 * MIB, 82 * MIB),
                100.0 * MIB / 4.1,
                0.4,
                new ConnectionMemory(
                        12_595,
                        410,
                        List.of(
                                new ConnectionMemory.Point(0, 82 * MIB),
                                new ConnectionMemory.Point(500, 88 * MIB),
                                new ConnectionMemory.Point(1000, 94 * MIB))),
                // Most at √((1 − σ) ÷ κ) users.
                new UslReport(
                        7,
                        64,
                        new Parameter(450, 441.2, 460.9),
                        new Parameter(0.02, 0.0182, 0.0213),
                        new Parameter(0.0005, 0.00047, 0.00052),
                        new UslReport.Peak(new Parameter(44.272, 42.1, 47.5), new Parameter(7056.4, 6990.2, 7120.9)),
                        null),
                812L,
                412.4,
                List.of(new Quoted("the last confirming process was late by 2 % in its first second")),
                probes());
    }

    /** The generator could do no more: 6,000 calls/s at least. */
    static CapacityReport byGenerator() {
        return new CapacityReport(
                PROMISES,
                6000.0,
                5990.7,
                null,
                Bound.GENERATOR,
                new Quoted("the generator: it was 28 ms late at 8,000 calls/s"),
                3,
                30,
                List.of(new Point(1, 6000, 0.901, 9.007, null, 30.015, null, null)),
                new Memory(62 * MIB, null, null, null),
                null,
                null,
                null,
                new UslReport(4, 8, null, null, null, null, new Quoted("4 loads are too few: six at least tell it")),
                null,
                301,
                List.of(),
                List.of(
                        probe(20, 1, Purpose.BRACKET, open(4000, 5, 20_000, 20_000, 2.5, 4.12), StepVerdict.KEPT),
                        probe(
                                21,
                                1,
                                Purpose.BRACKET,
                                open(8000, 5, 37_120, 37_120, 31.7, 212.5),
                                StepVerdict.INCONCLUSIVE,
                                "the generator was late: p99 of its own lag 28 ms",
                                "achieved 92.8 % of the rate")));
    }

    /** Not even the least rate that was tried. */
    static CapacityReport none() {
        return new CapacityReport(
                PROMISES,
                null,
                null,
                50.0,
                Bound.SLO,
                new Quoted("errors < 0.1%: 1.6 % at 50 calls/s"),
                0,
                30,
                List.of(),
                new Memory(null, null, null, null),
                null,
                null,
                null,
                null,
                95L,
                21.5,
                List.of(),
                List.of(
                        probe(
                                30,
                                1,
                                Purpose.BRACKET,
                                open(500, 5, 2500, 1000, 1000.2, 499.9),
                                StepVerdict.BROKEN,
                                "errors: 60 % of 2,500 calls",
                                "more and more calls in flight"),
                        probe(
                                31,
                                1,
                                Purpose.NARROW,
                                open(50, 5, 250, 246, null, 2.4),
                                StepVerdict.BROKEN,
                                "errors: 1.6 % of 250 calls")));
    }

    /** A card that says this and nothing else. */
    static CapacityReport of(String promise, Double callsPerSecond, Double low, Double high, Bound bound) {
        int confirmed = callsPerSecond == null ? 0 : CapacityReport.CONFIRMATIONS;
        return of(List.of(promise), callsPerSecond, low, high, bound, null, confirmed, List.of(), List.of());
    }

    /** A rate between 4,087 and 4,280 that so many fresh processes held. */
    static CapacityReport confirmedIn(int processes) {
        return of(List.of("p99 < 50 ms"), 4100.0, 4087.0, 4280.0, Bound.SLO, null, processes, List.of(), List.of());
    }

    /** One without a rate, for its first load step broke on these. */
    static CapacityReport of(Bound bound, Reason... reasons) {
        StepBroke broke = new StepBroke(bound, List.of(reasons), 800);
        return of(List.of("p99 < 50 ms"), null, null, null, bound, broke, 0, List.of(), List.of());
    }

    /** A rate that no fresh process was asked for. */
    static CapacityReport ofSearch() {
        return confirmedIn(0);
    }

    /** The same rate and probes as of {@link #bySlo}, and these texts. */
    static CapacityReport saying(String text) {
        return of(
                List.of(text),
                4100.0,
                4087.4,
                4280.0,
                Bound.SLO,
                new Quoted(text),
                1,
                List.of(new Quoted(text)),
                probes());
    }

    /** What {@link #bySlo} held in its search no fresh process held. */
    static CapacityReport unconfirmed() {
        return of(PROMISES, null, null, 4280.0, Bound.SLO, bySlo().binds(), 0, List.of(), probes());
    }

    private static CapacityReport of(
            List<String> promises,
            Double callsPerSecond,
            Double low,
            Double high,
            Bound bound,
            Limit binds,
            int confirmed,
            List<Caveat> remarks,
            List<ProbeReport> probes) {
        return new CapacityReport(
                promises,
                callsPerSecond,
                low,
                high,
                bound,
                binds,
                confirmed,
                30,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                60,
                remarks,
                probes);
    }

    private static List<ProbeReport> probes() {
        List<ProbeReport> probes = new ArrayList<>(List.of(
                probe(1, 1, Purpose.BRACKET, open(1000, 5, 5000, 5000, 1.9, 0.31), StepVerdict.KEPT),
                probe(2, 1, Purpose.BRACKET, open(4000, 5, 20_000, 20_000, 38.2, 4.4), StepVerdict.KEPT),
                probe(
                        3,
                        1,
                        Purpose.BRACKET,
                        open(8000, 5, 38_000, 30_000, 900.1, 498),
                        StepVerdict.BROKEN,
                        "p99: 900.1 ms",
                        "more and more calls in flight"),
                probe(
                        4,
                        1,
                        Purpose.NARROW,
                        open(4280, 10, 42_800, 42_800, 61.2, 6.1),
                        StepVerdict.BROKEN,
                        "p99: 61.2 ms"),
                probe(5, 2, Purpose.HALF, open(2050, 30, 61_500, 61_500, 2.31, 0.7), StepVerdict.KEPT),
                probe(6, 2, Purpose.MOST, open(3280, 30, 98_400, 98_400, 9.727, 2.2), StepVerdict.KEPT)));
        for (int process = 2; process <= 4; process++) {
            probes.add(probe(
                    5 + process,
                    process,
                    Purpose.CONFIRM,
                    open(4100, 30, 123_000, 122_995, 41.215, 5.2),
                    StepVerdict.KEPT));
        }
        probes.add(probe(
                10,
                4,
                Purpose.CLOSED,
                MadeUpLoads.closed(64, true, 32_010, 6402, 9.996, 0.0003),
                StepVerdict.UNJUDGED));
        probes.add(probe(
                11,
                4,
                Purpose.CONNECTIONS,
                new LoadReport("closed", null, 1000, true, 1000, 5, 0, 0, 0, null, null, null, 0, 0, false, null, null),
                StepVerdict.UNJUDGED));
        return probes;
    }

    private static LoadReport open(int rate, double seconds, long calls, long succeeded, Double p99, double inFlight) {
        Latency latency = new Latency(succeeded, 0.101, 1, 0.9, 1, 1.5, p99, 1001.471);
        return new LoadReport(
                "open",
                (double) rate,
                null,
                true,
                500,
                seconds,
                calls,
                succeeded,
                succeeded / (seconds + 0.0032),
                latency,
                latency,
                new LoadReport.Lag(2.4, 11.02, 2.1),
                0,
                inFlight,
                inFlight > 400,
                null,
                null);
    }

    private static ProbeReport probe(
            int number, int round, Purpose purpose, LoadReport load, StepVerdict verdict, String... reasons) {
        boolean read = load.calls() != 250;
        return new ProbeReport(
                number,
                round,
                purpose,
                load,
                read ? 0.4 : null,
                0.5,
                read ? 96 * MIB : null,
                read ? 97 * MIB : null,
                verdict,
                switch (verdict) {
                    case BROKEN -> Bound.SLO;
                    case INCONCLUSIVE -> Bound.GENERATOR;
                    default -> null;
                },
                Stream.of(reasons).<Reason>map(Quoted::new).toList());
    }
}
