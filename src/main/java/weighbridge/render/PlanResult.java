package weighbridge.render;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import weighbridge.capacity.InstancePlan;
import weighbridge.capacity.Resource;

/** What a plan comes down to, with the resource that binds. */
final class PlanResult {
    private PlanResult() {}

    static String of(InstancePlan plan) {
        String instances = (plan.unmeasured() ? "at least " : "") + PlanNumbers.count(plan.instances(), "instance");
        if (!plan.possible()) {
            return instances + ", but a host has not the memory for one; binding: " + Resource.MEMORY.words();
        }
        return instances + hosts(plan) + "; binding: " + binding(plan);
    }

    private static String hosts(InstancePlan plan) {
        if (plan.hosts() == null) {
            return ", on how many hosts is not known";
        }
        boolean known = plan.fitByCpu() != null && plan.fitByMemory() != null;
        return " on " + (known ? "" : "at least ") + PlanNumbers.count(plan.hosts(), "host");
    }

    private static String binding(InstancePlan plan) {
        Resource one = plan.instancesBoundBy();
        List<Resource> hosts = plan.hostsBoundBy();
        boolean oneHost = BigInteger.ONE.equals(plan.hosts());
        if (oneHost && plan.instances().equals(BigInteger.ONE)) {
            return one == Resource.RATE ? "none, for one instance is enough" : one.words();
        }
        if (hosts.isEmpty() || hosts.equals(List.of(one))) {
            return one.words() + (oneHost ? ", for one host holds them all" : "");
        }
        return one.words() + " for the instances, "
                + hosts.stream().map(Resource::words).collect(Collectors.joining(" and ")) + " for the hosts";
    }
}
