package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Budget;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.engine.ModelFrom;
import org.robustest.engine.RobustnessTest;
import org.robustest.engine.Tag;
import org.robustest.samples.Samples;

class MisuseTest {

    static class NoEpsilonTestCase extends Sign {
        @RobustnessTest(
                epsilon = {},
                minRobustAccuracy = 1)
        void test() {}
    }

    static class ZeroEpsilonTestCase extends Sign {
        @RobustnessTest(epsilon = 0, minRobustAccuracy = 1)
        void test() {}
    }

    static class InfiniteEpsilonTestCase extends Sign {
        @RobustnessTest(epsilon = Double.POSITIVE_INFINITY, minRobustAccuracy = 1)
        void test() {}
    }

    static class DescendingEpsilonTestCase extends Sign {
        @RobustnessTest(
                epsilon = {0.1, 0.3, 0.2},
                minRobustAccuracy = 1)
        void test() {}
    }

    static class RepeatedEpsilonTestCase extends Sign {
        @RobustnessTest(
                epsilon = {0.1, 0.1},
                minRobustAccuracy = 1)
        void test() {}
    }

    static class PercentTestCase extends Sign {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 80)
        void test() {}
    }

    static class NanThresholdTestCase extends Sign {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = Double.NaN)
        void test() {}
    }

    static class TooFewThresholdsTestCase extends Sign {
        @RobustnessTest(
                epsilon = {0.1, 0.2, 0.3},
                minRobustAccuracy = {0.5, 0.4})
        void test() {}
    }

    static class CannotFailTestCase extends Sign {
        @RobustnessTest(epsilon = 0.1)
        void test() {}
    }

    static class StaticMethodTestCase extends Sign {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        static void test() {}
    }

    static class ReturningMethodTestCase extends Sign {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        int test() {
            return 0;
        }
    }

    static class WrongParameterTestCase extends Sign {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test(Samples samples) {}
    }

    static class NoModelTestCase {
        @Inputs
        static Samples inputs() {
            return Sign.numbers();
        }

        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    static class NoInputsTestCase {
        @Model
        static DifferentiableClassifier model() {
            return Sign.sign();
        }

        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    static class TwoModelsTestCase extends Sign {
        @Model
        static DifferentiableClassifier another() {
            return Sign.sign();
        }

        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    static class InstanceModelTestCase extends NoModelTestCase {
        @Model
        DifferentiableClassifier model() {
            return Sign.sign();
        }
    }

    static class ModelWithParameterTestCase extends NoModelTestCase {
        @Model
        static DifferentiableClassifier model(String name) {
            return Sign.sign();
        }
    }

    static class NoClassifierTestCase extends NoModelTestCase {
        @Model
        static Object model() {
            return Sign.sign();
        }
    }

    @ModelFrom(AbstractModel.class)
    static class AbstractModelTestCase extends NoModelTestCase {}

    abstract static class AbstractModel implements Supplier<Classifier> {}

    @ModelFrom(AbstractModel.class)
    static class MethodAndClassTestCase extends Sign {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    static class BadToleranceTestCase extends Sign {
        @RobustnessTest(epsilon = 0.1, baseline = true, baselineTolerance = 5)
        void test() {}
    }

    static class BadBudgetTestCase extends Sign {
        @Budget(seconds = 0)
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    static class ConstructorTestCase extends Sign {
        ConstructorTestCase(String name) {}

        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    @SuppressWarnings("ClassCanBeStatic")
    class InnerTestCase extends Sign {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    static class BadTagTestCase extends Sign {
        @Tag("a & b")
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    static Stream<Arguments> misuses() {
        return Stream.of(
                Arguments.of(NoEpsilonTestCase.class, "has no epsilon", "give at least one"),
                Arguments.of(ZeroEpsilonTestCase.class, "epsilon = [0.0]", "positive and finite"),
                Arguments.of(InfiniteEpsilonTestCase.class, "epsilon = [Infinity]", "positive and finite"),
                Arguments.of(DescendingEpsilonTestCase.class, "[0.1, 0.3, 0.2]", "write the smallest first"),
                Arguments.of(RepeatedEpsilonTestCase.class, "[0.1, 0.1]", "must ascend"),
                Arguments.of(PercentTestCase.class, "minRobustAccuracy = [80.0]", "from 0 to 1"),
                Arguments.of(NanThresholdTestCase.class, "minRobustAccuracy = [NaN]", "from 0 to 1"),
                Arguments.of(TooFewThresholdsTestCase.class, "2 values of minRobustAccuracy for 3", "one for all"),
                Arguments.of(CannotFailTestCase.class, "cannot fail", "set one of them, or take a RobustnessResult"),
                Arguments.of(StaticMethodTestCase.class, "StaticMethodTestCase.test", "must not be private, static"),
                Arguments.of(ReturningMethodTestCase.class, "must return void", "int"),
                Arguments.of(WrongParameterTestCase.class, "no parameter", "RobustnessResult"),
                Arguments.of(NoModelTestCase.class, "annotated with @Model", "add: @Model static Classifier"),
                Arguments.of(NoInputsTestCase.class, "annotated with @Inputs", "add: @Inputs static Samples"),
                Arguments.of(TwoModelsTestCase.class, "TwoModelsTestCase.another(), Sign.sign()", "keep one of them"),
                Arguments.of(InstanceModelTestCase.class, "InstanceModelTestCase.model()", "must be static"),
                Arguments.of(ModelWithParameterTestCase.class, "@Model method", "must not take parameters"),
                Arguments.of(NoClassifierTestCase.class, "must return " + Classifier.class.getName(), "but"),
                Arguments.of(
                        AbstractModelTestCase.class, "@ModelFrom class AbstractModel must be a class", "constructor"),
                Arguments.of(MethodAndClassTestCase.class, "there are 2: Sign.sign(), AbstractModel", "keep one"),
                Arguments.of(BadToleranceTestCase.class, "has baselineTolerance = 5.0", "from 0 to 1"),
                Arguments.of(BadBudgetTestCase.class, "has @Budget(seconds = 0.0)", "positive and finite"),
                Arguments.of(ConstructorTestCase.class, "no constructor without parameters", "add one"),
                Arguments.of(InnerTestCase.class, "is an inner class", "make it static"),
                Arguments.of(BadTagTestCase.class, "the tag \"a & b\"", "is not valid"));
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void isReportedAtDiscoveryWithItsRemedy(Class<?> testClass, String problem, String remedy) {
        assertThat(Robustest.issues(testClass)).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(Severity.ERROR);
            assertThat(issue.source()).isPresent();
            assertThat(issue.message()).contains(problem, remedy);
        });
    }

    /** The launcher does not run an engine that has reported an error; the test kit does. */
    @ParameterizedTest
    @ValueSource(classes = {CannotFailTestCase.class, NoModelTestCase.class})
    void failsWhereTheErrorDidNotStopTheRun(Class<?> testClass) {
        EngineExecutionResults results = Robustest.run(testClass);
        results.containerEvents()
                .failed()
                .assertEventsMatchExactly(event(finishedWithFailure(instanceOf(JUnitException.class))));
        results.testEvents().assertStatistics(statistics -> statistics.started(0));
    }

    @Test
    void everyProblemOfAClassIsReportedOnce() {
        assertThat(Robustest.issues(SeveralProblemsTestCase.class))
                .extracting(DiscoveryIssue::severity)
                .isEqualTo(List.of(Severity.ERROR, Severity.ERROR, Severity.ERROR));
    }

    static class SeveralProblemsTestCase {
        @Model
        static DifferentiableClassifier model() {
            return Sign.sign();
        }

        @RobustnessTest(epsilon = -1, minRobustAccuracy = 2)
        void test() {}
    }
}
