package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the Javadoc to the code: its examples stand in {@link PassingExamples} and {@link FailingExamples}, and do what they say. */
class JavadocExamplesTest {

    private static final Path MAIN = Path.of("src/main/java/org/robustest/assertions");
    private static final Path TEST = Path.of("src/test/java/org/robustest/assertions");
    private static final Pattern BLOCK = Pattern.compile("<pre>\\{@code\n(.*?)\n *\\* *}</pre>", Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile("^ *//.*$", Pattern.MULTILINE);
    private static final Pattern CHECK =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*?)\\*/\\s+public \\S+ (\\w+)\\(", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("passing")
    void what_is_said_to_pass_passes(Method example) throws ReflectiveOperationException {
        example.invoke(new PassingExamples());
    }

    @ParameterizedTest
    @MethodSource("failing")
    void what_is_said_to_fail_fails(Method example) {
        assertThatExceptionOfType(InvocationTargetException.class)
                .isThrownBy(() -> example.invoke(new FailingExamples()))
                .withCauseInstanceOf(AssertionError.class);
    }

    @Test
    void every_example_of_the_javadoc_is_run() throws IOException {
        String passing = withoutSpace(Files.readString(TEST.resolve("PassingExamples.java")));
        String failing = withoutSpace(Files.readString(TEST.resolve("FailingExamples.java")));
        int found = 0;
        for (Path file : sources()) {
            Matcher block = BLOCK.matcher(Files.readString(file));
            while (block.find()) {
                String code = block.group(1).replaceAll("(?m)^ *\\* ?", "");
                Matcher label = LABEL.matcher(code);
                boolean fails = false;
                int start = 0;
                while (label.find()) {
                    requireRun(file, code.substring(start, label.start()), fails ? failing : passing);
                    fails = label.group().contains("// fails");
                    start = label.end();
                }
                requireRun(file, code.substring(start), fails ? failing : passing);
                found++;
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    /** An example is the whole body of its method, so that what fails is nothing else. */
    private static void requireRun(Path file, String statements, String examples) {
        if (!statements.isBlank()) {
            assertThat(examples)
                    .as("example in %s:%n%s", file, statements)
                    .contains("{" + withoutSpace(statements) + "}");
        }
    }

    @Test
    void every_assertion_shows_what_passes_and_what_fails() throws IOException {
        int found = 0;
        for (Path file : sources()) {
            Matcher check = CHECK.matcher(Files.readString(file));
            while (check.find()) {
                String comment = check.group(1);
                if (comment.contains("* Verifies")) {
                    found++;
                    if (!comment.contains("// passes") || !comment.contains("// fails")) {
                        fail("%s of %s has no example that passes, and one that fails", check.group(2), file);
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(12);
    }

    static List<Method> passing() {
        return examples(PassingExamples.class);
    }

    static List<Method> failing() {
        return examples(FailingExamples.class);
    }

    private static List<Method> examples(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Example.class))
                .toList();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}
