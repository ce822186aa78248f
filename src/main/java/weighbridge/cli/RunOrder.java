package weighbridge.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weighbridge.engine.GatlingStart;
import weighbridge.text.InputException;
import weighbridge.text.TypedPath;
import weighbridge.workload.Setting;
import weighbridge.workload.Settings;
import weighbridge.workload.Workload.Kind;

/**
 * A run that is asked for.
 *
 * @param simulation name of its class
 * @param properties system properties that it gets: its settings, and what else was given with -D
 */
record RunOrder(String simulation, Map<String, String> properties) {
    /** The property by which another simulation can be named, as for Gatling's Maven plugin. */
    static final String SIMULATION = "gatling.simulationClass";

    /** Copies the map. */
    RunOrder {
        properties = new LinkedHashMap<>(properties);
    }

    /** A run of this kind, unless its properties name another simulation. */
    static RunOrder of(Kind kind, Map<String, String> properties) {
        return new RunOrder(properties.getOrDefault(SIMULATION, GatlingStart.simulation(kind)), properties);
    }

    /** @throws InputException naming every wrong setting at once, as the run would only later */
    RunOrder check() {
        for (Kind kind : Kind.values()) {
            if (simulation.equals(GatlingStart.simulation(kind))) {
                Settings.from(kind, properties::get);
            }
        }
        return this;
    }

    /** For this JVM. */
    void setProperties() {
        properties.forEach(System::setProperty);
        System.setProperty(SIMULATION, simulation);
    }

    /** For a JVM that is started. */
    List<String> options() {
        return properties.entrySet().stream()
                .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                .toList();
    }

    /** Where its run folder will be. */
    Path results() {
        return TypedPath.of(properties.getOrDefault(Setting.RESULTS.key(), Setting.RESULTS.usual(Kind.BURST)));
    }
}
