package org.robustest.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium, where the machine has one. */
public final class Browser implements AutoCloseable {

    /** How many pixels of the canvases below an element are about as the style says of a colour. */
    private static final String PIXELS = """
            const wanted = getComputedStyle(document.documentElement).getPropertyValue('--' + arguments[1]).trim();
            const probe = document.createElement('canvas').getContext('2d');
            probe.fillStyle = wanted; probe.fillRect(0, 0, 1, 1);
            const [r, g, b] = probe.getImageData(0, 0, 1, 1).data;
            let count = 0;
            document.querySelectorAll(arguments[0] + ' canvas').forEach(canvas => {
              const copy = document.createElement('canvas');
              copy.width = canvas.width; copy.height = canvas.height;
              const ctx = copy.getContext('2d', {willReadFrequently: true});
              ctx.drawImage(canvas, 0, 0);
              const {data} = ctx.getImageData(0, 0, copy.width, copy.height);
              for (let i = 0; i < data.length; i += 4)
                if (data[i + 3] > 200 && Math.abs(data[i] - r) + Math.abs(data[i + 1] - g) + Math.abs(data[i + 2] - b) < 30) count++;
            });
            return count;
            """;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** It warns of every browser that is newer than itself; held here, since a logger that nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts the browser; the test is skipped where there is none. */
    public static Browser start() {
        Optional<Path> chromium = executable("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromeDriver = executable("chromedriver");
        assumeTrue(
                chromium.isPresent() && chromeDriver.isPresent(),
                "there is no Chromium with its driver on the PATH; on Debian: apt-get install chromium chromium-driver");
        LOG.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get().toString());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromeDriver.get().toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        return new Browser(driver);
    }

    private static Optional<Path> executable(String... names) {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    public void show(String scheme, int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    public void open(Path page) {
        driver.get(page.toUri().toString());
    }

    /** Brings the first element of a kind to the top of what is seen. */
    public void scrollTo(String selector) {
        run("document.querySelector(arguments[0]).scrollIntoView(true)", selector);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Returns what the page has said on its console. */
    List<String> console() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Returns what the page has asked for beside itself. */
    List<String> requests() {
        return driver.manage().logs().get("performance").getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .filter(message -> !message.contains("\"url\":\"file:") && !message.contains("\"url\":\"data:"))
                .toList();
    }

    /** Returns what axe takes for serious or critical, each with the element. */
    Object violations() throws IOException {
        try (InputStream stream = Browser.class.getResourceAsStream("/axe.min.js")) {
            run(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
        return driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                        + "axe.run(document, {resultTypes: ['violations']}).then(found => done(found.violations"
                        + ".filter(each => ['serious', 'critical'].includes(each.impact))"
                        + ".flatMap(each => each.nodes.map(node => each.id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary))));");
    }

    /** Waits until something holds of the page, a script that returns a truth value. */
    public void await(String condition) {
        new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(20)).until(any -> (Boolean) run(condition));
    }

    /** Waits until the page has drawn curves and signals. */
    public void awaitDrawings() {
        await("return document.querySelectorAll('.curve canvas').length > 0"
                + " && document.querySelectorAll('.browser canvas').length > 0");
    }

    /** Counts the pixels of the drawings in a place that have one of the colours that the style of the page names. */
    public long pixels(String place, String colour) {
        return (Long) run(PIXELS, place, colour);
    }

    void keepScreenshot(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name), screenshot());
    }

    /** Returns what is seen of the page, as PNG. */
    public byte[] screenshot() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
