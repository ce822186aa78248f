package weighbridge.render;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The browser of the system, where it has one. */
final class Chromium {
    private static final String INSTALL = "apt-get install chromium chromium-driver";
    /** Set by every known CI, and by {@code .ci/run}, which installs what is needed: nothing may be missing there. */
    private static final String CI = "CI";

    /** Kept, because a logger that nobody holds forgets its level. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private Chromium() {}

    /** Starts it with this folder as its profile; where it is not installed the test is skipped, in CI it fails. */
    static ChromeDriver start(Path profile) {
        Path browser = onPath("chromium");
        Path driver = onPath("chromedriver");
        // It looks for protocol classes of just this release; what is needed of the protocol is written out here.
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox", // it cannot be had as root in a container, and nothing but our own pages is opened
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-color-profile=srgb",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        // Both places are told, so that Selenium neither looks for them nor fetches any.
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    private static Path onPath(String program) {
        Optional<Path> found = find(program, System.getenv("PATH"));
        if (found.isEmpty()) {
            String missing = missing(program);
            if (System.getenv(CI) != null) {
                fail(missing);
            }
            abort("skipped: " + missing);
        }
        return found.orElseThrow();
    }

    /** What is said where one of them is not there. */
    static String missing(String program) {
        return "there is no " + program
                + " in the PATH; the pages are tested in Debian's packages chromium and chromium-driver: " + INSTALL;
    }

    /** The first program of this name in these folders. @param path as the variable PATH has it */
    static Optional<Path> find(String program, String path) {
        List<Path> folders = new ArrayList<>();
        Stream.of(path == null ? new String[0] : path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .forEach(folder -> folders.add(Path.of(folder)));
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
