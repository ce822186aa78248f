package weighbridge.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.capacity.InstancePlan.Resource;

class InstancePlanTest {
    private static final List<String> PARTS = List.of("0.1", "0.3", "0.5", "0.7", "0.95", "1");

    /** Exact quotients are themselves, and the least above them is one more: 20,000 ÷ (4,000 × 0.5) = 10. */
    @ParameterizedTest
    @CsvSource({
        "20000, 0.5, 4000, 10",
        "20000.001, 0.5, 4000, 11",
        "19999.999, 0.5, 4000, 10",
        "21000, 0.3, 1000, 30",
        "21000.001, 0.3, 1000, 31",
        "2.7, 0.1, 1, 3",
        "0.3, 0.9, 1, 3",
        "0.7, 0.9, 1, 7",
        "630, 0.1, 100, 7",
        "4200, 0, 4200, 1",
        "4201, 0, 4200, 2",
        "0.001, 0.99, 100000, 1",
        "20000, 0.3, 4050, 8",
        "999999999, 0.999999999, 0.001, 999999999000000000000"
    })
    void instancesByTheRate(BigDecimal peak, BigDecimal headroom, BigDecimal rate, String instances) {
        InstancePlan plan =
                InstancePlan.of(Demand.of(peak, headroom), host("1", "1"), new InstanceCost(rate, null, null));

        assertThat(plan.instances()).hasToString(instances);
        assertThat(plan.instancesBoundBy()).isEqualTo(Resource.RATE);
        assertThat(plan.hosts()).isNull();
        assertThat(plan.possible()).isTrue();
        assertThat(plan.hostsBoundBy()).isEmpty();
    }

    /** P · S ÷ (1000 · K · U): 20,000 calls/s of 0.28 ms are 5.6 cores, and 8 cores have 5.6 at 70 %. */
    @ParameterizedTest
    @CsvSource({
        "20000, 0.28, 8, 0.7, 1",
        "20000.001, 0.28, 8, 0.7, 2",
        "40000, 0.28, 8, 0.7, 2",
        "30000, 0.1, 1, 0.1, 30",
        "20000, 0.081, 8, 0.7, 1",
        "20000, 0.3, 2, 1, 3",
        "20000, 0.300001, 2, 1, 4"
    })
    void hostsByCpu(BigDecimal peak, BigDecimal seconds, BigDecimal cores, BigDecimal utilization, long hosts) {
        Demand demand = new Demand(peak, new BigDecimal("0.3"), utilization);

        InstancePlan plan = InstancePlan.of(
                demand, new HostSize(cores, BigDecimal.ONE), new InstanceCost(BigDecimal.ONE, seconds, null));

        assertThat(plan.byCpu().up()).isEqualTo(hosts);
    }

    /** An instance at 1,000 · 0.5 calls/s of 2 ms takes one core of those that may be busy. */
    @ParameterizedTest
    @CsvSource({"8, 2, 8", "8, 2.0001, 7", "8, 1.9999, 8", "2, 2, 2", "1.5, 2, 1", "8, 2.1, 7"})
    void instancesThatFitByCpu(BigDecimal busy, BigDecimal seconds, long fit) {
        HostSize host = new HostSize(busy.multiply(BigDecimal.valueOf(2)), BigDecimal.ONE);

        InstancePlan plan = InstancePlan.of(demand("100", "0.5"), host, cost("1000", seconds.toString(), null));

        assertThat(plan.fitByCpu().down()).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource({"1000, 0.3, 70, 10", "1000, 0.3, 70.01, 9", "999.99, 0.3, 70, 9", "16384, 0, 96, 170", "64, 0.3, 96, 0"
    })
    void instancesThatFitByMemory(String memory, String headroom, String peak, long fit) {
        InstancePlan plan = InstancePlan.of(demand("100", headroom), host("1", memory), cost("1000", null, peak));

        assertThat(plan.fitByMemory().down()).isEqualTo(fit);
    }

    /** Ten instances that take a core and 100 MiB each: 7 of them fit 10 cores at 70 %, and 5 fit 715 MiB. */
    @ParameterizedTest
    @CsvSource({
        "10, 16384, 2, CPU",
        "20, 16384, 1, ''",
        "10, 572, 3, MEMORY",
        "10, 571, 4, MEMORY",
        "10, 715, 2, CPU MEMORY",
        "10, 100, 'null', MEMORY",
        "1.429, 16384, 10, CPU"
    })
    void theTighterResourceDecidesHowManyHosts(String cores, String memory, String hosts, String bound) {
        InstancePlan plan =
                InstancePlan.of(demand("7000", "0.3"), host(cores, memory), cost("1000", "1.428571", "100"));

        assertThat(plan.instances()).isEqualTo(10);
        assertThat(String.valueOf(plan.hosts())).isEqualTo(hosts);
        assertThat(plan.hostsBoundBy().stream().map(Resource::name).toList())
                .isEqualTo(bound.isEmpty() ? List.of() : List.of(bound.split(" ")));
        assertThat(plan.possible()).isEqualTo(!hosts.equals("null"));
    }

    /** 100 calls/s are 0.1 of one instance, and 0.2 cores; one core may carry it, but nobody has seen that. */
    @Test
    void anInstanceThatWasNeverMeasuredWithSoFewCoresIsBoundByThem() {
        InstancePlan plan = InstancePlan.of(demand("100", "0.3"), host("1", "1024"), cost("1000", "2", null));

        assertThat(plan.instances()).isEqualTo(1);
        assertThat(plan.hosts()).isEqualTo(1);
        assertThat(plan.instancesBoundBy()).isEqualTo(Resource.CPU);
    }

    @Test
    void aResourceThatIsNotKnownIsLeftOut() {
        InstancePlan onlyMemory = InstancePlan.of(demand("7000", "0.3"), host("1", "570"), cost("1000", null, "100"));
        InstancePlan onlyCpu = InstancePlan.of(demand("7000", "0.3"), host("10", "1"), cost("1000", "1.428571", null));

        assertThat(onlyMemory.hosts()).isEqualTo(4);
        assertThat(onlyMemory.hostsBoundBy()).containsExactly(Resource.MEMORY);
        assertThat(onlyCpu.hosts()).isEqualTo(2);
        assertThat(onlyCpu.hostsBoundBy()).containsExactly(Resource.CPU);
    }

    /** Measured with 2 cores at 1,000 calls/s. One core carries 500, of which 70 % are 350: 7,000 need 20 of them. */
    @Test
    void aHostOfFewerCoresThanWereTakenCarriesLess() {
        InstancePlan enough = InstancePlan.of(demand("7000", "0.3"), host("2", "1024"), cost("1000", "2", null));
        InstancePlan fewer = InstancePlan.of(demand("7000", "0.3"), host("1", "1024"), cost("1000", "2", null));

        assertThat(enough.confined()).isFalse();
        assertThat(enough.unmeasured()).isFalse();
        assertThat(enough.instances()).isEqualTo(10);
        assertThat(enough.fit()).isEqualTo(1);
        assertThat(enough.hosts()).isEqualTo(10);
        assertThat(fewer.confined()).isTrue();
        assertThat(fewer.unmeasured()).isTrue();
        assertThat(fewer.instances()).isEqualTo(20);
        assertThat(fewer.fit()).isEqualTo(1);
        assertThat(fewer.hosts()).isEqualTo(20);
        assertThat(fewer.instancesBoundBy()).isEqualTo(Resource.CPU);
        assertThat(fewer.hostsBoundBy()).containsExactly(Resource.CPU);
    }

    @Test
    void aHostOfMoreCoresCarriesMoreInstancesAndNoneOfThemMore() {
        InstancePlan two = InstancePlan.of(demand("7000", "0.3"), host("2", "1024"), cost("1000", "2", null));
        InstancePlan eight = InstancePlan.of(demand("7000", "0.3"), host("8", "1024"), cost("1000", "2", null));

        assertThat(eight.instances()).isEqualTo(two.instances());
        assertThat(eight.fit()).isEqualTo(4);
        assertThat(eight.hosts()).isEqualTo(3);
    }

    /** With half of 2 cores one carries 500 calls/s of 2 ms; all cores busy are of no use to one that keeps its headroom. */
    @ParameterizedTest
    @CsvSource({"2, 0.5, 14, 1, 14", "2, 1, 10, 1, 10", "1, 1, 20, 1, 20", "1, 0.35, 40, 1, 40"})
    void howBusyCoresMayBeIsKeptBesideTheHeadroom(
            String cores, String utilization, long instances, long fit, long hosts) {
        Demand demand = new Demand(new BigDecimal("7000"), new BigDecimal("0.3"), new BigDecimal(utilization));

        InstancePlan plan = InstancePlan.of(demand, host(cores, "1024"), cost("1000", "2", null));

        assertThat(plan.instances()).isEqualTo(instances);
        assertThat(plan.fit()).isEqualTo(fit);
        assertThat(plan.hosts()).isEqualTo(hosts);
        assertThat(plan.unmeasured()).isEqualTo(cores.equals("1"));
    }

    @Test
    void hostsAreNeverFewerThanByCpuAndNeverBusierThanAllowed() {
        for (String headroom : PARTS.subList(0, PARTS.size() - 1)) {
            for (String utilization : PARTS) {
                for (String peak : List.of("1", "999", "20000", "123456.789")) {
                    for (String cores : List.of("0.5", "1", "2", "7", "64")) {
                        for (String seconds : List.of("0.01", "0.3", "2.9", "40")) {
                            Demand demand = new Demand(
                                    new BigDecimal(peak), new BigDecimal(headroom), new BigDecimal(utilization));
                            InstancePlan plan =
                                    InstancePlan.of(demand, host(cores, "1024"), cost("333.33", seconds, "1"));

                            assertThat(plan.hosts())
                                    .isGreaterThanOrEqualTo(plan.byCpu().up());
                            assertThat(plan.instances())
                                    .isGreaterThanOrEqualTo(plan.byRate().up());
                            assertThat(plan.fitByCpu().down()).isPositive();
                            assertThat(plan.unmeasured() && !plan.confined()).isFalse();
                        }
                    }
                }
            }
        }
    }

    private static Demand demand(String peak, String headroom) {
        return Demand.of(new BigDecimal(peak), new BigDecimal(headroom));
    }

    private static HostSize host(String cores, String mebibytes) {
        return new HostSize(new BigDecimal(cores), new BigDecimal(mebibytes));
    }

    private static InstanceCost cost(String rate, String seconds, String mebibytes) {
        return new InstanceCost(
                new BigDecimal(rate),
                seconds == null ? null : new BigDecimal(seconds),
                mebibytes == null ? null : new BigDecimal(mebibytes));
    }
}
