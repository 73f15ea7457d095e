package org.robustest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final ProcessData PROCESS =
            new ProcessData("1", "2026-11-26T12:00:00Z", "2026-11-26T12:00:00Z", false);

    private static final Pattern ISLAND =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    private static String html(ReportData report) throws IOException {
        return Page.of(report, HistoryData.NONE.with(report), "", Path.of("report.json"))
                .html();
    }

    private static JsonNode data(String html) throws IOException {
        Matcher island = ISLAND.matcher(html);
        assertThat(island.find()).isTrue();
        return JsonFile.mapper().readTree(island.group(1));
    }

    @Test
    void namesThatLookLikeMarkupAreText() throws IOException {
        String html = html(Example.of(Example.HOSTILE).report());
        assertThat(html).doesNotContain("<img").doesNotContain("<script>window").doesNotContain("onerror=\"");
        assertThat(html).contains("&lt;img src");
        assertThat(Pattern.compile("<script").matcher(html).results().count()).isEqualTo(3);
        assertThat(Pattern.compile("</script").matcher(html).results().count()).isEqualTo(3);
    }

    @Test
    void theDataOfThePageIsTheNameAsItWas() throws IOException {
        JsonNode data = data(html(Example.of(Example.HOSTILE).report()));
        assertThat(data.at("/tests/0/levels/0/signals/0/label").textValue()).isEqualTo(Example.HOSTILE);
    }

    @Test
    void everyOutcomeStandsThereInWords() throws IOException {
        assertThat(html(Example.beats().report()))
                .contains("<b>2</b> passed", "<b>1</b> failed", "<b>1</b> skipped")
                .contains("the data set is missing")
                .contains("Expecting robust accuracy of at least 0.55 but it was 0.45")
                .contains(
                        "mvn test -Dtest&#x3D;&#39;com.example.BeatClassifierTest#staysCorrectUnderBoundedNoise&#39; -Drobustest.seed&#x3D;7")
                .doesNotContain("<b>Cancelled.</b>");
    }

    @Test
    void aCancelledRunIsCalledThat() throws IOException {
        assertThat(html(Example.beats().report("1", "2026-11-26T12:00:00Z", true)))
                .contains("<b>Cancelled.</b>");
    }

    @Test
    void aRunWithoutTestsIsAPageToo() throws IOException {
        assertThat(html(ReportData.of("1", PROCESS, "", List.of()))).contains("No robustness test has run.");
    }

    @Test
    void thePageNamesNoAddress() throws IOException {
        String html = html(Example.beats().report()).replace("/*! https://github.com/leeoniya/uPlot", "");
        assertThat(html).doesNotContain("http://").doesNotContain("https://").doesNotContain(" src=");
    }

    @Test
    void aLargePageKeepsTheWorstSampleOfEveryTestAndStaysBelowTenMebibytes() throws IOException {
        List<TestData> tests = new ArrayList<>(new Example("V", 12, 500, 10_000).many(20));
        ReportData report = ReportData.of("1", PROCESS, "", tests);
        String html = html(report);
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(10 << 20);
        assertThat(html).contains(" of 10000 samples are kept");
        JsonNode data = data(html);
        for (int test = 0; test < 20; test++) {
            assertThat(data.at("/tests/" + test + "/levels/0/signals/0/id").isMissingNode())
                    .isFalse();
        }
    }

    @Test
    void aCommandOfAHostileNameIsOneWord() {
        TestData test = new TestData("m", "a.B", "c; rm 'x'", "", "1", List.of());
        assertThat(Text.replay(test)).startsWith("mvn test -Dtest='a.B#c; rm '\\''x'\\''' -D");
    }
}
