package org.robustest.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The page for people: one file that needs no other and no network. */
final class Page {

    private final Map<String, Object> content;

    private Page(Map<String, Object> content) {
        this.content = content;
    }

    /**
     * Lays out a page.
     *
     * @param report the results
     * @param history those of this run and of earlier ones
     * @param trouble what went wrong with the history, or nothing
     * @param results where what the page leaves out is
     */
    static Page of(ReportData report, HistoryData history, String trouble, Path results) throws IOException {
        PageData data = PageData.of(report, history);
        Map<String, Object> content = new HashMap<>(new PageTables(report, history, data, results).content());
        content.put("trouble", trouble);
        content.put("style", resource("uPlot.min.css") + resource("page.css"));
        String library = resource("uPlot.iife.min.js");
        String script = resource("page.js");
        content.put("library", library);
        content.put("script", script);
        content.put("policy", "script-src '" + hash(library) + "' '" + hash(script) + "'");
        content.put("data", data.inScript());
        return new Page(content);
    }

    String html() throws IOException {
        return Mustache.compiler()
                .escapeHTML(true)
                .nullValue("")
                .emptyStringIsFalse(true)
                .compile(resource("page.mustache"))
                .execute(content);
    }

    /** The policy of the page names its scripts by their hashes, so that no text that looks like a script is run. */
    private static String hash(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Page.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("the build of Robustest left out " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .stripTrailing();
        }
    }
}
