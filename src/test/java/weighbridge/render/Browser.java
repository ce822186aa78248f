package weighbridge.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;
import weighbridge.text.Json;

/**
 * A real browser without a window and without a network. It opens pages from files, is used as a reader uses it, and tells
 * what the pages did.
 */
final class Browser implements AutoCloseable {
    /** Runs in each page before its own scripts. */
    private static final String WATCH = """
            window.violations = [];
            document.addEventListener("securitypolicyviolation", (event) =>
              window.violations.push(event.effectiveDirective + ": " + (event.blockedURI || event.sample)));
            window.alerts = [];
            for (const name of ["alert", "confirm", "prompt", "print"]) {
              window[name] = (text) => window.alerts.push(name + ": " + text);
            }
            window.waits = [0];
            const later = window.setTimeout;
            window.setTimeout = (what, millis, ...more) => {
              // The driver waits too, for a script of a test; only what the page asks for has the page in its stack.
              if (new Error().stack.includes(location.pathname)) {
                window.waits.push(millis || 0);
              }
              return later(what, millis, ...more);
            };
            """;

    private final Path profile;
    private final ChromeDriver driver;
    private String page = "";
    private boolean dark;
    private boolean print;

    private Browser(Path profile) {
        this.profile = profile;
        this.driver = Chromium.start(profile);
        command("Network.enable", Map.of());
        command("Performance.enable", Map.of("timeDomain", "threadTicks"));
        command(
                "Network.emulateNetworkConditions",
                Map.of("offline", true, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
        command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
        reset();
    }

    /** Starts it; where there is none the test is skipped, in CI it fails. */
    static Browser start() {
        try {
            return new Browser(Files.createTempDirectory("weighbridge-browser"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A screen of 1280 x 900 in light colours, and nothing known of pages before. */
    void reset() {
        driver.get(
                "about:blank"); // the page that was open would draw all its charts anew for the other size and colours
        size(1280, 900);
        dark = false;
        print = false;
        emulateMedia();
        drain(LogType.BROWSER);
        drain(LogType.PERFORMANCE);
    }

    /** Opens a file; returns when it is loaded and its scripts have run. */
    void open(Path file) {
        drain(LogType.BROWSER);
        drain(LogType.PERFORMANCE);
        page = file.toUri().toString();
        driver.get(page);
        // On a busy machine the driver may be back before the scripts have run.
        until("location.protocol === 'file:' && document.readyState === 'complete'");
    }

    /** What a window is as large as, in CSS px. */
    void size(int width, int height) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Without the bars beside what scrolls, for a picture. */
    void hideScrollbars() {
        command("Emulation.setScrollbarsHidden", Map.of("hidden", true));
    }

    /** Whether the reader's system is set to dark colours. */
    void dark(boolean isDark) {
        dark = isDark;
        emulateMedia();
    }

    /** Whether the page is shown as on paper. */
    void print(boolean isPrint) {
        print = isPrint;
        emulateMedia();
    }

    private void emulateMedia() {
        command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        print ? "print" : "",
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** A PNG of what is to be seen. */
    void screenshot(Path file) {
        write(file, (String)
                command("Page.captureScreenshot", Map.of("format", "png")).get("data"));
    }

    /** A PNG of the whole page. */
    void screenshotOfAll(Path file) {
        Map<String, Object> all = Map.of("format", "png", "captureBeyondViewport", true);
        write(file, (String) command("Page.captureScreenshot", all).get("data"));
    }

    /** A PNG of a part of the page, wherever it is: CSS px from the upper left corner of the page. */
    void screenshot(Path file, double x, double y, double width, double height) {
        Map<String, Object> part = Map.of("x", x, "y", y, "width", width, "height", height, "scale", 1);
        write(file, (String)
                command("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", part))
                        .get("data"));
    }

    /** The page on A4 paper, as a PDF. */
    void pdf(Path file) {
        // In inches.
        Map<String, Object> paper = Map.of("printBackground", true, "paperWidth", 8.27, "paperHeight", 11.69);
        write(file, (String) command("Page.printToPDF", paper).get("data"));
    }

    private static void write(Path file, String base64) {
        try {
            Files.write(file, Base64.getDecoder().decode(base64));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a script in the page returns; {@code arguments} is what it is given. */
    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** What an expression in the page is, as JSON: without the strange ways of the driver with numbers. */
    JsonNode json(String expression, Object... arguments) {
        return Json.tree((String) script("return JSON.stringify(" + expression + ")", arguments));
    }

    /** What a script gives to the function that is its last argument. */
    Object waitFor(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    /** Looks again with each picture until this is so in the page, and not for ever. @return whether it came to be so */
    boolean until(String expression, Object... arguments) {
        return (Boolean) waitFor("""
                const given = arguments;
                const done = arguments[arguments.length - 1];
                const until = performance.now() + 5000;
                const isSo = () => {
                  try {
                    return EXPRESSION;
                  } catch (e) {
                    return false; // what it asks about is not there yet
                  }
                };
                const look = () =>
                  isSo() ? done(true) : performance.now() > until ? done(false) : requestAnimationFrame(look);
                requestAnimationFrame(look);
                """.replace("EXPRESSION", expression), arguments);
    }

    /** Moves the mouse to a place in the window, CSS px. */
    void mouseTo(double x, double y) {
        mouse("mouseMoved", x, y, 0);
    }

    /** Clicks at a place in the window, CSS px. */
    void click(double x, double y) {
        mouseTo(x, y);
        mouse("mousePressed", x, y, 1);
        mouse("mouseReleased", x, y, 1);
    }

    /** Draws with the button held from one place in the window to another, CSS px. */
    void drag(double fromX, double fromY, double toX, double toY) {
        mouseTo(fromX, fromY);
        mouse("mousePressed", fromX, fromY, 1);
        mouse("mouseMoved", (fromX + toX) / 2, (fromY + toY) / 2, 1);
        mouse("mouseMoved", toX, toY, 1);
        mouse("mouseReleased", toX, toY, 1);
    }

    private void mouse(String type, double x, double y, int buttons) {
        command(
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        type,
                        "x",
                        x,
                        "y",
                        y,
                        "button",
                        buttons == 0 ? "none" : "left",
                        "buttons",
                        type.equals("mouseReleased") ? 0 : buttons,
                        "clickCount",
                        type.equals("mouseMoved") ? 0 : 1));
    }

    /** Where an element is in the window once it is scrolled there, CSS px: left, top, width, height. */
    double[] place(String selector) {
        JsonNode box = json("""
                ((element) => {
                  element.scrollIntoView({ block: "center", behavior: "instant" });
                  const { left, top, width, height } = element.getBoundingClientRect();
                  return [left, top, width, height];
                })(document.querySelector(arguments[0]))""", selector);
        return Stream.of(0, 1, 2, 3)
                .mapToDouble(index -> box.get(index).asDouble())
                .toArray();
    }

    /** Clicks into the middle of an element. */
    void click(String selector) {
        double[] place = place(selector);
        click(place[0] + place[2] / 2, place[1] + place[3] / 2);
    }

    /** Moves the mouse to a pixel of an element, counted from its upper left corner. */
    void hover(String selector, double x, double y) {
        double[] place = place(selector);
        mouseTo(place[0] + x, place[1] + y);
    }

    /** Presses keys, one after the other, where the focus is. */
    void press(Keys... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Warnings and errors in the console since the page was opened. */
    List<String> complaints() {
        return drain(LogType.BROWSER).stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What the page's own policy forbade it. */
    List<String> violations() {
        return texts("window.violations");
    }

    /** What the page said in windows of their own. */
    List<String> alerts() {
        return texts("window.alerts");
    }

    /** The longest time that the page asked to be woken after, ms. */
    double longestWait() {
        return json("Math.max(...window.waits)").asDouble();
    }

    /**
     * Processor time of the thread that the page's scripts, styles and layout run in, since the page was opened, ms. Time in
     * which the thread could have run but others had the processor is not in it.
     */
    double processorMillis() {
        return ((List<?>) command("Performance.getMetrics", Map.of()).get("metrics"))
                .stream()
                        .map(metric -> (Map<?, ?>) metric)
                        .filter(metric -> metric.get("name").equals("ThreadTime"))
                        .mapToDouble(metric -> ((Number) metric.get("value")).doubleValue() * 1000)
                        .findFirst()
                        .orElseThrow();
    }

    private List<String> texts(String expression) {
        List<String> texts = new ArrayList<>();
        json(expression).forEach(text -> texts.add(text.asString()));
        return texts;
    }

    /** What the page asked for since it was opened, but for itself. */
    List<String> requests() {
        return drain(LogType.PERFORMANCE).stream()
                .map(entry -> Json.tree(entry.getMessage()).get("message"))
                .filter(message -> message.get("method").asString().equals("Network.requestWillBeSent"))
                .map(message -> message.get("params").get("request").get("url").asString())
                .filter(url -> !url.equals(page))
                .toList();
    }

    private List<LogEntry> drain(String log) {
        return driver.manage().logs().get(log).getAll();
    }

    /** Of the DevTools protocol. */
    private Map<String, Object> command(String name, Map<String, Object> parameters) {
        return driver.executeCdpCommand(name, parameters);
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            profile.toFile().deleteOnExit(); // a process of it was still ending
        }
    }
}
