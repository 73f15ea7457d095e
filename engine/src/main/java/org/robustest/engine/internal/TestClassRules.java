package org.robustest.engine.internal;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What has to hold for a class with robustness tests. */
final class TestClassRules {

    private TestClassRules() {}

    /** Returns what is wrong, each a sentence with its remedy. */
    static List<String> problemsOf(Class<?> testClass) {
        List<String> problems = new ArrayList<>();
        String name = testClass.getName();
        if (testClass.isMemberClass() && !Modifier.isStatic(testClass.getModifiers())) {
            problems.add("class " + name + " has @RobustnessTest methods, but is an inner class; make it static.");
        } else if (Arrays.stream(testClass.getDeclaredConstructors())
                .noneMatch(constructor -> constructor.getParameterCount() == 0)) {
            problems.add(
                    "class " + name + " has @RobustnessTest methods, but no constructor without parameters; add one.");
        }
        problems.addAll(Provider.ofModel(testClass).problems());
        problems.addAll(Provider.ofInputs(testClass).problems());
        problems.addAll(TagNames.problemsOf(testClass));
        return problems;
    }
}
