package weighbridge.workload;

import java.util.Arrays;
import java.util.Map;

/**
 * Many calls at once, each on a connection of its own.
 *
 * @param calls of one burst
 * @param warmup the most unlogged bursts at each target before its measured one; 0 = cold
 */
public record BurstLoad(int calls, int warmup) implements Workload {
    static BurstLoad read(SettingReader reader) {
        String fix = "leave it out, or run the simulation of such a load";
        Arrays.stream(Setting.values())
                .filter(setting -> !setting.isOf(Kind.BURST))
                .forEach(setting -> reader.refuse(setting, "is of loads that go on for a time", fix));
        return new BurstLoad(reader.integer(Setting.CALLS, 1, 1_000_000), reader.integer(Setting.WARMUP, 0, 1_000));
    }

    @Override
    public Kind kind() {
        return Kind.BURST;
    }

    @Override
    public Map<String, String> settings() {
        return Workload.named("calls", calls, "warmup", warmup);
    }

    @Override
    public WorkloadJson json() {
        return new WorkloadJson(calls, warmup, null);
    }
}
