package org.robustest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that {@code oracles.md} names are there. */
class OraclesTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final Path TABLE = Path.of("src/test/resources/org/robustest/oracles.md");

    @Test
    void every_test_that_is_named_is_there() throws IOException {
        Matcher test = TEST.matcher(Files.readString(TABLE));
        int found = 0;
        while (test.find()) {
            assertThat(source(test.group(1))).as(test.group()).contains("void " + test.group(2) + "(");
            found++;
        }
        assertThat(found).isGreaterThan(40);
    }

    @Test
    void every_oracle_has_a_line_that_names_a_test_or_a_reason() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        IntStream.rangeClosed(1, 21)
                .forEach(number -> assertThat(lines)
                        .as("lines of oracle %d", number)
                        .filteredOn(line -> line.matches("\\| " + number + "( .*)? \\|.*"))
                        .isNotEmpty()
                        .allMatch(line -> TEST.matcher(line).find()
                                || line.contains("comes with")
                                || line.contains("not held: ")));
    }

    private static String source(String className) throws IOException {
        for (Path tests : List.of(Path.of("src/test/java"), Path.of("../network/src/test/java"))) {
            try (Stream<Path> files = Files.walk(tests)) {
                List<Path> sources =
                        files.filter(file -> file.endsWith(className + ".java")).toList();
                if (!sources.isEmpty()) {
                    return Files.readString(sources.get(0));
                }
            }
        }
        throw new AssertionError("there is no test class " + className);
    }
}
