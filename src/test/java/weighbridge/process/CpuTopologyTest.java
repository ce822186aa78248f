package weighbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weighbridge.text.CpuList;

class CpuTopologyTest {
    @TempDir
    Path system;

    /** Siblings of each core, and processors of each memory node, separated by blanks; the split as servers:generator. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two cores            | 0 1             | 0-1     | 0-1   | 1:0",
                "three cores          | 0 1 2           | 0-2     | 0-2   | 2:0-1",
                "four cores           | 0 1 2 3         | 0-3     | 0-3   | 2-3:0-1",
                "siblings             | 0,4 1,5 2,6 3,7 | 0-7     | 0-7   | 2-3,6-7:0-1,4-5",
                "neighbouring siblings | 0-1 2-3        | 0-3     | 0-3   | 2-3:0-1",
                "two nodes            | 0 1 2 3         | 0-1 2-3 | 0-3   | 2-3:0-1",
                "nodes in turn        | 0 1 2 3         | 0,2 1,3 | 0-3   | 1,3:0,2",
                "unequal nodes        | 0 1 2 3 4 5     | 0-1 2-5 | 0-5   | 2-5:0-1",
                "one node is allowed  | 0 1 2 3         | 0-1 2-3 | 2-3   | 3:2",
                "half a core each     | 0,2 1,3         | 0-3     | 0,3   | 3:0",
            })
    void processorsAreHalvedByNodesOrByCores(String name, String cores, String nodes, String allowed, String split)
            throws IOException {
        machine(cores, nodes);

        assertThat(apart(allowed)).as(name).contains(split);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one processor          | 0       | 0       | 0",
                "one core of two threads | 0-1    | 0-1     | 0-1",
                "one of many is allowed | 0 1 2 3 | 0-1 2-3 | 2",
                "threads of one core    | 0,2 1,3 | 0-3     | 0,2",
            })
    void oneCoreCannotBeHalved(String name, String cores, String nodes, String allowed) throws IOException {
        machine(cores, nodes);

        assertThat(apart(allowed)).as(name).isEmpty();
    }

    @Test
    void whereTheSystemTellsNothingEachProcessorIsACore() {
        assertThat(apart("0-3")).contains("2-3:0-1");
    }

    private Optional<String> apart(String allowed) {
        CpuList cpus = CpuList.parse(allowed).orElseThrow();
        return CpuTopology.read(system, cpus)
                .ofGenerator(cpus)
                .map(generator -> cpus.without(generator).text() + ":" + generator.text());
    }

    private void machine(String cores, String nodes) throws IOException {
        for (String core : cores.split(" ")) {
            for (int cpu : CpuList.parse(core).orElseThrow().numbers()) {
                Path topology = Files.createDirectories(system.resolve("cpu/cpu" + cpu + "/topology"));
                Files.writeString(topology.resolve("thread_siblings_list"), core + "\n");
            }
        }
        int number = 0;
        for (String node : nodes.split(" ")) {
            Path folder = Files.createDirectories(system.resolve("node/node" + number++));
            Files.writeString(folder.resolve("cpulist"), node + "\n");
        }
    }
}
