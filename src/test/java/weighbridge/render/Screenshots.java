package weighbridge.render;

import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the pictures of a report that the documentation shows: {@code Screenshots <report.html> <folder>}. */
public final class Screenshots {
    private static final int WIDE = 1280;
    private static final int NARROW = 390;

    private Screenshots() {}

    /** Writes them. @param arguments the page, and the folder for the pictures */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2 || !Files.isRegularFile(Path.of(arguments[0]))) {
            System.err.println("Screenshots <report.html> <folder>: there has to be such a page");
            System.exit(1);
        }
        Path page = Path.of(arguments[0]).toRealPath();
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        try (Browser browser = Browser.start()) {
            browser.hideScrollbars();
            // So high that the first chart is in it.
            take(browser, page, WIDE, 1000, folder.resolve("report-1280.png"));
            ChartView chart = ChartView.titles(browser).stream()
                    .filter(title -> title.endsWith(": memory and load"))
                    .findFirst()
                    .map(title -> new ChartView(browser, title))
                    .orElseThrow();
            chart.screenshot(folder.resolve("report-memory.png"));
            take(browser, page, NARROW, 844, folder.resolve("report-390.png"));
        }
    }

    private static void take(Browser browser, Path page, int width, int height, Path file) {
        browser.size(width, height);
        browser.open(page);
        ChartView.drawn(browser);
        ChartView.settle(browser);
        browser.screenshot(file);
    }
}
