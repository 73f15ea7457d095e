package org.robustest.engine.internal;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.robustest.engine.RobustnessTest;
import org.robustest.engine.Tag;
import org.robustest.evaluation.RobustnessResult;

class DiscoveryTest {

    @Tag("slow")
    @org.junit.jupiter.api.Tag("nightly")
    static class BeatsTestCase extends Sign {
        @Tag("one")
        @Tag("two")
        @org.junit.jupiter.api.Tag("three")
        @RobustnessTest(
                epsilon = {0.01, 0.05},
                minRobustAccuracy = 0.5)
        void stays() {}

        @RobustnessTest(epsilon = 1e-5)
        void decides(RobustnessResult result) {}

        void isNoTest() {}
    }

    private static final String ENCLOSING = "[engine:robustest]/[class:" + DiscoveryTest.class.getName() + "]";

    private static final String CLASS = ENCLOSING + "/[class:" + BeatsTestCase.class.getName() + "]";

    private static final Set<String> ALL = Set.of(
            "[engine:robustest]",
            ENCLOSING,
            CLASS,
            CLASS + "/[method:stays()]",
            CLASS + "/[method:stays()]/[epsilon:0.01]",
            CLASS + "/[method:stays()]/[epsilon:0.05]",
            CLASS + "/[method:decides(org.robustest.evaluation.RobustnessResult)]",
            CLASS + "/[method:decides(org.robustest.evaluation.RobustnessResult)]/[epsilon:1.0E-5]");

    @Test
    void findsAllTestsOfAClass() {
        assertThat(ids(selectClass(BeatsTestCase.class))).isEqualTo(ALL);
    }

    @Test
    void findsTheTestsOfAMethod() {
        assertThat(ids(selectMethod(BeatsTestCase.class, "stays")))
                .containsExactlyInAnyOrder(
                        "[engine:robustest]",
                        ENCLOSING,
                        CLASS,
                        CLASS + "/[method:stays()]",
                        CLASS + "/[method:stays()]/[epsilon:0.01]",
                        CLASS + "/[method:stays()]/[epsilon:0.05]");
    }

    @Test
    void findsNothingForAMethodThatIsNoTest() {
        assertThat(ids(selectMethod(BeatsTestCase.class, "isNoTest"))).containsExactly("[engine:robustest]");
    }

    @Test
    void findsTheClassesOfAPackageWhoseNamesAreAskedFor() {
        Filter<String> byName = ClassNameFilter.includeClassNamePatterns(".*BeatsTestCase");
        Set<String> found = ids(Robustest.select(selectPackage("org.robustest.engine.internal"))
                .filters(byName)
                .discover()
                .getEngineDescriptor());
        assertThat(found).isEqualTo(ALL);
    }

    @Test
    void findsTheClassesOfAClassPathRoot() throws URISyntaxException {
        Path root = Path.of(DiscoveryTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        DiscoverySelector selector = selectClasspathRoots(Set.of(root)).get(0);
        assertThat(ids(selector)).containsAll(ALL);
    }

    @Test
    void findsEveryTestAgainByItsUniqueId() {
        for (String id : ALL) {
            Set<String> found = ids(selectUniqueId(id));
            assertThat(found).as(id).contains(id);
            assertThat(found).as(id).allMatch(other -> other.startsWith(id) || id.startsWith(other));
        }
    }

    @Test
    void findsNothingForAUniqueIdThatIsNoneOfItsOwn() {
        List.of(
                        CLASS + "/[method:stays()]/[epsilon:0.02]",
                        CLASS + "/[method:isNoTest()]",
                        "[engine:robustest]/[class:no.such.Test]",
                        "[engine:robustest]/[epsilon:0.01]",
                        "[engine:junit-jupiter]/[class:" + BeatsTestCase.class.getName() + "]")
                .forEach(id -> assertThat(ids(selectUniqueId(id))).as(id).noneMatch(found -> found.equals(id)));
    }

    @Test
    void makesNoDescriptorTwice() {
        assertThat(ids(
                        selectClass(BeatsTestCase.class),
                        selectMethod(BeatsTestCase.class, "stays"),
                        selectUniqueId(CLASS + "/[method:stays()]/[epsilon:0.05]")))
                .isEqualTo(ALL);
    }

    @Test
    void givesEveryClassAClassSourceAndEverythingInItAMethodSource() {
        for (TestDescriptor descriptor :
                discover(selectClass(BeatsTestCase.class)).getDescendants()) {
            Class<?> expected = descriptor instanceof ClassBasedDescriptor ? ClassSource.class : MethodSource.class;
            assertThat(descriptor.getSource())
                    .get()
                    .as(descriptor.getDisplayName())
                    .isInstanceOf(expected);
        }
    }

    @Test
    void honoursItsOwnTagsAndThoseOfJupiter() {
        assertThat(tags("stays()")).containsExactlyInAnyOrder("slow", "nightly", "one", "two", "three");
        assertThat(tags("decides(org.robustest.evaluation.RobustnessResult)"))
                .containsExactlyInAnyOrder("slow", "nightly");
    }

    private static Set<String> tags(String method) {
        UniqueId methodId = UniqueId.parse(CLASS + "/[method:" + method + "]");
        TestDescriptor found =
                discover(selectUniqueId(methodId)).findByUniqueId(methodId).orElseThrow();
        assertThat(found.getChildren())
                .allSatisfy(child -> assertThat(child.getTags()).isEqualTo(found.getTags()));
        return found.getTags().stream().map(TestTag::getName).collect(toSet());
    }

    abstract static class AbstractTestCase extends Sign {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    @Test
    void passesOverAbstractClassesAndThoseOfOtherEngines() {
        assertThat(ids(selectClass(AbstractTestCase.class))).containsExactly("[engine:robustest]");
        assertThat(ids(selectMethod(AbstractTestCase.class, "test"))).containsExactly("[engine:robustest]");
        assertThat(ids(selectClass(OutcomeTableTest.class))).containsExactly("[engine:robustest]");
        assertThat(ids(selectClass(TestTag.class))).containsExactly("[engine:robustest]");
    }

    private static TestDescriptor discover(DiscoverySelector... selectors) {
        return Robustest.select(selectors).discover().getEngineDescriptor();
    }

    private static Set<String> ids(DiscoverySelector... selectors) {
        return ids(discover(selectors));
    }

    private static Set<String> ids(TestDescriptor engine) {
        return Stream.concat(Stream.of(engine), engine.getDescendants().stream())
                .map(descriptor -> descriptor.getUniqueId().toString())
                .collect(toSet());
    }
}
