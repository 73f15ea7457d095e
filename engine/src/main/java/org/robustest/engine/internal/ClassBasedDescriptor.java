package org.robustest.engine.internal;

import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.Node;

/** A class: how it is named, tagged and left out. */
abstract sealed class ClassBasedDescriptor extends AbstractTestDescriptor implements Node<RobustestContext>
        permits ClassDescriptor, EnclosingDescriptor {

    static final String SEGMENT = "class";

    private final Class<?> testClass;

    ClassBasedDescriptor(Class<?> testClass, TestDescriptor parent) {
        super(
                parent.getUniqueId().append(SEGMENT, testClass.getName()),
                Jupiter.displayName(testClass).orElse(testClass.getSimpleName()),
                ClassSource.from(testClass));
        this.testClass = testClass;
    }

    final Class<?> testClass() {
        return testClass;
    }

    @Override
    public final Type getType() {
        return Type.CONTAINER;
    }

    /** Names the class as Surefire does in its reports: of a nested one, it would take the name that is displayed. */
    @Override
    public final String getLegacyReportingName() {
        return testClass.getName();
    }

    @Override
    public final Set<TestTag> getTags() {
        return TagNames.tagsOfClass(testClass);
    }

    @Override
    public final ExecutionMode getExecutionMode() {
        return ExecutionMode.CONCURRENT;
    }

    @Override
    public final SkipResult shouldBeSkipped(RobustestContext context) {
        return Skipping.of(testClass);
    }
}
