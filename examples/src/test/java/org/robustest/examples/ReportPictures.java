package org.robustest.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robustest.report.Browser;

/**
 * Looks at the report that the tests of this module have written, which run before; with
 * {@code -Drobustest.screenshots=update} the pictures in {@code docs/images} are taken anew.
 */
class ReportPictures {

    private static final Path PAGE =
            Path.of("target", "robustest", "report.html").toAbsolutePath();
    private static final Path PICTURES = Path.of("..", "docs", "images");

    /** Signals are drawn when they come into view. */
    private static final int HIGH_ENOUGH = 12_000;

    private static final boolean IS_UPDATE = "update".equals(System.getProperty("robustest.screenshots"));

    @ParameterizedTest(name = "{0}, {1} pixels wide")
    @CsvSource({"light, 1280, 1500, 720", "dark, 1280, 1500, 720", "light, 390, 1400, 1100"})
    void theReportIsDrawn(String scheme, int width, int height, int heightOfSamples) throws IOException {
        assumeTrue(Files.exists(PAGE), "there is no report in " + PAGE + "; run the other tests of this module before");
        assumeTrue(
                Files.readString(PAGE).contains("data-browser="),
                "no test of the report has a result, so there is nothing to draw");
        try (Browser browser = Browser.start()) {
            browser.show(scheme, width, HIGH_ENOUGH);
            browser.open(PAGE);
            browser.awaitDrawings();
            // Where every beat is decided, the certified curve lies on the other.
            assertThat(browser.pixels(".curve", "robust") + browser.pixels(".curve", "certified"))
                    .isGreaterThan(300);
            assertThat(browser.pixels(".browser", "signal")).isGreaterThan(100);
            browser.show(scheme, width, height);
            byte[] top = browser.screenshot();
            browser.show(scheme, width, heightOfSamples);
            browser.scrollTo(".browser");
            byte[] samples = browser.screenshot();
            if (IS_UPDATE) {
                assertThat(Files.readString(PAGE))
                        .as("the pictures are of real beats, so -Drobustest.data has to name their folder")
                        .contains("id=\"test-0\"", "MitBihBeatsTest.staysCorrectUnderBoundedNoise")
                        .doesNotContain("the data set");
                Files.write(PICTURES.resolve("report-" + scheme + "-" + width + ".png"), top);
                Files.write(PICTURES.resolve("samples-" + scheme + "-" + width + ".png"), samples);
            }
        }
    }
}
