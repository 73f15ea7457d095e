package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the tests to the messages: each is written out once, and compared with what an assertion throws. */
class MessagesTest {

    private static final Path MAIN = Path.of("src/main/java/org/robustest/assertions/error");
    private static final Path TESTS = Path.of("src/test/java/org/robustest/assertions");
    private static final Pattern FACTORY = Pattern.compile("public static ErrorMessageFactory (should\\w+)\\(");

    @ParameterizedTest
    @MethodSource("messages")
    void isWrittenOut(String message) throws IOException {
        assertThat(TESTS.resolve("error").resolve(message + "Test.java"))
                .content()
                .containsPattern("\"(\"\"\\s*)?(Expecting|Inconclusive|There are no|A comparison)");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isWhatAnAssertionThrows(String message) throws IOException {
        Matcher factory = FACTORY.matcher(Files.readString(MAIN.resolve(message + ".java")));
        assertThat(factory.find()).isTrue();
        assertThat(testsOfAssertions())
                .anySatisfy(test ->
                        assertThat(test).containsPattern("essage(StartingWith)?\\(\\s*" + factory.group(1) + "\\("));
    }

    static List<String> messages() throws IOException {
        try (Stream<Path> files = Files.list(MAIN)) {
            List<String> messages = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("Should"))
                    .map(name -> name.replace(".java", ""))
                    .sorted()
                    .toList();
            assertThat(messages).hasSizeGreaterThan(20);
            return messages;
        }
    }

    private static List<String> testsOfAssertions() throws IOException {
        try (Stream<Path> files = Files.list(TESTS)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .map(MessagesTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}
