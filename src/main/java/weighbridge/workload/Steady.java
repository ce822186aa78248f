package weighbridge.workload;

/** A load that stays the same for a time: a rate, or a number of users. */
public sealed interface Steady extends TimedLoad permits OpenLoad, ClosedLoad {
    static Steady read(SettingReader reader) {
        TimedLoad.refuseBursts(reader);
        reader.refuse(
                Setting.LIMIT, "is of the search for a capacity", "choose the length of the load with -Dduration=30s");
        return reader.given(Setting.CONCURRENCY).isPresent() ? ClosedLoad.read(reader) : OpenLoad.read(reader);
    }

    @Override
    default Kind kind() {
        return Kind.STEADY;
    }
}
