package weighbridge.record;

import java.util.List;

/**
 * The first record of a log: which run it is.
 *
 * @param gatlingVersion the Gatling that wrote the log
 * @param simulationClass fully qualified name of the simulation
 * @param startEpochMillis when the run started, ms after the epoch; all other times count from here
 * @param description the run's description, empty when none was given
 * @param scenarios the scenarios' names
 * @param assertions how many assertions the simulation makes; the assertions themselves are not read
 */
public record RunHeader(
        String gatlingVersion,
        String simulationClass,
        long startEpochMillis,
        String description,
        List<String> scenarios,
        int assertions) {

    /** Keeps its own copy of the list. */
    public RunHeader {
        scenarios = List.copyOf(scenarios);
    }
}
