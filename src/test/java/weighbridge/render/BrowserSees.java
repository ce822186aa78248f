package weighbridge.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A test that finds nothing proves nothing unless what it looks with can see. */
abstract class BrowserSees extends PageTest {
    @TempDir
    Path folder;

    @Test
    void aQuietPageSaysNothing() throws IOException {
        open("<p id=p>quiet</p>");

        assertThat(browser.script("return document.getElementById('p').textContent"))
                .isEqualTo("quiet");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.requests()).isEmpty();
        assertThat(browser.alerts()).isEmpty();
    }

    @Test
    void errorsAndAlertsAreSeen() throws IOException {
        open("<script>alert(1); console.error('of the console'); throw new Error('thrown')</script>");

        assertThat(browser.alerts()).containsExactly("alert: 1");
        assertThat(browser.complaints()).hasSize(2).anyMatch(line -> line.contains("of the console"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void requestsAreSeenAndGoNowhere() throws IOException {
        open("<img src='http://127.0.0.1:9/picture.png'><img src=other.png>");

        assertThat(browser.requests())
                .anyMatch(url -> url.equals("http://127.0.0.1:9/picture.png"))
                .anyMatch(url -> url.startsWith("file:") && url.endsWith("/other.png"));
        assertThat(browser.complaints()).anyMatch(line -> line.contains("ERR_INTERNET_DISCONNECTED"));
    }

    @Test
    void violationsOfThePolicyAreSeen() throws IOException {
        open("<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"><script>alert(1)</script>");

        assertThat(browser.violations()).containsExactly("script-src-elem: inline");
        assertThat(browser.alerts()).isEmpty();
    }

    @Test
    void windowColoursAndPaperAreThoseAskedFor() throws IOException {
        open("<style>p { color: red } @media (prefers-color-scheme: dark) { p { color: blue } }"
                + " @media print { p { color: lime } }</style><p>text</p>");
        String color = "return getComputedStyle(document.querySelector('p')).color";

        assertThat(browser.script("return [innerWidth, innerHeight].join()")).isEqualTo("1280,900");
        browser.size(390, 844);
        assertThat(browser.script("return [innerWidth, innerHeight].join()")).isEqualTo("390,844");
        assertThat(browser.script(color)).isEqualTo("rgb(255, 0, 0)");
        browser.dark(true);
        assertThat(browser.script(color)).isEqualTo("rgb(0, 0, 255)");
        browser.print(true);
        assertThat(browser.script(color)).isEqualTo("rgb(0, 255, 0)");
    }

    @Test
    void mouseAndKeyboardAreReal() throws IOException {
        open(
                "<style>body { margin: 0 } div { height: 3000px } button { border: 0; display: block; width: 100px; height: 40px }</style>"
                        + "<div></div><button id=a>a</button><button id=b>b</button><script>window.seen = [];"
                        + "for (const type of ['click', 'mousemove', 'mouseup']) for (const button of document.querySelectorAll('button'))"
                        + "button.addEventListener(type, (e) => { if (e.isTrusted) seen.push(type + button.id + e.offsetX) })</script>");

        browser.hover("#a", 7, 8);
        browser.click("#b");
        browser.press(Keys.TAB);
        browser.script("document.getElementById('a').focus()");
        browser.press(Keys.TAB, Keys.ENTER);

        assertThat(browser.json("window.seen").toString())
                .startsWith("[\"mousemovea7\",\"mousemoveb50\",\"mouseupb50\",\"clickb50\"")
                .contains("clickb0");
    }

    @Test
    void picturesAndPaperAreWritten() throws IOException {
        open("<p style='height: 2000px'>tall</p>");
        browser.screenshot(folder.resolve("part.png"));
        browser.screenshotOfAll(folder.resolve("all.png"));
        browser.pdf(folder.resolve("page.pdf"));

        assertThat(ImageIO.read(folder.resolve("part.png").toFile()).getHeight())
                .isEqualTo(900);
        assertThat(ImageIO.read(folder.resolve("all.png").toFile()).getHeight()).isGreaterThan(2000);
        assertThat(Files.readString(folder.resolve("page.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    @Test
    void whereItIsMissingTheWordNamesBothPackages() throws IOException {
        Path program = Files.createFile(folder.resolve("chromedriver"));

        assertThat(Chromium.find("chromedriver", folder + "")).isEmpty();
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(Chromium.find("chromedriver", "/nowhere" + File.pathSeparator + folder))
                .contains(program);
        assertThat(Chromium.find("chromedriver", null)).isEmpty();
        assertThat(Chromium.missing("chromedriver"))
                .isEqualTo(
                        "there is no chromedriver in the PATH; the pages are tested in Debian's packages chromium and"
                                + " chromium-driver: apt-get install chromium chromium-driver");
    }

    private void open(String html) throws IOException {
        Path file = folder.resolve("page.html");
        Files.writeString(file, "<!DOCTYPE html><meta charset=utf-8>" + html);
        browser.open(file);
    }
}
