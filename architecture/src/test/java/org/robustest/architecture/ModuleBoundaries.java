package org.robustest.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;

/** What a module shows, and what it keeps to itself. */
final class ModuleBoundaries {

    private ModuleBoundaries() {}

    /** A public class that nobody can use should not be public; one in an internal package should not be exported. */
    static ArchCondition<JavaClass> beExportedUnlessInternal() {
        return new ArchCondition<>("be exported by module-info.java, unless they are in an internal package") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                boolean exported = RobustestModule.of(javaClass)
                        .filter(module -> module.exports(javaClass.getPackageName()))
                        .isPresent();
                if (exported == isInternal(javaClass)) {
                    events.add(violated(
                            javaClass,
                            "%s is public and its package is %s in %s"
                                    .formatted(
                                            javaClass.getDescription(),
                                            exported ? "internal, but exported" : "not exported",
                                            javaClass.getSourceCodeLocation())));
                }
            }
        };
    }

    /** Java checks this only for modules that declare themselves, which those that use DL4J cannot. */
    static ArchCondition<JavaClass> keepOffTheInternalsOfOtherModules() {
        return new ArchCondition<>("keep off the internal packages of other modules") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                javaClass.getDirectDependenciesFromSelf().stream()
                        .filter(ModuleBoundaries::reachesIntoAnotherModule)
                        .forEach(dependency -> events.add(violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static boolean reachesIntoAnotherModule(Dependency dependency) {
        JavaClass target = dependency.getTargetClass();
        return isInternal(target)
                && target.getPackageName().startsWith("org.robustest.")
                && !RobustestModule.of(target).equals(RobustestModule.of(dependency.getOriginClass()));
    }

    private static boolean isInternal(JavaClass javaClass) {
        return (javaClass.getPackageName() + ".").contains(".internal.");
    }
}
