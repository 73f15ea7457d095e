package org.robustest.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows hold for the poms too: a dependency that no code uses would still reach every user. */
class PomTest {

    @ParameterizedTest
    @MethodSource("modules")
    void aPomFollowsTheArrows(RobustestModule module) {
        assertThat(module.pom().dependencies())
                .as("the modules that %s brings along", module.artifactId())
                .isSubsetOf(module.reachable().map(RobustestModule::artifactId).toList());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleIsCheckedHere(RobustestModule module) {
        assertThat(Pom.in(Path.of("")).testDependencies())
                .as("the modules that architecture/pom.xml depends on, and so checks")
                .contains(module.artifactId());
    }

    static List<RobustestModule> modules() {
        return RobustestModule.withSources();
    }
}
