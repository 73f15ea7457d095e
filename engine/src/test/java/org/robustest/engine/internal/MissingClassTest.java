package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoveryIssue.Severity;

class MissingClassTest {

    static class OptionalDependency {}

    static class NeedsOptionalDependency {
        void use(OptionalDependency dependency) {}
    }

    @Test
    void aClassThatRefersToAMissingOneIsPassedOverWithAWarning() throws ClassNotFoundException {
        Class<?> broken = new WithoutOptionalDependency().loadClass(NeedsOptionalDependency.class.getName());
        assertThat(Robustest.issues(broken)).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(Severity.WARNING);
            assertThat(issue.message()).contains("NeedsOptionalDependency", "OptionalDependency", "class path");
        });
    }

    /** Loads the class anew, and does not find what it refers to. */
    private static final class WithoutOptionalDependency extends ClassLoader {

        WithoutOptionalDependency() {
            super(MissingClassTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(OptionalDependency.class.getName())) {
                throw new ClassNotFoundException(name);
            }
            return name.equals(NeedsOptionalDependency.class.getName()) ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream stream = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = stream.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
