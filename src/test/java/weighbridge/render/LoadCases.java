package weighbridge.render;

import java.util.LinkedHashMap;
import java.util.List;
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

    /** So many that are all known and close together; of the third the generator is the limit. @param count at most five */
    static PageCase fiveCapacities() {
        List<String> names = List.of("jdk-httpserver", "spark", "netty", "jetty", "dropwizard");
        double[] rates = {4100, 4210, 4250, 4330, 4050};
        Map<String, CapacityReport> capacities = new LinkedHashMap<>();
        for (int target = 0; target < names.size(); target++) {
            capacities.put(names.get(target), PageMadeUpCapacity.of(rates[target], 50 + 30 * target, target == 2));
        }
        return PageMadeUpLoadRun.capacity("five capacities", capacities);
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
                        null,
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
                        0.0125,
                        null));
        return PageMadeUpLoadRun.steady("a steady load", loads);
    }
}
