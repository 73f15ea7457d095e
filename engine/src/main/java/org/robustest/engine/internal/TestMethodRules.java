package org.robustest.engine.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** What has to hold for a test method, so that it can run and can fail. */
final class TestMethodRules {

    private final TestMethod test;
    private final String name;
    private final List<String> problems = new ArrayList<>();

    private TestMethodRules(TestMethod test) {
        this.test = test;
        this.name = "@RobustnessTest method " + test.testClass().getSimpleName() + "."
                + test.method().getName();
    }

    /** Returns what is wrong, each a sentence with its remedy. */
    static List<String> problemsOf(TestMethod test) {
        TestMethodRules rules = new TestMethodRules(test);
        rules.checkMethod();
        rules.checkEpsilon(test.annotation().epsilon());
        double[] robust = test.annotation().minRobustAccuracy();
        double[] certified = test.annotation().minCertifiedAccuracy();
        rules.checkRequired("minRobustAccuracy", robust, test.annotation().epsilon().length);
        rules.checkRequired("minCertifiedAccuracy", certified, test.annotation().epsilon().length);
        rules.checkBaseline(test.annotation().baselineTolerance());
        rules.checkBudget(test.budget());
        rules.checkCanFail(robust.length + certified.length + (test.annotation().baseline() ? 1 : 0));
        rules.problems.addAll(TagNames.problemsOf(test.method()));
        return rules.problems;
    }

    private void checkMethod() {
        Method method = test.method();
        if ((method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC | Modifier.ABSTRACT)) != 0) {
            problem("must not be private, static or abstract");
        }
        if (method.getReturnType() != void.class) {
            problem("must return void, but returns " + method.getReturnType().getSimpleName());
        }
        if (method.getParameterCount() > 0 && !test.takesResult()) {
            problem("must take no parameter, or one of type RobustnessResult");
        }
    }

    private void checkEpsilon(double[] epsilon) {
        if (epsilon.length == 0) {
            problem("has no epsilon, so it would test nothing; give at least one, such as epsilon = 0.01");
        }
        if (!Arrays.stream(epsilon).allMatch(each -> each > 0 && Double.isFinite(each))) {
            problem("has epsilon = " + Arrays.toString(epsilon) + ", but each must be positive and finite");
        }
        for (int i = 1; i < epsilon.length; i++) {
            if (epsilon[i] <= epsilon[i - 1]) {
                problem("has epsilon = " + Arrays.toString(epsilon)
                        + ", but they must ascend; write the smallest first");
                return;
            }
        }
    }

    private void checkRequired(String attribute, double[] required, int levels) {
        if (!Arrays.stream(required).allMatch(each -> each >= 0 && each <= 1)) {
            problem("has " + attribute + " = " + Arrays.toString(required)
                    + ", but each must be a share of the samples, from 0 to 1");
        }
        if (required.length > 1 && required.length != levels) {
            problem("has " + required.length + " values of " + attribute + " for " + levels
                    + " of epsilon; give one for each, or one for all");
        }
    }

    private void checkBaseline(double tolerance) {
        if (!(tolerance >= 0 && tolerance <= 1)) {
            problem("has baselineTolerance = " + tolerance + ", but it must be a share of the samples, from 0 to 1");
        }
    }

    private void checkBudget(OptionalDouble budget) {
        if (budget.isPresent() && !(budget.getAsDouble() > 0 && Double.isFinite(budget.getAsDouble()))) {
            problem("has @Budget(seconds = " + budget.getAsDouble() + "), but they must be positive and finite");
        }
    }

    private void checkCanFail(int requirements) {
        if (requirements == 0 && !test.takesResult()) {
            problem(
                    "cannot fail: it has no minRobustAccuracy, minCertifiedAccuracy or baseline and does not look at the result;"
                            + " set one of them, or take a RobustnessResult as parameter and assert on it");
        }
    }

    private void problem(String sentence) {
        problems.add(name + " " + sentence + ".");
    }
}
