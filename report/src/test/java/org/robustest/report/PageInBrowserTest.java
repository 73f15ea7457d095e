package org.robustest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a person meets who opens the page. */
class PageInBrowserTest {

    private static final AtomicReference<Browser> BROWSER = new AtomicReference<>();

    private static final AtomicReference<Path> FOLDER = new AtomicReference<>();

    private static Path page() {
        return ReportFolder.in(FOLDER.get()).page();
    }

    @BeforeAll
    static void writeAndStart(@TempDir Path folder) throws IOException {
        FOLDER.set(folder);
        BROWSER.set(Browser.start());
        ReportFolder files = ReportFolder.in(folder);
        for (int day = 1; day <= 4; day++) {
            files.write(Example.beats().report("process " + day, "2026-11-2" + day + "T12:00:00Z", day == 2));
        }
    }

    @AfterAll
    static void stop() {
        if (BROWSER.get() != null) {
            BROWSER.get().close();
        }
    }

    @AfterEach
    void thePageComplainsOfNothingAndAsksForNothing() {
        assertThat(BROWSER.get().console()).isEmpty();
        assertThat(BROWSER.get().requests()).isEmpty();
    }

    private static void open(String scheme, int width, Path which) {
        BROWSER.get().show(scheme, width, 4000);
        BROWSER.get().open(which);
        BROWSER.get().awaitDrawings();
    }

    private static void await(String condition) {
        BROWSER.get().await(condition);
    }

    private static long pixels(String place, String colour) {
        return BROWSER.get().pixels(place, colour);
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 390", "dark, 390"})
    void everyoneCanReadIt(String scheme, int width) throws IOException {
        open(scheme, width, page());
        BROWSER.get().keepScreenshot("report-" + scheme + "-" + width + ".png");
        assertThat((List<?>) BROWSER.get().violations()).isEmpty();
        assertThat((Boolean) BROWSER.get().run("return document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing sticks out of the page")
                .isTrue();
    }

    @Test
    void aPhoneShowsEveryColumnOfTheOverview() {
        open("light", 390, page());
        assertThat(BROWSER.get()
                        .run("const {scrollWidth, clientWidth} = document.querySelector('.overview');"
                                + " return scrollWidth <= clientWidth"))
                .isEqualTo(true);
        assertThat(BROWSER.get().find(".overview tbody tr [data-label=Time]").isDisplayed())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void aFewValuesAreMarkedOneByOne(int length) throws IOException {
        ReportFolder files = ReportFolder.in(FOLDER.get().resolve("few" + length));
        files.write(new Example("V", 1, length, 50).report());
        open("light", 1280, files.page());
        assertThat(pixels(".browser", "broken")).isGreaterThan(20L * length);
        assertThat(pixels(".browser", "noise")).isGreaterThan(20L * length);
    }

    @ParameterizedTest
    @CsvSource({"light", "dark"})
    void curvesAndSignalsAreDrawnInTheirColours(String scheme) {
        open(scheme, 1280, page());
        assertThat(pixels(".curve", "robust")).isGreaterThan(300);
        assertThat(pixels(".curve", "certified")).isGreaterThan(200);
        assertThat(pixels(".curve", "required")).isGreaterThan(50);
        assertThat(pixels(".history", "robust")).isGreaterThan(200);
        assertThat(BROWSER.get().find(".history figcaption").getText())
                .contains("robust at ε = 0.01", "robust at ε = 0.03", "robust at ε = 0.05");
        assertThat(pixels(".browser", "signal")).isGreaterThan(100);
        assertThat(pixels(".browser", "broken")).isGreaterThan(100);
        assertThat(pixels(".browser", "noise")).isGreaterThan(100);
    }

    @Test
    void coloursFollowTheSystemWhileThePageIsOpen() {
        open("light", 1280, page());
        BROWSER.get().show("dark", 1280, 4000);
        await("return matchMedia('(prefers-color-scheme: dark)').matches");
        new WebDriverWait(BROWSER.get().driver(), Duration.ofSeconds(10))
                .until(any -> pixels(".curve", "robust") > 300 && pixels(".browser", "signal") > 100);
    }

    @Test
    void draggingZoomsAndAButtonResets() {
        open("light", 1280, page());
        WebElement plot = BROWSER.get().find(".browser .u-over");
        new Actions(BROWSER.get().driver())
                .moveToElement(plot, -100, 0)
                .clickAndHold()
                .moveByOffset(100, 0)
                .moveByOffset(100, 0)
                .release()
                .perform();
        double width = plot.getSize().getWidth();
        double shown = range();
        assertThat(shown).isBetween(359 * 190 / width, 359 * 210 / width);
        BROWSER.get().find("[aria-label='Reset zoom']").click();
        assertThat(range()).isEqualTo(359);
    }

    @Test
    void theKeyboardZoomsAsTheMouseDoes() {
        open("light", 1280, page());
        BROWSER.get().find("[aria-label='Zoom in']").sendKeys("\n");
        assertThat(range()).isEqualTo(179.5);
        double from = from();
        BROWSER.get().find("[aria-label='Later']").sendKeys(" ");
        assertThat(from()).isGreaterThan(from);
        assertThat(range()).isEqualTo(179.5);
    }

    private static double range() {
        return ((Number) BROWSER.get()
                        .run("const {from, to} = document.querySelector('.browser').dataset; return to - from"))
                .doubleValue();
    }

    private static double from() {
        return ((Number) BROWSER.get().run("return Number(document.querySelector('.browser').dataset.from)"))
                .doubleValue();
    }

    @Test
    void anotherSampleIsAnotherDrawing() {
        open("light", 1280, page());
        String first = BROWSER.get().find(".browser .about").getText();
        BROWSER.get().find("[aria-label='Next sample']").click();
        assertThat(BROWSER.get().find(".browser .about").getText())
                .isNotEqualTo(first)
                .contains("100/1");
    }

    @Test
    void hostileNamesAreShownAndNotRun() throws IOException {
        ReportFolder files = ReportFolder.in(FOLDER.get().resolve("hostile"));
        files.write(Example.of(Example.HOSTILE).report());
        open("light", 1280, files.page());
        assertThat(BROWSER.get().run("return window.hacked === undefined && document.images.length === 0"))
                .isEqualTo(true);
        assertThat(BROWSER.get().find(".browser .about").getText())
                .contains("</script><script>window.hacked=1</script>");
    }

    @Test
    void allLeadsOfARecordingAreDrawn() throws IOException {
        ReportFolder files = ReportFolder.in(FOLDER.get().resolve("leads"));
        files.write(new Example("AF", 12, 1000, 50).report());
        open("light", 1280, files.page());
        BROWSER.get().keepScreenshot("twelve-leads.png");
        assertThat(BROWSER.get().run("return document.querySelectorAll('.lead').length"))
                .isEqualTo(12L);
        for (int lead = 1; lead <= 12; lead++) {
            assertThat(pixels(".lead:nth-child(" + lead + ")", "broken")).isGreaterThan(50);
        }
    }

    @Test
    void aPageOfTenThousandSamplesIsSmallAndOpensAtOnce() throws IOException {
        ReportFolder files = ReportFolder.in(FOLDER.get().resolve("large"));
        files.write(new Example("V", 12, 1000, 10_000).report());
        assertThat(Files.size(files.page())).isLessThan(10 << 20);
        BROWSER.get().show("light", 1280, 900);
        long start = System.nanoTime();
        BROWSER.get().open(files.page());
        await("return document.querySelectorAll('.curve canvas').length > 0");
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("a page of 10,000 samples, " + Files.size(files.page()) + " bytes, opened in "
                + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }
}
