package org.robustest.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What the scripts of the page draw. */
final class PageData {

    /** Of ten that a page may have. */
    private static final int MOST_BYTES_OF_SIGNALS = 6 << 20;

    private static final JsonMapper JSON = JsonFile.mapper();

    private final ObjectNode root;
    private final List<Shelf> shelves;

    private PageData(ObjectNode root, List<Shelf> shelves) {
        this.root = root;
        this.shelves = shelves;
    }

    static PageData of(ReportData report, HistoryData history) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode tests = root.putArray("tests");
        List<Shelf> shelves = new ArrayList<>();
        for (TestData test : report.tests()) {
            ObjectNode node = tests.addObject().put("name", PageTables.name(test));
            ArrayNode levels = node.putArray("levels");
            for (LevelData level : test.levels()) {
                ObjectNode target = levels.addObject();
                put(target, level);
                ResultData result = level.result();
                if (result != null) {
                    shelves.add(new Shelf(target.putArray("signals"), test, level, result.signals()));
                }
            }
            ArrayNode runs = node.putArray("history");
            for (HistoryData.Run run : history.runs()) {
                ArrayNode points = JSON.createArrayNode();
                run.lines().stream()
                        .filter(line -> line.isOf(test) && line.robust() != null)
                        .forEach(line -> points.addObject()
                                .put("epsilon", line.epsilon())
                                .put("robust", line.robust()));
                if (!points.isEmpty()) {
                    runs.addObject().put("ended", run.ended()).set("points", points);
                }
            }
        }
        fill(shelves);
        return new PageData(root, shelves);
    }

    private static void put(ObjectNode target, LevelData level) {
        target.put("epsilon", level.epsilon())
                .put("outcome", level.outcome().word())
                .put("requiredRobust", level.requiredRobust())
                .put("requiredCertified", level.requiredCertified());
        ResultData result = level.result();
        if (result != null && result.tally().samples() > 0) {
            target.put("robust", result.tally().robustAccuracy())
                    .put("lower", result.robustLower())
                    .put("upper", result.robustUpper())
                    .put("clean", result.tally().cleanAccuracy());
            double certified = result.certifiedAccuracy(result.tally());
            if (!Double.isNaN(certified)) {
                target.put("certified", certified);
            }
        }
    }

    /** Gives every level its worst sample, then every level its second, and so on until the page is full. */
    private static void fill(List<Shelf> shelves) {
        long bytes = 0;
        for (int rank = 0; rank < SignalChoice.MOST_OF_A_LEVEL; rank++) {
            for (Shelf shelf : shelves) {
                if (rank < shelf.signals().size()) {
                    SignalData signal = shelf.signals().get(rank);
                    bytes += signal.bytes();
                    if (bytes > MOST_BYTES_OF_SIGNALS) {
                        return;
                    }
                    shelf.target().addPOJO(signal);
                }
            }
        }
    }

    /** Returns of how many samples of a noise level the page has the values. */
    int kept(TestData test, LevelData level) {
        return shelves.stream()
                .filter(shelf -> shelf.test().isSameAs(test) && shelf.level().epsilon() == level.epsilon())
                .mapToInt(shelf -> shelf.target().size())
                .sum();
    }

    /** Returns JSON with nothing in it that ends a script, begins a comment, or is a line end to JavaScript alone. */
    String inScript() {
        try {
            return JSON.writeValueAsString(root)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always JSON", e);
        }
    }

    private record Shelf(ArrayNode target, TestData test, LevelData level, List<SignalData> signals) {}
}
