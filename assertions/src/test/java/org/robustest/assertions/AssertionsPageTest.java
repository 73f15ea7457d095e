package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.robustest.transformation.Transformations;

/** Holds the page on assertions to the code: its tables have what there is, and only that. */
class AssertionsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "assertions.md");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\(");
    private static final List<Class<?>> STAGES = List.of(
            AbstractRobustnessAssert.class,
            AbstractResultAssert.class,
            ClassifierAssert.class,
            ClassifierOnSamplesAssert.class,
            ClassifierUnderPerturbationAssert.class,
            ClassifierUnderGrowingPerturbationAssert.class,
            CounterexampleAssert.class,
            NoiseToSignalRatioAssert.class,
            RobustAccuracyAssert.class,
            RobustnessCurveAssert.class,
            RobustnessResultAssert.class,
            TransformationResultAssert.class);

    @Test
    void everyAssertionAndTransformationStandsInATable() throws IOException {
        assertThat(inTables()).containsAll(methods());
    }

    @Test
    void whatStandsInATableIsThere() throws IOException {
        Set<String> known = methods();
        known.add("within");
        known.add("linf");
        assertThat(known).containsAll(firstCells());
    }

    @Test
    void everyStageIsLookedAt() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/robustest/assertions"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".java", ""))
                            .filter(name -> name.endsWith("Assert")))
                    .containsExactlyInAnyOrderElementsOf(
                            STAGES.stream().map(Class::getSimpleName).toList());
        }
    }

    @Test
    void everyRowOfAnAssertionSaysWhatItProvesAndCosts() throws IOException {
        List<String> header = List.of();
        for (String line : Files.readAllLines(PAGE)) {
            List<String> cells = line.startsWith("|") ? cells(line) : List.of();
            if (header.isEmpty() || cells.isEmpty()) {
                header = cells;
            } else if (header.get(0).equals("assertion")) {
                assertThat(header)
                        .containsExactly("assertion", "the sentence it stands for", "what it proves", "its cost");
                assertThat(cells)
                        .as(line)
                        .hasSize(4)
                        .allSatisfy(cell -> assertThat(cell).isNotEmpty());
            }
        }
    }

    private static Set<String> methods() {
        return Stream.concat(
                        STAGES.stream().flatMap(stage -> Arrays.stream(stage.getDeclaredMethods())),
                        Arrays.stream(Transformations.class.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inTables() throws IOException {
        return calls(Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("|")));
    }

    private static Set<String> firstCells() throws IOException {
        return calls(Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("|"))
                .map(line -> cells(line).get(0)));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static Set<String> calls(Stream<String> lines) {
        return lines.flatMap(line -> CODE.matcher(line).results())
                .flatMap(code -> CALL.matcher(code.group(1)).results())
                .map(call -> call.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
