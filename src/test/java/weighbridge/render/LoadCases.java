package weighbridge.render;

import java.util.LinkedHashMap;
import java.util.Map;
import weighbridge.capacity.CapacityReport;
import weighbridge.capacity.LoadReport;

/** The runs of loads that go on for a time. */
final class LoadCases {
    private LoadCases() {}

    /** One that its promises bind, one that the generator does, one that held nothing and one that did not start. */
    static PageCase capacity() {
        Map<String, CapacityReport> capacities = new LinkedHashMap<>();
        capacities.put("netty", PageMadeUpCapacity.bound());
        capacities.put("broken", null);
        capacities.put("{a}jetty", PageMadeUpCapacity.generatorBound());
        capacities.put("spark", PageMadeUpCapacity.none());
        return PageMadeUpLoadRun.capacity("a capacity", capacities);
    }

    /** An open load, in which some calls failed, and a closed one. */
    static PageCase steady() {
        Map<String, LoadReport> loads = new LinkedHashMap<>();
        loads.put(
                "netty",
                new LoadReport(
                        "open",
                        500.0,
                        null,
                        true,
                        500,
                        10,
                        5000,
                        4990,
                        498.75,
                        MadeUpProbes.latency(4990, 2),
                        MadeUpProbes.latency(4990, 2.5),
                        new LoadReport.Lag(0.9, 14.25, 0.4),
                        7,
                        1.2,
                        false,
                        null));
        loads.put(
                "jetty",
                new LoadReport(
                        "closed",
                        null,
                        8,
                        false,
                        8,
                        10,
                        200,
                        200,
                        20,
                        MadeUpProbes.latency(200, 400),
                        null,
                        null,
                        0,
                        8,
                        false,
                        0.0125));
        return PageMadeUpLoadRun.steady("a steady load", loads);
    }
}
