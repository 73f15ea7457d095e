package org.robustest.engine.internal;

import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.Node;

/** A class without robustness tests of its own, around nested ones that have some. Surefire asks for it alone. */
final class EnclosingDescriptor extends AbstractTestDescriptor implements Node<RobustestContext> {

    private final Class<?> type;

    EnclosingDescriptor(Class<?> type, TestDescriptor parent) {
        super(
                ClassDescriptor.uniqueId(type, parent),
                Jupiter.displayName(type).orElse(type.getSimpleName()),
                ClassSource.from(type));
        this.type = type;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** Names the class as Surefire does in its reports: of a nested one, it would take the name that is displayed. */
    @Override
    public String getLegacyReportingName() {
        return type.getName();
    }

    @Override
    public Set<TestTag> getTags() {
        return TagNames.tagsOfClass(type);
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.CONCURRENT;
    }

    @Override
    public SkipResult shouldBeSkipped(RobustestContext context) {
        return Skipping.of(type);
    }
}
