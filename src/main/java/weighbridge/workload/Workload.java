package weighbridge.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import weighbridge.figure.Slo;

/** How servers are loaded, with the settings that only such a run has. */
public sealed interface Workload permits BurstLoad, TimedLoad {
    /** The most rounds that a run may have. */
    int MOST_ROUNDS = 1_000;

    /** What a simulation is made for, before its settings are read. */
    enum Kind {
        /** Many users at once, one target after the other. */
        BURST(BurstLoad::read),
        /** One rate, or one number of users, for a time. */
        STEADY(Steady::read),
        /** Many rates, until the highest is found that a server holds. */
        CAPACITY(CapacitySearch::read);

        private final Function<SettingReader, Workload> reading;

        Kind(Function<SettingReader, Workload> reading) {
            this.reading = reading;
        }

        Workload read(SettingReader reader) {
            return reading.apply(reader);
        }
    }

    /** Which simulation it is of. */
    Kind kind();

    /** Its own settings by name, in the order in which they are told, each as it can be given again. */
    Map<String, String> settings();

    /** As it stands in {@code run.json}. */
    WorkloadJson json();

    static Map<String, String> named(Object... namesAndValues) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            named.put(namesAndValues[index].toString(), namesAndValues[index + 1].toString());
        }
        return named;
    }

    /** How many rounds were asked for. */
    default int rounds(SettingReader reader) {
        return reader.integer(Setting.ROUNDS, 1, MOST_ROUNDS);
    }

    /** What was promised of the targets. */
    default List<Slo> slo(SettingReader reader) {
        return reader.promises(Setting.SLO.usual(kind()));
    }
}
