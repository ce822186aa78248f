package weighbridge.targets;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import weighbridge.server.Catalogue;
import weighbridge.server.Serving;
import weighbridge.server.Target;
import weighbridge.server.Version;

/** What a target needs of the system that neither Maven nor we bring. */
public final class Prerequisites {
    /** Set by every known CI, and by {@code .ci/run}, which installs what is needed: nothing may be missing there. */
    private static final String CI = "CI";

    private Prerequisites() {}

    /** The same for all targets of a group. */
    public static void requireGroup(String group) throws InterruptedException {
        for (Target target : Catalogue.of(Path.of("targets")).select(List.of(group), List.of())) {
            require(target);
        }
    }

    /** Skips the test where the target's interpreter or framework is not installed; in CI that is a failure. */
    static void require(Target target) throws InterruptedException {
        Optional<String> missing = missing(target);
        if (missing.isPresent() && System.getenv(CI) != null) {
            fail(target.name() + ": " + missing.get());
        }
        missing.ifPresent(line -> abort(target.name() + " skipped: " + line));
    }

    /** Asks the program itself; any other fault of it is left to the test. */
    private static Optional<String> missing(Target target) throws InterruptedException {
        List<String> command = ((Version.Printed) target.version()).command();
        try {
            Outcome outcome = Outcome.of(target.folder(), command, ((Serving.Started) target.serving()).env());
            return Optional.of(outcome.output().strip()).filter(line -> line.contains(" is not installed; "));
        } catch (IOException e) {
            return Optional.of("there is no " + command.get(0));
        }
    }
}
