package weighbridge.engine;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weighbridge.faults.BadServer;
import weighbridge.faults.FailsUnderLoad;

/** One run with every server that starts and then misbehaves. */
@EnabledOnOs(OS.LINUX)
@Timeout(240)
@Tag("untimed")
class FailsUnderLoadIT {
    private static BadRun run;

    @BeforeAll
    static void run(@TempDir Path folder) throws Exception {
        run = new BadRun(folder, FailsUnderLoad.CALLS, servers());
    }

    @AfterAll
    static void close() {
        run.close();
    }

    static List<BadServer> servers() {
        return FailsUnderLoad.all();
    }

    @Test
    void theOthersAreComplete() throws Exception {
        run.requireOthersComplete();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void oneLineSaysItNothingIsLeftAndResultsAreKept(BadServer server) throws Exception {
        run.require(server);
    }
}
